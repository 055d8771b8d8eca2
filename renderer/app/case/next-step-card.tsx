// What the user does next about it, and by when.
import type { NextStep } from '../../../contract/cases.ts';
import { useWords } from '../i18n.ts';
import { readableDay } from '../promise/format.ts';
import { today } from '../promise/understood.ts';
import { useSavedText } from '../saved-text.ts';
import { Card } from '../ui/card.tsx';
import { Chip } from '../ui/chip.tsx';
import { TextField } from '../ui/text-field.tsx';
import { DayBox } from './day-box.tsx';
import { useCase } from './use-case.ts';
import styles from './aims.module.css';

export function NextStepCard({ nextStep }: { nextStep: NextStep }) {
  const t = useWords('case');
  const cases = useWords('cases');
  const { name, save, change } = useCase();
  const text = useSavedText(
    nextStep.text,
    (words) => save({ kind: 'next-step', patch: { text: words } }),
    name,
  );
  const { due } = nextStep;
  return (
    <Card padded className={styles.card}>
      <h2>{t('next.title')}</h2>
      <TextField
        label={t('next.title')}
        labelHidden
        placeholder={t('next.hint')}
        rows={2}
        value={text.text}
        onChange={text.change}
        onBlur={text.flush}
      />
      <div className={styles.due}>
        <span aria-hidden="true">{t('next.due')}</span>
        <DayBox
          label={t('next.dueLong')}
          day={due}
          onChange={(day) => change({ kind: 'next-step', patch: { due: day } })}
        />
        {due !== null && due < today() && (
          <Chip tone="late">{cases('overdue', { day: readableDay(due) })}</Chip>
        )}
      </div>
    </Card>
  );
}
