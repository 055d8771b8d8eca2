// A company as your own calls show it: its measures, every call over time, what it promised, and how to reach it.
import { Building2 } from 'lucide-react';
import { useState } from 'react';
import type { Scorecard } from '../../../contract/companies.ts';
import { writeFilter } from '../../../contract/query.ts';
import { useRequest } from '../data.ts';
import { useWords } from '../i18n.ts';
import { hrefOf } from '../route.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { FailureNote } from '../ui/failure-note.tsx';
import { shortDate } from '../ui/format.ts';
import { Link } from '../ui/link.tsx';
import { CompanyPromises } from './company-promises.tsx';
import { ExportDialog } from './export-dialog.tsx';
import { Known } from './known.tsx';
import { minutes } from './measure-words.ts';
import { Measures } from './measures.tsx';
import { NamingDialog } from './naming-dialog.tsx';
import { Picture } from './picture.tsx';
import styles from './company-screen.module.css';

export function CompanyScreen({ company }: { company: string }) {
  const t = useWords('company');
  const asked = useRequest('companies:scorecard', [company]);
  const scorecard = asked.data;
  return (
    <main className={styles.screen}>
      {scorecard ? (
        <Header scorecard={scorecard} />
      ) : (
        <header className={styles.header}>
          <h1>{company}</h1>
        </header>
      )}
      <div className={styles.body}>
        {asked.error && <FailureNote code={asked.error.code} onRetry={() => void asked.refetch()} />}
        {scorecard && (scorecard.calls > 0 ? <Body scorecard={scorecard} /> : <Unknown company={company} />)}
        {asked.isPending && <p className={styles.waiting}>{t('naming.working')}</p>}
      </div>
    </main>
  );
}

function Body({ scorecard }: { scorecard: Scorecard }) {
  return (
    <>
      <Measures scorecard={scorecard} />
      <Picture scorecard={scorecard} />
      <div className={styles.columns}>
        <CompanyPromises scorecard={scorecard} />
        <Known company={scorecard.company} />
      </div>
    </>
  );
}

function Header({ scorecard }: { scorecard: Scorecard }) {
  const t = useWords('company');
  const [open, setOpen] = useState<'rename' | 'export' | null>(null);
  const { company, calls, durationMs, period } = scorecard;
  const close = () => setOpen(null);
  return (
    <header className={styles.header}>
      <div className={styles.who}>
        <h1>{company}</h1>
        {period && (
          <p className={styles.facts}>
            <span>{t('calls', { count: calls })}</span>
            <span>{t('onPhone', { length: minutes(durationMs) })}</span>
            <span>{t(calls > 1 ? 'since' : 'on', { day: shortDate(period.fromMs) })}</span>
            <Link href={hrefOf({ screen: 'calls', query: writeFilter('company', company) })}>
              {t('allCalls')}
            </Link>
          </p>
        )}
      </div>
      {calls > 0 && (
        <div className={styles.actions}>
          <Button onPress={() => setOpen('rename')}>{t('rename')}</Button>
          <Button onPress={() => setOpen('export')}>{t('export')}</Button>
        </div>
      )}
      {open === 'rename' && <NamingDialog what={{ rename: company }} onClose={close} />}
      {open === 'export' && <ExportDialog scorecard={scorecard} onClose={close} />}
    </header>
  );
}

function Unknown({ company }: { company: string }) {
  const t = useWords('company');
  return (
    <EmptyState
      icon={Building2}
      title={t('unknown.title', { company })}
      action={<Link href={hrefOf({ screen: 'companies' })}>{t('unknown.all')}</Link>}
    >
      <p>{t('unknown.what')}</p>
    </EmptyState>
  );
}
