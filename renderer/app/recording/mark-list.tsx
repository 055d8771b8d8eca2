// The marks of the running call, the newest on top, each with room for words.
import { useWords } from '../i18n.ts';
import type { RunningState } from '../live/recorder.ts';
import { Card } from '../ui/card.tsx';
import styles from './mark-list.module.css';
import { MarkRow } from './mark-row.tsx';

export function MarkList({ running }: { running: RunningState }) {
  const t = useWords('recording');
  const newestFirst = [...running.marks].sort((a, b) => b.createdAt.localeCompare(a.createdAt));
  if (newestFirst.length === 0) return <p className={styles.none}>{t('noMarks')}</p>;
  return (
    <Card>
      <ul className={styles.list} aria-label={t('marks')}>
        {newestFirst.map((mark) => (
          <MarkRow
            key={mark.id}
            callId={running.callId}
            mark={mark}
            open={running.openHold?.markId === mark.id}
          />
        ))}
      </ul>
    </Card>
  );
}
