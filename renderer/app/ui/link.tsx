// A link within the app, in a sentence or on its own.
import type { ReactNode } from 'react';
import styles from './link.module.css';

export function Link({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a className={styles.link} href={href}>
      {children}
    </a>
  );
}
