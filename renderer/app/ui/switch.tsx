// A switch: on or off, at once. Its name is said, and stands on screen beside it.
import { Switch as AriaSwitch, type SwitchProps as AriaSwitchProps } from 'react-aria-components';
import styles from './switch.module.css';

interface SwitchProps extends Omit<AriaSwitchProps, 'children' | 'className'> {
  label: string;
}

export function Switch({ label, ...props }: SwitchProps) {
  return (
    <AriaSwitch {...props} aria-label={label} className={styles.switch}>
      <span className={styles.track} aria-hidden="true" />
    </AriaSwitch>
  );
}
