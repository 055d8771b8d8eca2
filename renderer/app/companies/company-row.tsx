// One company in the list: how often and when it was called, what it owes, how many promises it kept, how long it took.
import { memo, useId } from 'react';
import type { CompanyRow as Row } from '../../../contract/companies.ts';
import { useWords } from '../i18n.ts';
import { hrefOf } from '../route.ts';
import { Chip } from '../ui/chip.tsx';
import { count, readableLength, shortDate } from '../ui/format.ts';
import styles from './company-list.module.css';

interface CompanyRowProps {
  /** Undefined while this part of the list is on its way. */
  row: Row | undefined;
  /** True for the one row that Tab reaches. */
  reachable: boolean;
}

export const CompanyRow = memo(function CompanyRow({ row, reachable }: CompanyRowProps) {
  const t = useWords('companies');
  const id = useId();
  if (!row) return <div className={styles.waiting} aria-hidden="true" />;
  const { company, calls, lastStartedAtMs, durationMs, promises } = row;
  const { open, overdue, kept, late, broken } = promises;
  const decided = kept + late + broken;
  const day = shortDate(lastStartedAtMs);
  const length = readableLength(Math.floor(durationMs / 60_000) * 60_000 || durationMs);
  const spoken = [
    t('row.calls', { count: calls }),
    t('row.last', { day }),
    open > 0 ? t('row.open', { count: open }) : '',
    overdue > 0 ? t('row.overdue', { count: overdue }) : '',
    decided > 0 ? t('row.keptLong', { kept, decided }) : '',
    t('row.time', { length }),
  ];
  return (
    <div className={styles.row}>
      <a
        className={styles.link}
        href={hrefOf({ screen: 'company', company })}
        tabIndex={reachable ? 0 : -1}
        aria-describedby={id}
      >
        {company}
      </a>
      <span id={id} className={styles.unseen}>
        {spoken.filter(Boolean).join(', ')}
      </span>
      <span className={styles.number} aria-hidden="true">
        {count(calls)}
      </span>
      <time className={styles.day} dateTime={new Date(lastStartedAtMs).toISOString()} aria-hidden="true">
        {day}
      </time>
      <span className={styles.promises} aria-hidden="true">
        {open > 0 && <Chip tone="promise">{t('row.open', { count: open })}</Chip>}
        {overdue > 0 && <Chip tone="late">{t('row.overdue', { count: overdue })}</Chip>}
      </span>
      <span className={styles.number} aria-hidden="true">
        {decided > 0 && t('row.kept', { kept, decided })}
      </span>
      <span className={styles.number} aria-hidden="true">
        {length}
      </span>
    </div>
  );
});
