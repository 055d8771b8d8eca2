// Plays what was promised, one quote at a time, through the output that the user chose for quotes.
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { CallId } from '../../../contract/call.ts';
import { useRequest } from '../data.ts';
import { useWords } from '../i18n.ts';
import { Clip } from '../live/clip.ts';
import { reportFailure } from '../report.ts';
import { notify } from '../ui/toast.tsx';

interface Quote {
  callId: CallId;
  fromMs: number;
  toMs: number;
}

export interface Quotes {
  /** The name of the quote that is being heard, or null. */
  playing: string | null;
  toggle(name: string, quote: Quote): void;
}

export function useQuotes(): Quotes {
  const t = useWords('company');
  const [clip] = useState(() => new Clip());
  useEffect(() => () => clip.close(), [clip]);
  const playing = useSyncExternalStore(clip.subscribe, clip.playing);
  const output = useRequest('settings:read', []).data?.playback ?? null;
  return {
    playing,
    toggle(name, quote) {
      if (playing === name) return clip.stop();
      clip
        .through(output)
        .then((there) => {
          if (!there) notify(t('promises.outputGone', { label: output ?? '' }));
          return clip.play(quote.callId, quote, name);
        })
        .catch((cause: unknown) =>
          cause instanceof DOMException ? notify(t('promises.noSound')) : reportFailure(cause),
        );
    },
  };
}
