// Whether a promise was kept: one choice, the verdict's moment is noted with it.
import { promiseStatuses, type PromiseDetail, type PromiseStatus as Status } from '../../../contract/call.ts';
import { useWords } from '../i18n.ts';
import styles from './promise-status.module.css';

interface PromiseStatusProps {
  promise: PromiseDetail;
  /** Tells a screen reader one from the other. */
  label: string;
  /** A verdict that is changed no longer rests on what the one before it did. */
  onChange: (verdict: Pick<PromiseDetail, 'status' | 'decidedAt' | 'proof'>) => void;
  tabIndex?: number;
}

export function PromiseStatus({ promise, label, onChange, tabIndex }: PromiseStatusProps) {
  const t = useWords('promise');
  const decide = (status: Status) =>
    onChange({
      status,
      decidedAt: status === 'open' ? null : new Date().toISOString(),
      proof: undefined,
    });
  return (
    <select
      className={styles.status}
      data-status={promise.status}
      aria-label={label}
      tabIndex={tabIndex}
      value={promise.status}
      onChange={(event) => {
        const status = promiseStatuses.find((each) => each === event.target.value);
        if (status) decide(status);
      }}
    >
      {promiseStatuses.map((status) => (
        <option key={status} value={status}>
          {t(`status.${status}`)}
        </option>
      ))}
    </select>
  );
}
