// The Cases screen: disputes that are going on, with what comes next in each; those that are over below.
import { Plus, Scale } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { CasePage, CaseStatus } from '../../../contract/cases.ts';
import { ask } from '../bridge.ts';
import { useRequest } from '../data.ts';
import { useWords } from '../i18n.ts';
import { reportFailure } from '../report.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { FailureNote } from '../ui/failure-note.tsx';
import { CaseList } from './case-list.tsx';
import { NewCase } from './new-case.tsx';
import styles from './cases-screen.module.css';

const pageRows = 100;

function useCases(status: CaseStatus, enabled = true) {
  const [limit, setLimit] = useState(pageRows);
  const found = useRequest('cases:list', [status, limit], { keepLast: true, enabled });
  return { found, showMore: () => setLimit(limit + pageRows) };
}

export function CasesScreen() {
  const t = useWords('cases');
  const common = useWords('common');
  const [naming, setNaming] = useState(false);
  const open = useCases('open');
  // The number of closed ones is all that is asked for until they are wanted.
  const closed = useRequest('cases:list', ['closed', 1]);
  const failure = open.found.error ?? closed.error;
  const isEmpty = open.found.data?.total === 0 && closed.data?.total === 0;
  const start = (
    <Button onPress={() => setNaming(true)}>
      <Plus size={16} aria-hidden="true" />
      {t('new.button')}
    </Button>
  );
  return (
    <main className={styles.screen}>
      <header className={styles.header}>
        <h1>{t('title')}</h1>
        {!isEmpty && start}
      </header>
      <div className={styles.body}>
        {failure && (
          <div className={styles.note}>
            <FailureNote code={failure.code} onRetry={() => void open.found.refetch()} />
          </div>
        )}
        {open.found.data && <Unreadable page={open.found.data} />}
        {!open.found.data && !failure && <output className={styles.soon}>{common('loading')}</output>}
        {isEmpty ? (
          <EmptyState icon={Scale} title={t('empty.title')} action={start}>
            <p>{t('empty.about')}</p>
            <p className={styles.how}>{t('empty.how')}</p>
          </EmptyState>
        ) : (
          <>
            {open.found.data && (
              <Rows page={open.found.data} label={t('list')} onMore={open.showMore}>
                <p className={styles.none}>{t('noneOpen')}</p>
              </Rows>
            )}
            {closed.data && closed.data.total > 0 && <Closed total={closed.data.total} />}
          </>
        )}
      </div>
      <NewCase open={naming} onClose={() => setNaming(false)} />
    </main>
  );
}

function Closed({ total }: { total: number }) {
  const t = useWords('cases');
  const [wanted, setWanted] = useState(false);
  const { found, showMore } = useCases('closed', wanted);
  return (
    <details className={styles.closed} onToggle={(event) => setWanted(event.currentTarget.open)}>
      <summary className={styles.summary}>{t('closed', { count: total })}</summary>
      {wanted && found.data && <Rows page={found.data} label={t('closedList')} onMore={showMore} />}
    </details>
  );
}

interface RowsProps {
  page: CasePage;
  label: string;
  onMore: () => void;
  /** Stands there when there are none. */
  children?: ReactNode;
}

function Rows({ page: { rows, total }, label, onMore, children }: RowsProps) {
  const t = useWords('cases');
  const left = total - rows.length;
  if (rows.length === 0) return children;
  return (
    <>
      <CaseList rows={rows} label={label} />
      {left > 0 && (
        <Button variant="quiet" className={styles.more} onPress={onMore}>
          {t('more', { count: Math.min(left, pageRows) })}
        </Button>
      )}
    </>
  );
}

function Unreadable({ page: { unreadable } }: { page: CasePage }) {
  const t = useWords('cases');
  return unreadable.map(({ caseId, reason }) => (
    <div key={caseId} className={styles.note} title={reason}>
      <FailureNote
        code="case-unreadable"
        action={
          <Button onPress={() => void ask('cases:show-folder', caseId).catch(reportFailure)}>
            {t('showFolder')}
          </Button>
        }
      />
    </div>
  ));
}
