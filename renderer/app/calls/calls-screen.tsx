// The Calls screen: one box that answers "what did that company tell me?", newest first.
import { useLayoutEffect } from 'react';
import { useRequest } from '../data.ts';
import { useWords } from '../i18n.ts';
import { hrefOf } from '../route.ts';
import { FailureNote } from '../ui/failure-note.tsx';
import { CallList } from './call-list.tsx';
import { EmptyLibrary, NothingFound } from './empty.tsx';
import { LibraryNotes } from './library-notes.tsx';
import { SearchBar } from './search-bar.tsx';
import { changeLine, useFilter } from './search-state.ts';
import { useCallSearch, type CallSearch } from './use-call-search.ts';
import styles from './calls-screen.module.css';

/** `asked`: the query line of the link that led here. */
export function CallsScreen({ asked }: { asked: string | undefined }) {
  const t = useWords('calls');
  useLayoutEffect(() => {
    if (asked === undefined) return;
    changeLine(asked);
    // Taken once: whoever changes the line and comes back by Back finds it as it was left.
    history.replaceState(history.state, '', hrefOf({ screen: 'calls' }));
  }, [asked]);
  const filter = useFilter();
  const found = useCallSearch(filter);
  const library = useRequest('library:state', []).data;
  return (
    <main className={styles.screen}>
      <h1 className={styles.unseen}>{t('list')}</h1>
      <SearchBar found={found} />
      <div className={styles.body}>
        {library && <LibraryNotes library={library} />}
        {found.failure && (
          <div className={styles.failure}>
            <FailureNote code={found.failure.code} onRetry={found.retry} />
          </div>
        )}
        <Results found={found} query={filter.query} indexing={library?.indexing ?? false} />
      </div>
    </main>
  );
}

interface ResultsProps {
  found: CallSearch;
  /** What is asked for; empty when everything is. */
  query: string;
  indexing: boolean;
}

function Results({ found, query, indexing }: ResultsProps) {
  if (found.loading || found.hits.length > 0) return <CallList found={found} />;
  if (found.failure) return null;
  if (query !== '') return <NothingFound query={query} onClear={() => changeLine('')} />;
  // While the index is being rebuilt an empty answer does not mean an empty library.
  return indexing ? null : <EmptyLibrary />;
}
