// Day and money of a promise. What its words seem to say is offered, and counts once it is accepted.
import { Plus } from 'lucide-react';
import type { PromiseDetail } from '../../../contract/call.ts';
import { useWords } from '../i18n.ts';
import { Chip } from '../ui/chip.tsx';
import { readableAmount, readableDay } from './format.ts';
import styles from './promise-chips.module.css';
import type { Suggestion } from './understood.ts';

interface PromiseChipsProps {
  promise: PromiseDetail;
  suggestion: Suggestion;
  onAccept: (accepted: Suggestion) => void;
  /** -1: reached by other keys than Tab. */
  tabIndex?: number;
}

export function PromiseChips({ promise, suggestion, onAccept, tabIndex }: PromiseChipsProps) {
  const t = useWords('promise');
  const { due, amount } = suggestion;
  return (
    <>
      {promise.due && <Chip tone="promise">{t('due', { day: readableDay(promise.due) })}</Chip>}
      {promise.amount && <Chip tone="promise">{readableAmount(promise.amount)}</Chip>}
      {due && (
        <Offer
          tabIndex={tabIndex}
          label={t('setDue', { day: readableDay(due) })}
          text={t('due', { day: readableDay(due) })}
          onPress={() => onAccept({ due })}
        />
      )}
      {amount && (
        <Offer
          tabIndex={tabIndex}
          label={t('setAmount', { amount: readableAmount(amount) })}
          text={readableAmount(amount)}
          onPress={() => onAccept({ amount })}
        />
      )}
    </>
  );
}

interface OfferProps {
  label: string;
  text: string;
  tabIndex: number | undefined;
  onPress: () => void;
}

/** What the words seem to say, to be accepted by a press. */
export function Offer({ label, text, tabIndex, onPress }: OfferProps) {
  return (
    <button
      type="button"
      className={styles.offer}
      aria-label={label}
      tabIndex={tabIndex}
      // The words go on being typed.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
    >
      <Plus size={12} strokeWidth={2.5} aria-hidden="true" />
      {text}
    </button>
  );
}
