// Plays the moment of a row right there; the same again, or Escape, and it is silent.
import { useCallback, useEffect } from 'react';
import type { CallId } from '../../../contract/call.ts';
import type { CallHit } from '../../../contract/library.ts';
import { useQuotes } from '../live/use-quotes.ts';

/** A mark may be a moment only: so much is heard at least. */
const shortestMs = 5_000;

/** `playing` is the call whose moment is heard. */
export function useMoments(): { playing: CallId | null; play: (hit: CallHit) => void } {
  const { playing, toggle, stop } = useQuotes();
  const play = useCallback(
    ({ callId, moment }: CallHit) => {
      const { fromMs = null, toMs } = moment ?? {};
      if (fromMs !== null)
        void toggle({ callId, markId: null, fromMs, toMs: Math.max(toMs ?? 0, fromMs + shortestMs) });
    },
    [toggle],
  );
  // Wherever the focus is, and before anything else: silence is what is wanted.
  useEffect(() => {
    if (playing === null) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      stop();
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [playing, stop]);
  return { playing, play };
}
