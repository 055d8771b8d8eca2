// A choice of one from a short list. The system's own list: it opens, types ahead and reads out as everywhere else.
import { ChevronDown } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import styles from './field.module.css';

interface SelectProps<Id extends string> {
  label: string;
  /** True: the label is for screen readers only. */
  labelHidden?: boolean;
  options: readonly { id: Id; label: string }[];
  value: Id;
  onChange: (id: Id) => void;
  hint?: ReactNode;
  disabled?: boolean;
}

export function Select<Id extends string>(props: SelectProps<Id>) {
  const { label, labelHidden = false, options, value, onChange, hint, disabled } = props;
  const id = useId();
  const choose = (chosen: string) => {
    const option = options.find((each) => each.id === chosen);
    if (option) onChange(option.id);
  };
  return (
    <div className={styles.field}>
      {!labelHidden && (
        <label className={styles.label} htmlFor={id}>
          {label}
        </label>
      )}
      <div className={styles.select}>
        <select
          id={id}
          className={styles.input}
          aria-label={labelHidden ? label : undefined}
          aria-describedby={hint ? `${id}-hint` : undefined}
          value={value}
          disabled={disabled}
          onChange={(event) => choose(event.target.value)}
        >
          {options.map((option) => (
            <option key={option.id} value={option.id}>
              {option.label}
            </option>
          ))}
        </select>
        <ChevronDown className={styles.chevron} size={16} aria-hidden="true" />
      </div>
      {hint && (
        <span id={`${id}-hint`} className={styles.hint}>
          {hint}
        </span>
      )}
    </div>
  );
}
