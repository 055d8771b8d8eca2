// A date range of one's own: two calendar dates, both included, either of them open.
import { useId } from 'react';
import { useWords } from '../i18n.ts';
import type { DateFilter } from './date-range.ts';
import styles from './search-bar.module.css';

interface DateFieldsProps {
  date: DateFilter;
  onChange: (date: DateFilter) => void;
}

export function DateFields({ date, onChange }: DateFieldsProps) {
  const t = useWords('calls');
  const id = useId();
  const backwards = date.from !== '' && date.until !== '' && date.from > date.until;
  const field = (name: 'from' | 'until') => (
    <label className={styles.date}>
      {t(`date.${name}`)}
      <input
        type="date"
        className={styles.dateInput}
        value={date[name]}
        min={name === 'until' ? date.from : undefined}
        aria-invalid={backwards || undefined}
        aria-describedby={backwards ? id : undefined}
        onChange={(event) => onChange({ ...date, [name]: event.target.value })}
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
