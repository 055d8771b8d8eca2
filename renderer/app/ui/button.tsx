// A button: plain, the red one that records, or quiet for what should not stand out.
import type { Ref } from 'react';
import {
  Button as AriaButton,
  composeRenderProps,
  type ButtonProps as AriaButtonProps,
} from 'react-aria-components';
import styles from './button.module.css';

export interface ButtonProps extends AriaButtonProps {
  ref?: Ref<HTMLButtonElement>;
  variant?: 'plain' | 'rec' | 'quiet';
  /** Square, for a single icon; give an aria-label. */
  icon?: boolean;
}

export function Button({ variant = 'plain', icon = false, className, ...props }: ButtonProps) {
  return (
    <AriaButton
      {...props}
      data-variant={variant}
      data-icon={icon || undefined}
      className={composeRenderProps(className, (given) => [styles.button, given].filter(Boolean).join(' '))}
    />
  );
}
