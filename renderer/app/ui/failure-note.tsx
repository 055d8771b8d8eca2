// Says that something did not work: one calm sentence, what to do next, and a way to try again.
import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { FailureCode } from '../../../contract/failure.ts';
import { useWords } from '../i18n.ts';
import { Button } from './button.tsx';
import styles from './failure-note.module.css';

interface FailureNoteProps {
  code: FailureCode;
  onRetry?: () => void;
  /** Another next step: a button or a link. */
  action?: ReactNode;
}

export function FailureNote({ code, onRetry, action }: FailureNoteProps) {
  const t = useWords('failures');
  const common = useWords('common');
  return (
    <div className={styles.note} role="alert">
      <CircleAlert className={styles.icon} size={18} aria-hidden="true" />
      <p>
        {t(`${code}.what`)} <span className={styles.next}>{t(`${code}.next`)}</span>
      </p>
      {onRetry && <Button onPress={onRetry}>{common('tryAgain')}</Button>}
      {action}
    </div>
  );
}
