// The frame of every row of the timeline: day, sign, what it was, and tools at the edge.
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Entry } from './timeline.ts';
import styles from './timeline.module.css';

interface RowProps {
  icon: LucideIcon;
  when: ReactNode;
  kind: Entry['kind'];
  children: ReactNode;
  /** At the right edge. */
  tools?: ReactNode;
}

export function Row({ icon: Icon, when, kind, children, tools }: RowProps) {
  return (
    <li className={styles.row} data-kind={kind}>
      <div className={styles.when}>{when}</div>
      <Icon className={styles.icon} size={16} aria-hidden="true" />
      <div className={styles.what}>{children}</div>
      {tools}
    </li>
  );
}
