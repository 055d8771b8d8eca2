// All companies that were ever called: found by name, ordered by what matters now.
import { Building2, Search, SearchX, X } from 'lucide-react';
import { useRef, type KeyboardEvent } from 'react';
import { companySorts } from '../../../contract/companies.ts';
import { useRequest } from '../data.ts';
import { useWords } from '../i18n.ts';
import { hrefOf } from '../route.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { FailureNote } from '../ui/failure-note.tsx';
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
  return (
    <main className={styles.screen}>
      <h1 className={styles.unseen}>{t('title')}</h1>
      <header className={styles.bar}>
        <FindBox find={find} companies={companies} onDown={() => focusFirst(list.current)} />
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

interface FindBoxProps {
  find: string;
  companies: Companies;
  onDown: () => void;
}

function FindBox({ find, companies, onDown }: FindBoxProps) {
  const t = useWords('companies');
  const input = useRef<HTMLInputElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && find) changeList({ find: '' });
    if (event.key !== 'ArrowDown') return;
    event.preventDefault();
    onDown();
  };
  return (
    <div className={styles.box}>
      <Search className={styles.icon} size={16} aria-hidden="true" />
      <input
        ref={input}
        type="search"
        className={styles.input}
        aria-label={t('find')}
        placeholder={t('find')}
        autoComplete="off"
        spellCheck={false}
        value={find}
        onChange={(event) => changeList({ find: event.target.value })}
        onKeyDown={onKeyDown}
      />
      <output className={styles.found}>
        {!companies.loading &&
          !companies.failure &&
          t('found', { count: companies.total, shown: count(companies.total) })}
      </output>
      {find && (
        <Button
          variant="quiet"
          className={styles.clear}
          aria-label={t('clear')}
          onPress={() => {
            changeList({ find: '' });
            input.current?.focus();
          }}
        >
          <X size={16} aria-hidden="true" />
        </Button>
      )}
    </div>
  );
}

function focusFirst(list: HTMLElement | null): void {
  list?.querySelector<HTMLElement>('a[tabindex="0"]')?.focus();
}
