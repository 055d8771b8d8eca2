// What became of a promise, as a sign of its own shape, so that it is not told by its colour alone. Around 0, 0.
import styles from './picture.module.css';

export const shownStatuses = ['kept', 'late', 'open', 'broken'] as const;
export type ShownStatus = (typeof shownStatuses)[number];

export function PromiseSign({ status }: { status: ShownStatus }) {
  switch (status) {
    case 'kept':
      return <circle r="4" className={styles.kept} />;
    case 'late':
      return <circle r="3.2" className={styles.late} />;
    case 'open':
      return <path d="M0 -4.4 4.4 0 0 4.4 -4.4 0Z" className={styles.open} />;
    case 'broken':
      return <path d="M-3.2 -3.2 3.2 3.2M3.2 -3.2 -3.2 3.2" className={styles.broken} />;
  }
}
