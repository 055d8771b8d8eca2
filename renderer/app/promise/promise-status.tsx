// Whether a promise was kept: one choice, the verdict's moment is noted with it.
import { promiseStatuses, type PromiseDetail, type PromiseStatus as Status } from '../../../contract/call.ts';
import { useWords } from '../i18n.ts';
import styles from './promise-status.module.css';

interface PromiseStatusProps {
  promise: PromiseDetail;
  /** The promise's moment, so that a screen reader tells one from the other. */
  at: string;
  onChange: (verdict: Pick<PromiseDetail, 'status' | 'decidedAt'>) => void;
  tabIndex?: number;
}

export function PromiseStatus({ promise, at, onChange, tabIndex }: PromiseStatusProps) {
  const t = useWords('promise');
  const decide = (status: Status) =>
    onChange({ status, decidedAt: status === 'open' ? null : new Date().toISOString() });
  return (
    <select
      className={styles.status}
      data-status={promise.status}
      aria-label={t('statusAt', { at })}
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
