// A labelled box to write in; one line, or several when `rows` is given.
import type { KeyboardEventHandler, ReactNode, Ref } from 'react';
import {
  Input,
  Label,
  Text,
  TextArea,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components';
import styles from './field.module.css';

export interface TextFieldProps extends Omit<AriaTextFieldProps, 'children' | 'className'> {
  label: string;
  /** True: the label is for screen readers only. */
  labelHidden?: boolean;
  hint?: ReactNode;
  placeholder?: string;
  /** Several lines. */
  rows?: number;
  inputRef?: Ref<HTMLInputElement>;
  onKeyDown?: KeyboardEventHandler;
}

export function TextField(props: TextFieldProps) {
  const { label, labelHidden = false, hint, placeholder, rows, inputRef, ...rest } = props;
  return (
    <AriaTextField {...rest} aria-label={labelHidden ? label : undefined} className={styles.field}>
      {!labelHidden && <Label className={styles.label}>{label}</Label>}
      {rows === undefined ? (
        <Input ref={inputRef} className={styles.input} placeholder={placeholder} />
      ) : (
        <TextArea className={styles.input} rows={rows} placeholder={placeholder} />
      )}
      {hint && (
        <Text slot="description" className={styles.hint}>
          {hint}
        </Text>
      )}
    </AriaTextField>
  );
}
