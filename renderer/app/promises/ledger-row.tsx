// One promise in the ledger: by when, from whom, in which words, how much, and what became of it.
import { CalendarPlus } from 'lucide-react';
import { memo, useId } from 'react';
import type { Day } from '../../../contract/day.ts';
import type { LedgerGroup, LedgerPromise } from '../../../contract/promises.ts';
import { useWords } from '../i18n.ts';
import { dayDistance } from '../promise/day-words.ts';
import { readableAmount, readableDay } from '../promise/format.ts';
import { PlayQuote } from '../promise/play-quote.tsx';
import { PromiseStatus } from '../promise/promise-status.tsx';
import { ProofLine } from '../promise/proof-line.tsx';
import { callHref } from '../route.ts';
import { Button } from '../ui/button.tsx';
import { clock, shortDate } from '../ui/format.ts';
import { exportPromises } from './export-promises.ts';
import { rowLinkAttribute } from './focus.ts';
import { rowKeys } from './ledger-keys.ts';
import styles from './ledger-row.module.css';
import { OfferedDue } from './offered-due.tsx';
import { judge } from './verdicts.ts';

interface LedgerRowProps {
  /** Undefined while it is on its way. */
  row: LedgerPromise | undefined;
  group: LedgerGroup;
  today: Day;
  /** True for the one row that Tab reaches. */
  reachable: boolean;
  /** The mark that is being heard. */
  playing: string | null;
  onPlay: (row: LedgerPromise) => void;
}

export const LedgerRow = memo(function LedgerRow(props: LedgerRowProps) {
  const { row, group, today, reachable, playing, onPlay } = props;
  const t = useWords('promises');
  const common = useWords('common');
  const id = useId();
  if (!row) return <div className={styles.waiting} aria-hidden="true" />;

  const { promise, fromMs } = row;
  const what = row.text || t('wordless');
  const company = row.company || common('unknownCompany');
  const tabIndex = reachable ? 0 : -1;
  const isPlaying = playing === row.markId;
  return (
    <div className={styles.row}>
      <span className={styles.play}>
        <PlayQuote
          playing={isPlaying}
          label={isPlaying ? t('stop') : t('hear', { what })}
          tabIndex={tabIndex}
          onPress={() => onPlay(row)}
        />
      </span>
      <When row={row} group={group} today={today} id={`${id}-when`} tabIndex={tabIndex} />
      <span className={styles.company}>
        <a
          href={callHref(row.callId, fromMs)}
          className={styles.link}
          tabIndex={tabIndex}
          aria-label={t('openCall', { company, at: clock(fromMs) })}
          aria-describedby={`${id}-when ${id}-what`}
          aria-keyshortcuts={rowKeys}
          {...{ [rowLinkAttribute]: true }}
        >
          {row.company || <span className={styles.nobody}>{company}</span>}
        </a>
        <small>
          {promise.who ? t('from', { who: promise.who }) : t('said', { date: shortDate(row.startedAtMs) })}
        </small>
      </span>
      <span className={styles.what}>
        <span className={styles.words} id={`${id}-what`} title={what}>
          {row.text || <span className={styles.nobody}>{what}</span>}
        </span>
        {promise.status !== 'open' && promise.proof && (
          <ProofLine proof={promise.proof} tabIndex={tabIndex} />
        )}
      </span>
      <span className={styles.amount}>{promise.amount && readableAmount(promise.amount)}</span>
      <span className={styles.status}>
        <PromiseStatus
          promise={promise}
          label={t('statusOf', { what })}
          tabIndex={tabIndex}
          onChange={({ status }) => void judge(row, status)}
        />
      </span>
      <span className={styles.calendar}>
        {promise.status === 'open' && promise.due !== null && (
          <Button
            variant="quiet"
            icon
            aria-label={t('addToCalendar', { what })}
            excludeFromTabOrder={!reachable}
            onPress={() => void exportPromises({ as: 'calendar', of: row })}
          >
            <CalendarPlus size={15} aria-hidden="true" />
          </Button>
        )}
      </span>
    </div>
  );
});

const nearness = (due: Day, today: Day) => (due < today ? 'late' : due === today ? 'today' : undefined);

interface WhenProps extends Pick<LedgerRowProps, 'group' | 'today'> {
  row: LedgerPromise;
  id: string;
  tabIndex: number;
}

/** The due day, how far it is first; of a decided promise when that was. */
function When({ row, group, today, id, tabIndex }: WhenProps) {
  const t = useWords('promises');
  const { due, decidedAt } = row.promise;
  if (group === 'decided')
    return (
      <span className={styles.when} id={id}>
        {decidedAt && <span>{shortDate(Date.parse(decidedAt))}</span>}
        {due && <small>{t('wasDue', { day: readableDay(due) })}</small>}
      </span>
    );
  if (due === null)
    return (
      <span className={styles.when} id={id}>
        <span className={styles.offered}>
          <OfferedDue row={row} tabIndex={tabIndex} otherwise={t('day.none')} />
        </span>
      </span>
    );
  return (
    <span className={styles.when} id={id} data-due={nearness(due, today)}>
      <b className={styles.distance}>{dayDistance(due, today)}</b>
      <small>
        <time dateTime={due}>{readableDay(due)}</time>
      </small>
    </span>
  );
}
