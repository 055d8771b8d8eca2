// The head of the Calls screen: the search box with what it found, and the filters beside it.
import { Search, X } from 'lucide-react';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { outcomes } from '../../../contract/call.ts';
import { useWords } from '../i18n.ts';
import { ImportButton } from '../import/import-button.tsx';
import { Button } from '../ui/button.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { Select } from '../ui/select.tsx';
import { DateFields } from './date-fields.tsx';
import { anyDate, dateChoices } from './date-range.ts';
import { FoundLine } from './found-line.tsx';
import { focusFirstCall } from './focus.ts';
import { changeSearch, type Search as SearchState } from './search-state.ts';
import type { CallSearch } from './use-call-search.ts';
import styles from './search-bar.module.css';

export function SearchBar({ search, found }: { search: SearchState; found: CallSearch }) {
  const t = useWords('calls');
  const common = useWords('common');
  const outcomeChoices = [
    { id: 'any' as const, label: t('outcome.any') },
    ...outcomes.map((id) => ({ id, label: common(`outcome.${id}`) })),
    { id: 'none' as const, label: common('outcome.none') },
  ];
  return (
    <header className={styles.bar}>
      <SearchBox text={search.text} found={found} />
      <div className={styles.filters}>
        <Select
          label={t('outcome.label')}
          labelHidden
          options={outcomeChoices}
          value={search.outcome}
          onChange={(outcome) => changeSearch({ outcome })}
        />
        <Select
          label={t('date.label')}
          labelHidden
          options={dateChoices.map((id) => ({ id, label: t(`date.${id}`) }))}
          value={search.date.choice}
          onChange={(choice) => changeSearch({ date: { ...anyDate, choice } })}
        />
        <ImportButton />
      </div>
      {search.date.choice === 'custom' && (
        <DateFields date={search.date} onChange={(date) => changeSearch({ date })} />
      )}
    </header>
  );
}

function SearchBox({ text, found }: { text: string; found: CallSearch }) {
  const t = useWords('calls');
  const input = useRef<HTMLInputElement>(null);
  const change = (next: string) => changeSearch({ text: next });

  useEffect(() => {
    const onKeyDown = (event: globalThis.KeyboardEvent) => {
      if (!asksForSearch(event)) return;
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && text) change('');
    else if (event.key === 'ArrowDown' && focusFirstCall()) event.preventDefault();
  };
  return (
    <div className={styles.box}>
      <Search className={styles.icon} size={16} aria-hidden="true" />
      <input
        ref={input}
        type="search"
        className={styles.input}
        aria-label={t('search')}
        aria-keyshortcuts="/ Control+F Meta+F"
        placeholder={t('searchHint')}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => change(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <FoundLine found={found} searched={text.trim() !== ''} />
      {text ? (
        <Button
          variant="quiet"
          className={styles.clear}
          aria-label={t('clear')}
          onPress={() => {
            change('');
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
function asksForSearch(event: globalThis.KeyboardEvent): boolean {
  if (event.defaultPrevented || event.altKey) return false;
  if (event.ctrlKey || event.metaKey) return event.key.toLowerCase() === 'f' && !event.shiftKey;
  const target = event.target;
  const typing =
    target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]');
  return event.key === '/' && !typing;
}
