// Plays a promise where it stands, through the output that quotes are played through.
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { CaseCall, CasePromise } from '../../../contract/cases.ts';
import { useRequest } from '../data.ts';
import { useWords } from '../i18n.ts';
import { Clip } from '../live/clip.ts';
import { reportFailure } from '../report.ts';
import { notify } from '../ui/toast.tsx';

export interface CaseClip {
  /** The mark that is being played, or null. */
  playing: string | null;
  /** Plays it, or ends it when it is being played. */
  toggle(call: CaseCall, promise: CasePromise): void;
}

export function useClip(): CaseClip {
  const t = useWords('case');
  const [clip] = useState(() => new Clip());
  useEffect(() => () => clip.close(), [clip]);
  const playing = useSyncExternalStore(clip.subscribe, clip.playing);
  const output = useRequest('settings:read', []).data?.playback ?? null;
  return {
    playing,
    toggle({ callId }, promise) {
      if (playing === promise.markId) return clip.stop();
      clip
        .through(output)
        .then(() => clip.play(callId, promise, promise.markId))
        .catch((cause: unknown) =>
          cause instanceof DOMException ? notify(t('timeline.noSound')) : reportFailure(cause),
        );
    },
  };
}
