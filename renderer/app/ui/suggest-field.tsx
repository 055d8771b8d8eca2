// A box to write anything in, with suggestions below it while writing. A textbox with a list, not a closed choice.
import { useId, useState, type KeyboardEvent } from 'react';
import styles from './suggest-field.module.css';

interface Suggestion {
  text: string;
  detail: string;
}

interface SuggestFieldProps {
  label: string;
  placeholder?: string;
  value: string;
  onChange: (text: string) => void;
  onBlur?: () => void;
  suggestions: readonly Suggestion[];
  onOpenChange?: (open: boolean) => void;
  disabled?: boolean;
  className?: string;
}

export function SuggestField(props: SuggestFieldProps) {
  const { label, placeholder, value, onChange, onBlur, suggestions, onOpenChange, disabled, className } =
    props;
  const id = useId();
  const [wanted, setWanted] = useState(false);
  const [active, setActive] = useState(-1);
  const open = wanted && suggestions.length > 0;

  const want = (next: boolean) => {
    setWanted(next);
    setActive(-1);
    onOpenChange?.(next);
  };
  const choose = (text: string) => {
    onChange(text);
    want(false);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const count = suggestions.length;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!open) want(true);
      else setActive((now) => (event.key === 'ArrowDown' ? (now + 1) % count : (now <= 0 ? count : now) - 1));
    } else if (event.key === 'Enter') {
      const chosen = open ? suggestions[active] : undefined;
      if (chosen) choose(chosen.text);
      else event.currentTarget.blur();
    } else if (event.key === 'Escape') {
      if (open) want(false);
      else event.currentTarget.blur();
    }
  };

  return (
    <div className={styles.box}>
      <input
        className={[styles.input, className].filter(Boolean).join(' ')}
        type="text"
        aria-label={label}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls={open ? `${id}-list` : undefined}
        aria-activedescendant={open && active >= 0 ? `${id}-${active}` : undefined}
        autoComplete="off"
        spellCheck={false}
        placeholder={placeholder}
        value={value}
        disabled={disabled}
        onChange={(event) => {
          onChange(event.target.value);
          want(true);
        }}
        onKeyDown={onKeyDown}
        onFocus={() => want(true)}
        onBlur={() => {
          want(false);
          onBlur?.();
        }}
      />
      {open && (
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a datalist cannot say how many calls there were
        <div id={`${id}-list`} className={styles.list} role="listbox" aria-label={label}>
          {suggestions.map((suggestion, index) => (
            <Option
              key={suggestion.text}
              id={`${id}-${index}`}
              suggestion={suggestion}
              active={index === active}
              onChoose={() => choose(suggestion.text)}
            />
          ))}
        </div>
      )}
    </div>
  );
}

interface OptionProps {
  id: string;
  suggestion: Suggestion;
  active: boolean;
  onChoose: () => void;
}

/** The box keeps the focus and its keys; the mouse chooses on the way down, before the box could lose it. */
function Option({ id, suggestion, active, onChoose }: OptionProps) {
  return (
    <div
      id={id}
      className={styles.option}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- as above
      role="option"
      tabIndex={-1}
      aria-selected={active}
      onMouseDown={(event) => {
        event.preventDefault();
        onChoose();
      }}
    >
      <span>{suggestion.text}</span>
      <span className={styles.detail}>{suggestion.detail}</span>
    </div>
  );
}
