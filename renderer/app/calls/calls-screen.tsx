// The Calls screen: one box that answers "what did that company tell me?", newest first.
import { useRequest } from '../data.ts';
import { useWords } from '../i18n.ts';
import { FailureNote } from '../ui/failure-note.tsx';
import { CallList } from './call-list.tsx';
import { EmptyLibrary, NothingFound } from './empty.tsx';
import { LibraryNotes } from './library-notes.tsx';
import { SearchBar } from './search-bar.tsx';
import { changeSearch, isNarrowed, noSearch, useFilter, useSearch } from './search-state.ts';
import { useCallSearch, type CallSearch } from './use-call-search.ts';
import styles from './calls-screen.module.css';

export function CallsScreen() {
  const t = useWords('calls');
  const search = useSearch();
  const found = useCallSearch(useFilter());
  const library = useRequest('library:state', []).data;
  return (
    <main className={styles.screen}>
      <h1 className={styles.unseen}>{t('list')}</h1>
      <SearchBar search={search} found={found} />
      <div className={styles.body}>
        {library && <LibraryNotes library={library} />}
        {found.failure && (
          <div className={styles.failure}>
            <FailureNote code={found.failure.code} onRetry={found.retry} />
          </div>
        )}
        <Results
          found={found}
          narrowed={isNarrowed(search)}
          text={search.text.trim()}
          indexing={library?.indexing ?? false}
        />
      </div>
    </main>
  );
}

interface ResultsProps {
  found: CallSearch;
  narrowed: boolean;
  text: string;
  indexing: boolean;
}

function Results({ found, narrowed, text, indexing }: ResultsProps) {
  if (found.loading || found.hits.length > 0) return <CallList found={found} />;
  if (found.failure) return null;
  if (narrowed) return <NothingFound text={text} onClear={() => changeSearch(noSearch)} />;
  // While the index is being rebuilt an empty answer does not mean an empty library.
  return indexing ? null : <EmptyLibrary />;
}
