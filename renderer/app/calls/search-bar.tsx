// The head of the Calls screen: the search box, controls that write its line, and how the line was understood.
import { useCallback, useRef } from 'react';
import { useWords } from '../i18n.ts';
import { ImportButton } from '../import/import-button.tsx';
import { LiveRegion } from '../ui/live-region.tsx';
import { dateChoiceIn, dateRangeIn } from './date-choice.ts';
import { DateFields } from './date-fields.tsx';
import { DateSelect, OutcomeSelect } from './filter-selects.tsx';
import { FiltersButton } from './filters-button.tsx';
import { QueryChips } from './query-chips.tsx';
import { SavedChips } from './saved-chips.tsx';
import { SearchBox } from './search-box.tsx';
import { useLine, useToday } from './search-state.ts';
import { TrashLink } from './trash-link.tsx';
import type { CallSearch } from './use-call-search.ts';
import styles from './search-bar.module.css';

export function SearchBar({ found }: { found: CallSearch }) {
  const t = useWords('search');
  const line = useLine();
  const today = useToday();
  const input = useRef<HTMLInputElement>(null);
  const backToBox = useCallback(() => input.current?.focus(), []);
  return (
    <header className={styles.bar}>
      <SearchBox input={input} line={line} found={found} backToBox={backToBox} />
      <div className={styles.actions}>
        <ImportButton />
        <TrashLink />
      </div>
      <div className={styles.filters}>
        <OutcomeSelect line={line} today={today} />
        <DateSelect line={line} today={today} />
        <FiltersButton line={line} />
        {line.trim() === '' ? (
          <SavedChips onChosen={backToBox} />
        ) : (
          <QueryChips line={line} today={today} onRemoved={backToBox} />
        )}
      </div>
      {dateChoiceIn(line, today) === 'custom' && <DateFields range={dateRangeIn(line, today)} />}
      <LiveRegion>
        {found.showing.map((showing) => (
          <p key={showing.typed} className={styles.showing}>
            {t('showing', { ...showing })}
          </p>
        ))}
      </LiveRegion>
    </header>
  );
}
