// How much of the call is on disk, and nothing else.
import { useWords } from '../i18n.ts';
import { clock } from '../ui/format.ts';
import { useOnDiskMs, useRecorder } from './recorder.ts';

/** `live`: a call is recorded. Its looks are its user's; `data-live` and `data-paused` say how it stands. */
export function RecordingClock({ live, className }: { live: boolean; className: string | undefined }) {
  const t = useWords('recording');
  const onDiskMs = useOnDiskMs();
  const paused = useRecorder((recorder) => recorder.view?.recording.phase === 'paused');
  return (
    <div
      className={className}
      role="timer"
      aria-label={t('timer')}
      data-live={live || undefined}
      data-paused={paused || undefined}
    >
      {clock(onDiskMs)}
    </div>
  );
}
