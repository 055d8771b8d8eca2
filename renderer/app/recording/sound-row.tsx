// The clock and both meters, with the privacy pause beside them during a call.
import { PictureInPicture2 } from 'lucide-react';
import type { RecordingMode, RecordingView } from '../../../contract/recording.ts';
import { ask } from '../bridge.ts';
import { useWords } from '../i18n.ts';
import { PauseButton } from '../live/pause-button.tsx';
import { RecordingClock } from '../live/recording-clock.tsx';
import { runningOf } from '../live/recorder.ts';
import { SideMeter } from '../live/side-meter.tsx';
import { reportFailure } from '../report.ts';
import { Button } from '../ui/button.tsx';
import styles from './sound-row.module.css';

export function SoundRow({ view, mode }: { view: RecordingView; mode: RecordingMode }) {
  const running = runningOf(view);
  const soundEnded = running?.sound === 'ended';
  return (
    <div className={styles.row}>
      <RecordingClock className={styles.clock} live={running !== null} />
      <div className={styles.meters}>
        <SideMeter side="you" source={view.sources.you} unused={soundEnded} />
        <SideMeter side="them" source={view.sources.them} unused={soundEnded || mode === 'microphone'} />
      </div>
      {running && (
        <div className={styles.actions}>
          {!soundEnded && <PauseButton paused={running.phase === 'paused'} />}
          <ControlButton />
        </div>
      )}
    </div>
  );
}

/** For when the program they talk through is in front. */
function ControlButton() {
  const t = useWords('recording');
  return (
    <Button
      variant="quiet"
      onPress={() => void ask('app:show-control').catch(reportFailure)}
      preventFocusOnPress
    >
      <PictureInPicture2 size={16} aria-hidden="true" />
      <span className={styles.control}>{t('control.open')}</span>
    </Button>
  );
}
