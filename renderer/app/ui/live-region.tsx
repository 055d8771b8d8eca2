// A place that is always there, so that what comes up in it is spoken politely; it takes no room while it is empty.
import type { ReactNode } from 'react';
import styles from './live-region.module.css';

/** `unseen`: only for those who listen. */
export function LiveRegion({ children, unseen = false }: { children: ReactNode; unseen?: boolean }) {
  return (
    <div className={styles.region} data-unseen={unseen || undefined} aria-live="polite">
      {children}
    </div>
  );
}
