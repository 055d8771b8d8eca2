// A date range of one's own: two calendar dates, both included, either of them open.
import { useId } from 'react';
import { useWords } from '../i18n.ts';
import { withDateRange, type DateRange } from './date-choice.ts';
import { changeLine } from './search-state.ts';
import styles from './search-bar.module.css';

export function DateFields({ range }: { range: DateRange }) {
  const t = useWords('calls');
  const id = useId();
  const backwards = range.from !== '' && range.until !== '' && range.from > range.until;
  const field = (name: 'from' | 'until') => (
    <label className={styles.date}>
      {t(`date.${name}`)}
      <input
        type="date"
        className={styles.dateInput}
        value={range[name]}
        aria-invalid={backwards || undefined}
        aria-describedby={backwards ? id : undefined}
        onChange={(event) => {
          const date = event.target.value;
          changeLine((line) => withDateRange(line, { ...range, [name]: date }));
        }}
      />
    </label>
  );
  return (
    <div className={styles.dates}>
      {field('from')}
      {field('until')}
      {backwards && (
        <span id={id} className={styles.warning}>
          {t('date.backwards')}
        </span>
      )}
    </div>
  );
}
