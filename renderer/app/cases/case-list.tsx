// Cases in a list: what it is, what comes next, what the clock says, what is at stake, and when they were last heard of.
import type { CaseRow as Row } from '../../../contract/cases.ts';
import { ClockNote } from '../escalation/clock-line.tsx';
import { useWords } from '../i18n.ts';
import { readableAmount, readableDay } from '../promise/format.ts';
import { today } from '../promise/understood.ts';
import { hrefOf } from '../route.ts';
import { Chip } from '../ui/chip.tsx';
import { shortDate } from '../ui/format.ts';
import styles from './case-list.module.css';

export function CaseList({ rows, label }: { rows: readonly Row[]; label: string }) {
  return (
    <ul className={styles.list} aria-label={label}>
      {rows.map((row) => (
        <CaseRow key={row.name} row={row} />
      ))}
    </ul>
  );
}

function CaseRow({ row }: { row: Row }) {
  const t = useWords('cases');
  const { name, company, calls, nextStep, ending, clock, atStake, lastAtMs } = row;
  const hasClock = clock?.state === 'waiting' || clock?.state === 'reached';
  return (
    <li className={styles.row}>
      <span className={styles.what}>
        <a className={styles.link} href={hrefOf({ screen: 'case', case: name })}>
          {name}
        </a>
        <small className={styles.with}>
          {[company, t('row.calls', { count: calls })].filter(Boolean).join(' · ')}
        </small>
      </span>
      <span className={styles.next}>
        {row.unreadable && <Chip tone="promise">{t('row.unreadable')}</Chip>}
        {!row.unreadable && (
          <span className={styles.step} data-empty={(ending || nextStep.text) === '' || undefined}>
            {ending || nextStep.text || t('row.noStep')}
          </span>
        )}
        {nextStep.due && !ending && <Due day={nextStep.due} />}
      </span>
      <span className={styles.clock}>{hasClock && <ClockNote clock={clock} />}</span>
      <span className={styles.stake}>
        {atStake.map((money) => (
          <strong
            key={money.currency}
            className={styles.money}
            title={t('row.atStake', { amount: readableAmount(money) })}
          >
            {readableAmount(money)}
          </strong>
        ))}
        {row.promisesOpen > 0 && <small>{t('row.promises', { count: row.promisesOpen })}</small>}
        {row.promiseDue && <PromiseDue day={row.promiseDue} />}
      </span>
      <span className={styles.last}>
        {lastAtMs !== null && (
          <time
            dateTime={new Date(lastAtMs).toISOString()}
            aria-label={t('row.lastCall', { date: shortDate(lastAtMs) })}
          >
            {shortDate(lastAtMs)}
          </time>
        )}
      </span>
    </li>
  );
}

function Due({ day }: { day: string }) {
  const t = useWords('cases');
  const isOver = day < today();
  return (
    <Chip tone={isOver ? 'late' : 'promise'}>{t(isOver ? 'overdue' : 'due', { day: readableDay(day) })}</Chip>
  );
}

function PromiseDue({ day }: { day: string }) {
  const t = useWords('cases');
  const isOver = day < today();
  return (
    <small data-over={isOver || undefined}>
      {t(isOver ? 'row.promiseOverdue' : 'row.promiseDue', { day: shortDate(Date.parse(`${day}T12:00:00`)) })}
    </small>
  );
}
