// Plays stretches of calls where they are listed, one at a time, through the output that the user chose for quotes.
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { CallId } from '../../../contract/call.ts';
import { useRequest } from '../data.ts';
import { useWords } from '../i18n.ts';
import { reportFailure } from '../report.ts';
import { notify } from '../ui/toast.tsx';
import { Clip } from './clip.ts';

/** A stretch of a call, of a mark where there is one. */
export interface Quote {
  callId: CallId;
  markId: string | null;
  fromMs: number;
  toMs: number;
}

export interface Quotes {
  /** The mark that is being played (the call, where there is no mark), or null. */
  playing: string | null;
  /** Plays it, or stops when it is what is being played. Answers whether it is now heard; what goes wrong is said here. */
  toggle(quote: Quote): Promise<boolean>;
  stop(): void;
}

/** What is played ends with the component. */
export function useQuotes(): Quotes {
  const t = useWords('desk');
  const [clip] = useState(() => new Clip());
  useEffect(() => () => clip.close(), [clip]);
  const playing = useSyncExternalStore(clip.subscribe, clip.playing);
  const output = useRequest('settings:read', []).data?.playback ?? null;
  const toggle = useCallback<Quotes['toggle']>(
    async (quote) => {
      const name = quote.markId ?? quote.callId;
      if (clip.playing() === name) {
        clip.stop();
        return false;
      }
      try {
        const isThere = await clip.through(output);
        if (!isThere) notify(t('outputGone', { label: output ?? '' }));
        await clip.play(quote.callId, quote, name);
        return clip.playing() === name; // another may have been asked for meanwhile
      } catch (cause) {
        if (cause instanceof DOMException) notify(t('noSound'));
        else reportFailure(cause);
        return false;
      }
    },
    [clip, output, t],
  );
  const stop = useCallback(() => clip.stop(), [clip]);
  return { playing, toggle, stop };
}
