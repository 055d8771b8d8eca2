// A box that narrows the list below it while one types. `/` and Ctrl/Cmd+F go to it, Escape empties it.
import { Search, X } from 'lucide-react';
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { Button } from './button.tsx';
import styles from './filter-box.module.css';
import { asksToFind } from './find-keys.ts';
import { Kbd } from './kbd.tsx';

interface FilterBoxProps {
  label: string;
  placeholder: string;
  clearLabel: string;
  value: string;
  onChange: (text: string) => void;
  /** The list is next: an arrow leads there. */
  onDown?: () => void;
  /** What was found, in a few words. With it the box takes what room there is. */
  found?: ReactNode;
}

export function FilterBox(props: FilterBoxProps) {
  const { label, placeholder, clearLabel, value, onChange, onDown, found } = props;
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const onKeyDown = (event: globalThis.KeyboardEvent) => {
      if (!asksToFind(event)) return;
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && value) onChange('');
    else if (event.key === 'ArrowDown' && onDown) {
      event.preventDefault();
      onDown();
    }
  };
  return (
    <div className={styles.box} data-wide={found !== undefined || undefined}>
      <Search className={styles.icon} size={16} aria-hidden="true" />
      <input
        ref={input}
        type="search"
        className={styles.input}
        aria-label={label}
        aria-keyshortcuts="/ Control+F Meta+F"
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {found !== undefined && <output className={styles.found}>{found}</output>}
      {value ? (
        <Button
          variant="quiet"
          className={styles.clear}
          aria-label={clearLabel}
          onPress={() => {
            onChange('');
            input.current?.focus();
          }}
        >
          <X size={16} aria-hidden="true" />
        </Button>
      ) : (
        <Kbd>/</Kbd>
      )}
    </div>
  );
}
