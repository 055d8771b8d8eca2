// The marks of the running call, the newest on top, each with room for words.
import { useWords } from '../i18n.ts';
import { agentAt } from '../../../contract/agent.ts';
import { marksOfConsent } from '../../../contract/consent.ts';
import type { RunningState } from '../live/recorder.ts';
import { dayOf } from '../promise/understood.ts';
import { undoKeys } from '../record-keys.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Kbd } from '../ui/kbd.tsx';
import styles from './mark-list.module.css';
import { MarkRow } from './mark-row.tsx';

interface MarkListProps {
  running: RunningState;
  onUndo: () => void;
}

export function MarkList({ running, onUndo }: MarkListProps) {
  const t = useWords('recording');
  const newestFirst = [...running.marks].sort((a, b) => b.createdAt.localeCompare(a.createdAt));
  const day = dayOf(running.startedAtMs, 0 - new Date(running.startedAtMs).getTimezoneOffset());
  const consented = marksOfConsent(running.marks);
  if (newestFirst.length === 0) return <p className={styles.none}>{t('noMarks')}</p>;
  return (
    <>
      <Card>
        <ul className={styles.list} aria-label={t('marks')}>
          {newestFirst.map((mark) => (
            <MarkRow
              key={mark.id}
              callId={running.callId}
              mark={mark}
              day={day}
              who={mark.promise ? mark.promise.who || agentAt(running.marks, mark.toMs) : ''}
              open={running.openHold?.markId === mark.id}
              consented={consented.has(mark.id)}
            />
          ))}
        </ul>
      </Card>
      <Button
        className={styles.undo}
        variant="quiet"
        // Takes the focus: a text box saves when it is left, and must not save the mark again once it is gone.
        onPress={onUndo}
        aria-keyshortcuts={undoKeys.aria}
      >
        {t('undoMark')} <Kbd>{undoKeys.shown}</Kbd>
      </Button>
    </>
  );
}
