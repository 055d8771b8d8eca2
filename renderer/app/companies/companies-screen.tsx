// All companies that were ever called: found by name, ordered by what matters now.
import { Building2, SearchX } from 'lucide-react';
import { useRef } from 'react';
import { companySorts } from '../../../contract/companies.ts';
import { useRequest } from '../data.ts';
import { useWords } from '../i18n.ts';
import { hrefOf } from '../route.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { FailureNote } from '../ui/failure-note.tsx';
import { FilterBox } from '../ui/filter-box.tsx';
import { count } from '../ui/format.ts';
import { Link } from '../ui/link.tsx';
import { Select } from '../ui/select.tsx';
import { CompanyList } from './company-list.tsx';
import { changeList, useListState } from './list-state.ts';
import { useCompanies, type Companies } from './use-companies.ts';
import styles from './companies-screen.module.css';

export function CompaniesScreen() {
  const t = useWords('companies');
  const { find, sort } = useListState();
  const companies = useCompanies(find.trim(), sort);
  const list = useRef<HTMLDivElement>(null);
  const found = { count: companies.total, shown: count(companies.total) };
  return (
    <main className={styles.screen}>
      <h1 className={styles.unseen}>{t('title')}</h1>
      <header className={styles.bar}>
        <FilterBox
          label={t('find')}
          placeholder={t('find')}
          clearLabel={t('clear')}
          value={find}
          onChange={(text) => changeList({ find: text })}
          onDown={() => focusFirst(list.current)}
          found={!companies.loading && !companies.failure && t('found', found)}
        />
        <Select
          label={t('sort.label')}
          labelHidden
          options={companySorts.map((id) => ({ id, label: t(`sort.${id}`) }))}
          value={sort}
          onChange={(next) => changeList({ sort: next })}
        />
      </header>
      <div ref={list} className={styles.body}>
        {companies.failure && (
          <div className={styles.failure}>
            <FailureNote code={companies.failure.code} onRetry={companies.retry} />
          </div>
        )}
        <Results companies={companies} find={find.trim()} />
      </div>
    </main>
  );
}

function Results({ companies, find }: { companies: Companies; find: string }) {
  const t = useWords('companies');
  const library = useRequest('library:state', []).data;
  if (companies.loading || companies.rows.length > 0) return <CompanyList companies={companies} />;
  if (companies.failure) return null;
  if (find !== '')
    return (
      <EmptyState
        icon={SearchX}
        title={t('nothing.title', { text: find })}
        action={<Button onPress={() => changeList({ find: '' })}>{t('nothing.clear')}</Button>}
      >
        <p>{t('nothing.what')}</p>
      </EmptyState>
    );
  if (library?.indexing) return <p className={styles.indexing}>{t('indexing')}</p>;
  return (
    <EmptyState
      icon={Building2}
      title={t('empty.title')}
      action={<Link href={hrefOf({ screen: 'recording' })}>{t('empty.start')}</Link>}
    >
      <p>{t('empty.what')}</p>
      <p className={styles.next}>{t('empty.how')}</p>
    </EmptyState>
  );
}

function focusFirst(list: HTMLElement | null): void {
  list?.querySelector<HTMLElement>('a[tabindex="0"]')?.focus();
}
