// A key as printed on a keyboard. For the eye only: say the key to others with aria-keyshortcuts on the control.
import type { ReactNode } from 'react';
import styles from './kbd.module.css';

export function Kbd({ children, onRed = false }: { children: ReactNode; onRed?: boolean }) {
  return (
    <kbd className={styles.kbd} data-on-red={onRed || undefined} aria-hidden="true">
      {children}
    </kbd>
  );
}
