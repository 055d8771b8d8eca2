// Marks the place that is being listened to: for what was missed during the call, and for calls that were imported.
import { useWords } from '../i18n.ts';
import { markChoices, type MarkChoice } from '../live/mark-choices.ts';
import { Button } from '../ui/button.tsx';
import styles from './mark-here.module.css';

export function MarkHere({ onMark }: { onMark: (choice: MarkChoice) => void }) {
  const t = useWords('call');
  const recording = useWords('recording');
  return (
    <fieldset className={styles.buttons} aria-label={t('marks.here')}>
      <span className={styles.label} aria-hidden="true">
        {t('marks.here')}
      </span>
      {markChoices.map((choice) => (
        <Button
          key={choice.id}
          className={styles.mark}
          data-mark={choice.id}
          aria-label={t('marks.markHere', { what: recording(`mark.${choice.id}`) })}
          onPress={() => onMark(choice)}
        >
          {recording(`mark.${choice.id}`)}
        </Button>
      ))}
    </fieldset>
  );
}
