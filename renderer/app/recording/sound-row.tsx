// The clock and both meters, with the privacy pause beside them during a call.
import { Pause, Play } from 'lucide-react';
import type { RecordingMode, RecordingView } from '../../../contract/recording.ts';
import { useWords } from '../i18n.ts';
import { pauseRecording, runningOf, useOnDiskMs, useRecorder } from '../live/recorder.ts';
import { SideMeter } from '../live/side-meter.tsx';
import { Button } from '../ui/button.tsx';
import { clock } from '../ui/format.ts';
import { Kbd } from '../ui/kbd.tsx';
import styles from './sound-row.module.css';

export function SoundRow({ view, mode }: { view: RecordingView; mode: RecordingMode }) {
  const running = runningOf(view);
  const soundEnded = running?.sound === 'ended';
  return (
    <div className={styles.row}>
      <Clock live={running !== null} />
      <div className={styles.meters}>
        <SideMeter side="you" source={view.sources.you} unused={soundEnded} />
        <SideMeter side="them" source={view.sources.them} unused={soundEnded || mode === 'microphone'} />
      </div>
      {running && !soundEnded && <PauseButton paused={running.phase === 'paused'} />}
    </div>
  );
}

/** How much of the call is on disk. */
function Clock({ live }: { live: boolean }) {
  const t = useWords('recording');
  const onDiskMs = useOnDiskMs();
  const paused = useRecorder((recorder) => recorder.view?.recording.phase === 'paused');
  return (
    <div
      className={styles.clock}
      role="timer"
      aria-label={t('timer')}
      data-live={live || undefined}
      data-paused={paused || undefined}
    >
      {clock(onDiskMs)}
    </div>
  );
}

function PauseButton({ paused }: { paused: boolean }) {
  const t = useWords('recording');
  const Icon = paused ? Play : Pause;
  return (
    <Button onPress={() => void pauseRecording(!paused)} preventFocusOnPress aria-keyshortcuts="Space">
      <Icon size={16} aria-hidden="true" />
      {paused ? t('resume') : t('pause')} <Kbd>{t('space')}</Kbd>
    </Button>
  );
}
