// The parts of a promise, to be written by hand: until when, how much, and by whom.
import { useState } from 'react';
import type { PromiseDetail } from '../../../contract/call.ts';
import { useWords } from '../i18n.ts';
import { TextField } from '../ui/text-field.tsx';
import { readableAmount } from './format.ts';
import { habitsOf } from './habits.ts';
import styles from './promise-fields.module.css';
import { understandAmount } from './understand-amount.ts';
import { writtenDay } from './written-day.ts';

interface PromiseFieldsProps {
  promise: PromiseDetail;
  onChange: (changed: Partial<PromiseDetail>) => void;
}

export function PromiseFields({ promise, onChange }: PromiseFieldsProps) {
  const t = useWords('promise');
  const [who, setWho] = useState(promise.who);
  return (
    <div className={styles.fields}>
      <label className={styles.due}>
        <span>{t('fields.due')}</span>
        <input
          type="date"
          max="9999-12-31"
          defaultValue={promise.due ?? ''}
          onChange={(event) => {
            const due = writtenDay(event.target);
            if (due !== undefined) onChange({ due });
          }}
        />
      </label>
      <AmountField amount={promise.amount} onChange={(amount) => onChange({ amount })} />
      <TextField
        label={t('fields.who')}
        value={who}
        onChange={setWho}
        onBlur={() => onChange({ who: who.trim() })}
      />
    </div>
  );
}

interface AmountFieldProps {
  amount: PromiseDetail['amount'];
  onChange: (amount: PromiseDetail['amount']) => void;
}

/** Nothing is changed until what is written is an amount, or nothing at all. */
function AmountField({ amount, onChange }: AmountFieldProps) {
  const t = useWords('promise');
  const [text, setText] = useState(amount ? readableAmount(amount) : '');
  const [unclear, setUnclear] = useState(false);
  const leave = () => {
    const read = understandAmount(text, habitsOf());
    setUnclear(read === null && text.trim() !== '');
    if (read !== null || text.trim() === '') onChange(read);
    if (read !== null) setText(readableAmount(read));
  };
  return (
    <TextField
      label={t('fields.amount')}
      placeholder={t('fields.amountHint')}
      value={text}
      isInvalid={unclear}
      hint={unclear && t('fields.amountUnclear')}
      onChange={setText}
      onBlur={leave}
    />
  );
}
