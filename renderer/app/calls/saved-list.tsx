// Searches that have a name: looked for again, renamed, or removed.
import { Pencil, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { SavedSearch } from '../../../contract/settings.ts';
import { useWords } from '../i18n.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/text-field.tsx';
import { notify } from '../ui/toast.tsx';
import styles from './saved-searches.module.css';

interface SavedListProps {
  saved: readonly SavedSearch[];
  onChange: (searches: readonly SavedSearch[]) => void;
  onChoose: (query: string) => void;
}

export function SavedList({ saved, onChange, onChoose }: SavedListProps) {
  const t = useWords('search');
  const [renamed, setRenamed] = useState<string | null>(null);
  if (saved.length === 0) return null;
  const remove = (gone: SavedSearch) => {
    onChange(saved.filter((one) => one !== gone));
    notify(t('saved.removed', { name: gone.name }), () => onChange(saved));
  };
  const rename = (old: SavedSearch, name: string) => {
    const given = name.trim();
    setRenamed(null);
    const isTaken = saved.some((one) => one !== old && one.name === given);
    if (given === '' || isTaken) return;
    onChange(saved.map((one) => (one === old ? { ...one, name: given } : one)));
  };
  return (
    <ul className={styles.list} aria-label={t('saved.list')}>
      {saved.map((one) => (
        <li key={one.name} className={styles.item}>
          {renamed === one.name ? (
            <Rename
              label={t('saved.newName', { name: one.name })}
              name={one.name}
              onDone={(name) => rename(one, name)}
            />
          ) : (
            <>
              <Button variant="quiet" className={styles.choose} onPress={() => onChoose(one.query)}>
                <span className={styles.title}>{one.name}</span>
                <code className={styles.query}>{one.query}</code>
              </Button>
              <Button
                variant="quiet"
                icon
                aria-label={t('saved.rename', { name: one.name })}
                onPress={() => setRenamed(one.name)}
              >
                <Pencil size={14} aria-hidden="true" />
              </Button>
              <Button
                variant="quiet"
                icon
                aria-label={t('saved.remove', { name: one.name })}
                onPress={() => remove(one)}
              >
                <X size={14} aria-hidden="true" />
              </Button>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Enter keeps it and Escape does not. */
function Rename({ label, name, onDone }: { label: string; name: string; onDone: (name: string) => void }) {
  const [text, setText] = useState(name);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  return (
    <TextField
      label={label}
      labelHidden
      value={text}
      onChange={setText}
      maxLength={100}
      inputRef={field}
      onBlur={() => onDone(text)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') onDone(text);
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onDone(name);
      }}
    />
  );
}
