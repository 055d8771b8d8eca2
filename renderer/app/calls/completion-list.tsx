// The list below the search box while something is being typed that can be completed.
import { useWords } from '../i18n.ts';
import type { Completion } from './use-completions.ts';
import styles from './search-box.module.css';

interface CompletionListProps {
  /** Of the list with `-list` behind it, of each option with its number. */
  id: string;
  completions: readonly Completion[];
  active: number;
  onChoose: (index: number) => void;
}

/** The box keeps the focus and its keys; the mouse chooses on the way down, before the box could lose it. */
export function CompletionList({ id, completions, active, onChoose }: CompletionListProps) {
  const t = useWords('search');
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a datalist cannot say what a completion means
    <div id={`${id}-list`} className={styles.list} role="listbox" aria-label={t('completions')}>
      {completions.map(({ value, text, detail }, index) => (
        <div
          key={value}
          id={`${id}-${index}`}
          className={styles.option}
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- as above
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          onMouseDown={(event) => {
            event.preventDefault();
            onChoose(index);
          }}
        >
          <span className={styles.text}>{text}</span>
          <span className={styles.detail}>{detail}</span>
        </div>
      ))}
    </div>
  );
}
