// A panel on the paper: a thin line around things that belong together.
import type { ReactNode } from 'react';
import styles from './card.module.css';

interface CardProps {
  children: ReactNode;
  /** True: room between the edge and what is inside. */
  padded?: boolean;
  className?: string;
}

export function Card({ children, padded = false, className }: CardProps) {
  return (
    <div className={[styles.card, className].filter(Boolean).join(' ')} data-padded={padded || undefined}>
      {children}
    </div>
  );
}
