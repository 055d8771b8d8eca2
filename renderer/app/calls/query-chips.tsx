// How the line was understood: each filter in words, to be taken out by a click; one that means nothing says why.
import { X } from 'lucide-react';
import { memo } from 'react';
import { withoutPart } from '../../../contract/query-edit.ts';
import { parseQuery } from '../../../contract/query.ts';
import { useWords } from '../i18n.ts';
import { chipWords } from './chip-words.ts';
import { changeLine } from './search-state.ts';
import styles from './search-chips.module.css';

interface QueryChipsProps {
  line: string;
  today: string;
  onRemoved: () => void;
}

export const QueryChips = memo(function QueryChips({ line, today, onRemoved }: QueryChipsProps) {
  const t = useWords('search');
  const common = useWords('common');
  const chips = parseQuery(line).flatMap((part) => {
    const words = part.type === 'filter' ? chipWords(part, today, t, common) : null;
    return words ? [{ part, ...words }] : [];
  });
  if (chips.length === 0) return null;
  return (
    <ul className={styles.chips} aria-label={t('chips.list')}>
      {chips.map(({ part, text, wrong }) => (
        <li key={`${part.start} ${text}`} className={styles.chip} data-wrong={wrong !== null || undefined}>
          <span className={styles.text}>{text}</span>
          {wrong && <span className={styles.why}>{wrong}</span>}
          <button
            type="button"
            className={styles.remove}
            aria-label={t('chips.remove', { filter: text })}
            onClick={() => {
              changeLine(withoutPart(line, part));
              onRemoved();
            }}
          >
            <X size={13} aria-hidden="true" />
          </button>
        </li>
      ))}
    </ul>
  );
});
