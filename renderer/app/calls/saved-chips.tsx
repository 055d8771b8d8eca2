// Under the empty box: searches that were given a name, one click away.
import { Bookmark } from 'lucide-react';
import { memo } from 'react';
import { useRequest } from '../data.ts';
import { useWords } from '../i18n.ts';
import { changeLine } from './search-state.ts';
import styles from './search-chips.module.css';

export const SavedChips = memo(function SavedChips({ onChosen }: { onChosen: () => void }) {
  const t = useWords('search');
  const saved = useRequest('settings:read', []).data?.searches ?? [];
  if (saved.length === 0) return null;
  return (
    <ul className={styles.chips} aria-label={t('saved.list')}>
      {saved.map(({ name, query }) => (
        <li key={name}>
          <button
            type="button"
            className={styles.saved}
            title={query}
            onClick={() => {
              changeLine(query);
              onChosen();
            }}
          >
            <Bookmark size={13} aria-hidden="true" />
            {name}
          </button>
        </li>
      ))}
    </ul>
  );
});
