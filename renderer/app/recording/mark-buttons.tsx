// The buttons that mark this moment, each with its key. A click leaves the focus where it is: words go on being typed.
import { agentAt } from '../../../contract/agent.ts';
import { useWords } from '../i18n.ts';
import { useRequest } from '../data.ts';
import { useOnDiskMs, type RunningState } from '../live/recorder.ts';
import { Button } from '../ui/button.tsx';
import { shortClock } from '../ui/format.ts';
import { Kbd } from '../ui/kbd.tsx';
import { heldMs } from './held.ts';
import styles from './mark-buttons.module.css';
import { markChoices, type MarkChoice } from '../live/mark-choices.ts';

interface MarkButtonsProps {
  running: RunningState;
  onMark: (choice: MarkChoice) => void;
}

export function MarkButtons({ running, onMark }: MarkButtonsProps) {
  const t = useWords('recording');
  return (
    <fieldset className={styles.buttons} aria-label={t('markGroup')}>
      {markChoices.map((choice) => (
        <Button
          key={choice.id}
          className={styles.mark}
          data-mark={choice.id}
          onPress={() => onMark(choice)}
          preventFocusOnPress
          aria-keyshortcuts={choice.key}
          aria-describedby={`hint-${choice.id}`}
          aria-pressed={choice.id === 'hold' ? running.openHold !== null : undefined}
        >
          <b>{t(`mark.${choice.id}`)}</b>
          <span className={styles.hint} aria-hidden="true">
            <span id={`hint-${choice.id}`}>
              <Hint choice={choice} running={running} />
            </span>
            <Kbd>{choice.key}</Kbd>
          </span>
        </Button>
      ))}
    </fieldset>
  );
}

function Hint({ choice, running }: { choice: MarkChoice; running: RunningState }) {
  const t = useWords('recording');
  const back = useRequest('settings:read', []).data?.reachBackMs.promise ?? 0;
  if (choice.kind === 'agent') return agentAt(running.marks, Infinity) || null;
  if (choice.kind === 'hold') return <HoldClock running={running} />;
  return choice.kind === 'promise' && back > 0 ? t('reachBack', { seconds: Math.round(back / 1000) }) : null;
}

/** How long they have kept the user waiting: in this hold while it goes on, in all afterwards. */
function HoldClock({ running }: { running: RunningState }) {
  const t = useWords('recording');
  const nowMs = useOnDiskMs();
  if (running.openHold) return t('holdSoFar', { time: shortClock(nowMs - running.openHold.fromMs) });
  const total = heldMs(running.marks);
  return total > 0 ? t('holdInAll', { time: shortClock(total) }) : null;
}
