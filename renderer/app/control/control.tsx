// The small control: how long, how loud, and one click or key for each mark, above whatever program is in front.
import { AppWindow } from 'lucide-react';
import { useState } from 'react';
import type { RecordingView } from '../../../contract/recording.ts';
import { ask } from '../bridge.ts';
import { useWords } from '../i18n.ts';
import { useCallKeys } from '../live/call-keys.ts';
import { markChoices, type MarkChoice } from '../live/mark-choices.ts';
import { PauseButton } from '../live/pause-button.tsx';
import { RecordingClock } from '../live/recording-clock.tsx';
import {
  markMoment,
  pauseRecording,
  runningOf,
  stopRecording,
  useRecorder,
  type RunningState,
} from '../live/recorder.ts';
import { SideMeter } from '../live/side-meter.tsx';
import { reportFailure } from '../report.ts';
import { Button } from '../ui/button.tsx';
import { clock } from '../ui/format.ts';
import { Kbd } from '../ui/kbd.tsx';
import { Toasts } from '../ui/toast.tsx';
import styles from './control.module.css';
import { ControlLine } from './control-line.tsx';

export function Control() {
  const view = useRecorder((recorder) => recorder.view);
  const running = runningOf(view);
  return (
    <main className={styles.control}>
      {view && running && <Running view={view} running={running} />}
      <Toasts />
    </main>
  );
}

function Running({ view, running }: { view: RecordingView; running: RunningState }) {
  const t = useWords('recording');
  const common = useWords('common');
  const [said, setSaid] = useState('');
  const paused = running.phase === 'paused';
  const soundEnded = running.sound === 'ended';

  // Words are written in the big window: here one hand is free, and often not for long.
  const mark = (choice: MarkChoice) =>
    void markMoment(choice.kind, choice.event)
      .then((saved) => setSaid(t('markSaved', { mark: t(`mark.${choice.id}`), at: clock(saved.fromMs) })))
      .catch(reportFailure);
  useCallKeys((key) => {
    if (key === 'pause') return soundEnded ? undefined : void pauseRecording(!paused);
    if (key !== 'undo') mark(key);
  });

  return (
    <>
      <h1 className={styles.company}>{running.company.trim() || t('control.unnamed')}</h1>
      <div className={styles.top}>
        <RecordingClock className={styles.clock} live />
        {!soundEnded && <PauseButton paused={paused} />}
        <Button variant="rec" onPress={() => void stopRecording()} preventFocusOnPress>
          {common('stop')}
        </Button>
        <Button
          variant="quiet"
          aria-label={t('control.back')}
          onPress={() => void ask('app:show-window').catch(reportFailure)}
        >
          <AppWindow size={16} aria-hidden="true" />
        </Button>
      </div>
      <div className={styles.meters}>
        <SideMeter side="you" source={view.sources.you} unused={soundEnded} />
        <SideMeter
          side="them"
          source={view.sources.them}
          unused={soundEnded || running.mode === 'microphone'}
        />
      </div>
      <fieldset className={styles.marks} aria-label={t('markGroup')}>
        {markChoices.map((choice) => (
          <Button
            key={choice.id}
            className={styles.mark}
            onPress={({ pointerType }) => {
              mark(choice);
              // The next Space is the privacy pause, not a second mark.
              if (pointerType !== 'keyboard' && document.activeElement instanceof HTMLElement)
                document.activeElement.blur();
            }}
            preventFocusOnPress
            aria-keyshortcuts={choice.key}
            aria-pressed={choice.id === 'hold' ? running.openHold !== null : undefined}
          >
            {t(`mark.${choice.id}`)} <Kbd>{choice.key}</Kbd>
          </Button>
        ))}
      </fieldset>
      <ControlLine view={view} running={running} said={said} />
    </>
  );
}
