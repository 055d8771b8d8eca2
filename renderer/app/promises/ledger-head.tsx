// The head of the ledger: what is still to come, whose promises are shown, and ways to take them along.
import { CalendarPlus, Table } from 'lucide-react';
import type { LedgerExport, LedgerSummary, LedgerView } from '../../../contract/promises.ts';
import { useWords } from '../i18n.ts';
import { readableAmount } from '../promise/format.ts';
import { Button } from '../ui/button.tsx';
import { FilterBox } from '../ui/filter-box.tsx';
import { count } from '../ui/format.ts';
import { exportPromises } from './export-promises.ts';
import styles from './ledger-head.module.css';
import { focusRow } from './focus.ts';
import { filterLedger, useLedgerState } from './ledger-state.ts';

interface LedgerHeadProps {
  view: LedgerView;
  /** Undefined while it is on its way. */
  summary: LedgerSummary | undefined;
}

export function LedgerHead({ view, summary }: LedgerHeadProps) {
  const t = useWords('promises');
  const { company } = useLedgerState();
  const { overdue = 0, week = 0, later = 0, undated = 0, decided = 0 } = summary?.groups ?? {};
  const dated = overdue + week + later;
  const open = dated + undated;
  const isEmpty = summary !== undefined && open + decided === 0 && company === '';
  const save = (as: LedgerExport['as']) => void exportPromises({ as, of: view });
  return (
    <header className={styles.head}>
      <div className={styles.title}>
        <h1>{t('title')}</h1>
        <output className={styles.sums}>
          {summary && open + decided > 0 && <span>{t('open', { count: open, shown: count(open) })}</span>}
          {summary && summary.outstanding.length > 0 && (
            <span className={styles.outstanding}>
              {t('outstanding')}{' '}
              <b>{summary.outstanding.map((amount) => readableAmount(amount)).join(' · ')}</b>
            </span>
          )}
        </output>
      </div>
      {!isEmpty && (
        <div className={styles.tools}>
          <FilterBox
            label={t('filter')}
            placeholder={t('filterHint')}
            clearLabel={t('clear')}
            value={company}
            onChange={filterLedger}
            onDown={focusRow}
          />
          <Button
            isDisabled={dated === 0}
            aria-label={t('export.calendarAbout')}
            onPress={() => save('calendar')}
          >
            <CalendarPlus size={16} aria-hidden="true" />
            {t('export.calendar')}
          </Button>
          <Button
            isDisabled={open + decided === 0}
            aria-label={t('export.tableAbout')}
            onPress={() => save('table')}
          >
            <Table size={16} aria-hidden="true" />
            {t('export.table')}
          </Button>
        </div>
      )}
    </header>
  );
}
