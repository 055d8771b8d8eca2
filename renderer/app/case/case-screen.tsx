// The Case screen: one dispute from its first call to how it ended.
import { FolderSearch } from 'lucide-react';
import { ask } from '../bridge.ts';
import { useRequest } from '../data.ts';
import { useWords } from '../i18n.ts';
import { reportFailure } from '../report.ts';
import { hrefOf } from '../route.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { FailureNote } from '../ui/failure-note.tsx';
import { Link } from '../ui/link.tsx';
import { OpenCase } from './open-case.tsx';
import styles from './case-screen.module.css';

export function CaseScreen({ name }: { name: string }) {
  const common = useWords('common');
  const read = useRequest('cases:read', [name]);
  if (read.error)
    return (
      <main className={styles.alone}>
        <FailureNote code={read.error.code} onRetry={() => void read.refetch()} />
      </main>
    );
  if (!read.data)
    return (
      <main className={`${styles.alone} ${styles.soon}`}>
        <output>{common('loading')}</output>
      </main>
    );
  const { file, unreadable, calls } = read.data;
  if (!file && !unreadable && calls === 0) return <NoCase name={name} />;
  return <OpenCase view={read.data} />;
}

function NoCase({ name }: { name: string }) {
  const t = useWords('case');
  return (
    <main>
      <EmptyState
        icon={FolderSearch}
        title={t('missing.title')}
        action={
          <>
            <Button onPress={() => void ask('cases:add', name).catch(reportFailure)}>
              {t('missing.start')}
            </Button>
            <Link href={hrefOf({ screen: 'cases' })}>{t('all')}</Link>
          </>
        }
      >
        {t('missing.about', { name })}
      </EmptyState>
    </main>
  );
}
