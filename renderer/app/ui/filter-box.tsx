// A box that narrows the list below it while one types. `/` and Ctrl/Cmd+F go to it, Escape empties it.
import { Search, X } from 'lucide-react';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { Button } from './button.tsx';
import styles from './filter-box.module.css';
import { Kbd } from './kbd.tsx';

interface FilterBoxProps {
  label: string;
  placeholder: string;
  clearLabel: string;
  value: string;
  onChange: (text: string) => void;
  /** The list is next: an arrow leads there. */
  onDown?: () => void;
}

export function FilterBox({ label, placeholder, clearLabel, value, onChange, onDown }: FilterBoxProps) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const onKeyDown = (event: globalThis.KeyboardEvent) => {
      if (!asksForBox(event)) return;
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
    <div className={styles.box}>
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

/** `/` unless something is being typed, or Ctrl/Cmd+F. */
function asksForBox(event: globalThis.KeyboardEvent): boolean {
  if (event.defaultPrevented || event.altKey) return false;
  if (event.ctrlKey || event.metaKey) return event.key.toLowerCase() === 'f' && !event.shiftKey;
  const { target } = event;
  const typing =
    target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]');
  return event.key === '/' && !typing;
}
