// Plays what was promised, one quote at a time, through the output of the user's choice.
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { CallId } from '../../../contract/call.ts';
import { useRequest } from '../data.ts';
import { useWords } from '../i18n.ts';
import { Clip } from '../live/clip.ts';
import { reportFailure } from '../report.ts';
import { notify } from '../ui/toast.tsx';

export interface Quote {
  callId: CallId;
  markId: string;
  fromMs: number;
  toMs: number;
}

export interface Quotes {
  /** The mark that is being heard, or null. */
  playing: string | null;
  /** Plays it, or ends it while it is being heard. Resolves to true when it has begun; what goes wrong is said here. */
  toggle: (quote: Quote) => Promise<boolean>;
}

/** What is being heard ends with the component. */
export function useQuotes(): Quotes {
  const t = useWords('desk');
  const [clip] = useState(() => new Clip());
  useEffect(() => () => clip.close(), [clip]);
  const playing = useSyncExternalStore(clip.subscribe, clip.playing);
  const output = useRequest('settings:read', []).data?.playback ?? null;
  const toggle = async (quote: Quote) => {
    if (clip.playing() === quote.markId) {
      clip.stop();
      return false;
    }
    try {
      const there = await clip.through(output);
      if (!there) notify(t('outputGone', { label: output ?? '' }));
      await clip.play(quote.callId, quote, quote.markId);
      return true;
    } catch (cause) {
      if (cause instanceof DOMException) notify(t('noSound'));
      else reportFailure(cause);
      return false;
    }
  };
  return { playing, toggle };
}
