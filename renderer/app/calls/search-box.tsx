// The box for the query line: completes what is typed, says how much was found, and keeps what is to be looked for again.
import { Search, X } from 'lucide-react';
import {
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type RefObject,
} from 'react';
import { useWords } from '../i18n.ts';
import { Button } from '../ui/button.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { CompletionList } from './completion-list.tsx';
import { complete, typingAt } from './completion.ts';
import { focusFirstCall } from './focus.ts';
import { FoundLine } from './found-line.tsx';
import { SavedSearches } from './saved-searches.tsx';
import { SearchHelp } from './search-help.tsx';
import { asksToFind } from '../ui/find-keys.ts';
import { askedFor, changeLine } from './search-state.ts';
import type { CallSearch } from './use-call-search.ts';
import { useCompletions } from './use-completions.ts';
import styles from './search-box.module.css';

interface SearchBoxProps {
  input: RefObject<HTMLInputElement | null>;
  line: string;
  found: CallSearch;
  backToBox: () => void;
}

export function SearchBox({ input, line, found, backToBox }: SearchBoxProps) {
  const t = useWords('calls');
  const id = useId();
  const { caret, setCaret, moveCaret } = useCaret(input);
  const [wanted, setWanted] = useState(false);
  const [chosen, setChosen] = useState<number | null>(null);
  const typing = useMemo(() => (wanted ? typingAt(line, caret) : null), [wanted, line, caret]);
  const completions = useCompletions(typing);
  const isOpen = completions.length > 0;
  // Whoever is in the middle of a value most likely wants the first that fits.
  const first = typing?.kind === 'value' && typing.typed !== '' ? 0 : -1;
  const active = isOpen ? Math.min(chosen ?? first, completions.length - 1) : -1;

  useSearchKeys(input);

  const change = (next: string, at: number) => {
    changeLine(next);
    setCaret(at);
    setChosen(null);
    setWanted(true);
  };
  const take = (index: number) => {
    const completion = completions[index];
    if (!typing || !completion) return;
    const next = complete(line, typing, completion.value);
    change(next.line, next.caret);
    moveCaret(next.caret);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Enter may be part of writing a word, in scripts that are put together.
    if (event.nativeEvent.isComposing) return;
    const isPlain = !event.shiftKey && !event.altKey && !event.ctrlKey && !event.metaKey;
    switch (event.key) {
      case 'Escape':
        if (isOpen) setWanted(false);
        else if (line) change('', 0);
        else return;
        break;
      case 'ArrowDown':
        if (isOpen) setChosen((active + 1) % completions.length);
        else if (!focusFirstCall()) return;
        break;
      case 'ArrowUp':
        if (!isOpen) return;
        setChosen(active <= 0 ? completions.length - 1 : active - 1);
        break;
      case 'Enter':
      case 'Tab':
        if (active < 0 || !isPlain) return;
        take(active);
        break;
      default:
        return;
    }
    event.preventDefault();
  };
  return (
    <div className={styles.place}>
      <div className={styles.box}>
        <Search className={styles.icon} size={16} aria-hidden="true" />
        <input
          ref={input}
          type="search"
          className={styles.input}
          aria-label={t('search')}
          aria-keyshortcuts="/ Control+F Meta+F"
          aria-autocomplete="list"
          aria-haspopup="listbox"
          aria-controls={isOpen ? `${id}-list` : undefined}
          aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined}
          placeholder={t('searchHint')}
          autoComplete="off"
          spellCheck={false}
          value={line}
          onChange={(event) => change(event.target.value, event.target.selectionStart ?? 0)}
          onSelect={(event) => setCaret(event.currentTarget.selectionStart ?? 0)}
          onBlur={() => setWanted(false)}
          onKeyDown={onKeyDown}
        />
        <FoundLine found={found} searched={askedFor(line) !== ''} />
        {line ? (
          <Button
            variant="quiet"
            className={styles.small}
            aria-label={t('clear')}
            onPress={() => {
              change('', 0);
              backToBox();
            }}
          >
            <X size={16} aria-hidden="true" />
          </Button>
        ) : (
          <Kbd>/</Kbd>
        )}
        <SavedSearches line={line} className={styles.small!} onChosen={backToBox} />
        <SearchHelp className={styles.small!} onChosen={backToBox} />
      </div>
      {isOpen && <CompletionList id={id} completions={completions} active={active} onChoose={take} />}
    </div>
  );
}

/** Where the caret stands; it can be moved once the line that it belongs to is in the box. */
function useCaret(input: RefObject<HTMLInputElement | null>) {
  const [caret, setCaret] = useState(0);
  const wanted = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (wanted.current === null) return;
    input.current?.setSelectionRange(wanted.current, wanted.current);
    wanted.current = null;
  });
  return { caret, setCaret, moveCaret: (to: number) => (wanted.current = to) };
}

/** `/`, or Ctrl/Cmd+F, leads into the box from anywhere on the screen. */
function useSearchKeys(input: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const onKeyDown = (event: globalThis.KeyboardEvent) => {
      if (!asksToFind(event)) return;
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [input]);
}
