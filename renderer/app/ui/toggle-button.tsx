// A button that stays pressed: for what is either on or off.
import {
  composeRenderProps,
  ToggleButton as AriaToggleButton,
  type ToggleButtonProps as AriaToggleButtonProps,
} from 'react-aria-components';
import styles from './button.module.css';

export function ToggleButton({ className, ...props }: AriaToggleButtonProps) {
  return (
    <AriaToggleButton
      {...props}
      className={composeRenderProps(className, (given) => [styles.button, given].filter(Boolean).join(' '))}
    />
  );
}
