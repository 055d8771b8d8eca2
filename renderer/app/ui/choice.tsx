// One of a few, all in view: a row of segments with a line about the chosen one.
import { Label, Radio, RadioGroup } from 'react-aria-components';
import styles from './choice.module.css';

interface ChoiceProps<Id extends string> {
  label: string;
  /** True: the label is for screen readers only. */
  labelHidden?: boolean;
  options: readonly { id: Id; label: string; about?: string }[];
  value: Id;
  onChange: (id: Id) => void;
}

export function Choice<Id extends string>({
  label,
  labelHidden = false,
  options,
  value,
  onChange,
}: ChoiceProps<Id>) {
  const choose = (chosen: string) => {
    const option = options.find((each) => each.id === chosen);
    if (option) onChange(option.id);
  };
  const about = options.find((option) => option.id === value)?.about;
  return (
    <RadioGroup
      className={styles.choice}
      value={value}
      onChange={choose}
      orientation="horizontal"
      aria-label={labelHidden ? label : undefined}
    >
      {!labelHidden && <Label className={styles.label}>{label}</Label>}
      <div className={styles.segments}>
        {options.map((option) => (
          <Radio key={option.id} value={option.id} className={styles.segment}>
            {option.label}
          </Radio>
        ))}
      </div>
      {about && <p className={styles.about}>{about}</p>}
    </RadioGroup>
  );
}
