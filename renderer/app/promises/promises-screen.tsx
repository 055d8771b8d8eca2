// The Promises screen: who owes you what by when, and what became of it.
import { useEffect } from 'react';
import { useRequest } from '../data.ts';
import { useWords } from '../i18n.ts';
import { useToday } from '../promise/use-today.ts';
import { FailureNote } from '../ui/failure-note.tsx';
import { NobodyFound, NoPromises } from './empty.tsx';
import { LedgerHead } from './ledger-head.tsx';
import { LedgerList } from './ledger-list.tsx';
import { filterLedger, useLedgerState } from './ledger-state.ts';
import styles from './promises-screen.module.css';
import { VerdictBar } from './verdict-bar.tsx';
import { forgetVerdicts } from './verdicts.ts';

export function PromisesScreen() {
  const t = useWords('promises');
  const today = useToday();
  useEffect(() => forgetVerdicts, []);
  const company = useLedgerState().company.trim();
  const view = { company, today };
  const summary = useRequest('promises:summary', [view], { keepLast: true });
  const library = useRequest('library:state', []).data;
  const { data, error } = summary;
  const total = data ? Object.values(data.groups).reduce((sum, count) => sum + count, 0) : null;
  return (
    <main className={styles.screen}>
      <LedgerHead view={view} summary={data} />
      <div className={styles.body}>
        {error && (
          <div className={styles.failure}>
            <FailureNote code={error.code} onRetry={() => void summary.refetch()} />
          </div>
        )}
        {!data && !error && <Waiting label={t('title')} />}
        {data && total !== 0 && <LedgerList view={view} summary={data} />}
        {total === 0 && company !== '' && <NobodyFound company={company} onClear={() => filterLedger('')} />}
        {/* While the index is being rebuilt an empty answer does not mean that there are none. */}
        {total === 0 && company === '' && !library?.indexing && <NoPromises />}
      </div>
      {total !== null && total > 0 && <VerdictBar />}
    </main>
  );
}

function Waiting({ label }: { label: string }) {
  return (
    <ul className={styles.waiting} aria-label={label} aria-busy="true">
      {[0, 1, 2, 3, 4].map((row) => (
        <li key={row} />
      ))}
    </ul>
  );
}
