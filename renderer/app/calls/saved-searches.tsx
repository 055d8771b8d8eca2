// The bookmark in the search box: gives the present line a name, and keeps the names that were given.
import { Bookmark, BookmarkCheck } from 'lucide-react';
import { memo, useEffect, useRef, useState, type FormEvent } from 'react';
import type { SavedSearch } from '../../../contract/settings.ts';
import { ask } from '../bridge.ts';
import { useRequest } from '../data.ts';
import { useWords } from '../i18n.ts';
import { reportFailure } from '../report.ts';
import { Button } from '../ui/button.tsx';
import { PopoverButton } from '../ui/popover-button.tsx';
import { TextField } from '../ui/text-field.tsx';
import { SavedList } from './saved-list.tsx';
import { changeLine } from './search-state.ts';
import styles from './saved-searches.module.css';

interface SavedSearchesProps {
  line: string;
  className: string;
  onChosen: () => void;
}

export const SavedSearches = memo(function SavedSearches({ line, className, onChosen }: SavedSearchesProps) {
  const t = useWords('search');
  const [open, setOpen] = useState(false);
  const saved = useRequest('settings:read', []).data?.searches ?? [];
  const query = line.trim();
  const known = saved.find((one) => one.query === query);
  const change = (searches: readonly SavedSearch[]) =>
    void ask('settings:change', { searches }).catch(reportFailure);
  return (
    <PopoverButton
      label={known ? t('saved.isSaved', { name: known.name }) : t('saved.button')}
      className={className}
      title={t('saved.list')}
      open={open}
      onOpenChange={setOpen}
      icon={
        known ? <BookmarkCheck size={16} aria-hidden="true" /> : <Bookmark size={16} aria-hidden="true" />
      }
    >
      <div className={styles.sheet}>
        {query && !known && <NameSearch saved={saved} query={query} onSaved={change} />}
        {!query && saved.length === 0 && <p className={styles.quiet}>{t('saved.nothingYet')}</p>}
        <SavedList
          saved={saved}
          onChange={change}
          onChoose={(chosen) => {
            changeLine(chosen);
            setOpen(false);
            onChosen();
          }}
        />
      </div>
    </PopoverButton>
  );
});

interface NameSearchProps {
  saved: readonly SavedSearch[];
  query: string;
  onSaved: (searches: readonly SavedSearch[]) => void;
}

/** A name that is taken gets the new line. */
function NameSearch({ saved, query, onSaved }: NameSearchProps) {
  const t = useWords('search');
  const [name, setName] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const save = (event: FormEvent) => {
    event.preventDefault();
    const given = name.trim().slice(0, 100);
    if (given) onSaved([...saved.filter((one) => one.name !== given), { name: given, query }]);
  };
  return (
    <form className={styles.name} onSubmit={save}>
      <TextField label={t('saved.name')} value={name} onChange={setName} maxLength={100} inputRef={field} />
      <Button type="submit" isDisabled={name.trim() === ''}>
        {t('saved.save')}
      </Button>
      <code className={styles.query}>{query}</code>
    </form>
  );
}
