// When the agent does not want to be recorded: three ways on, one press each, and none of them hurried.
import { useState } from 'react';
import { Saying } from '../consent/saying.tsx';
import { useWords } from '../i18n.ts';
import { endSound, eraseRecording, stopRecording, useOnDiskMs, type RunningState } from '../live/recorder.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { clock } from '../ui/format.ts';
import { notify } from '../ui/toast.tsx';
import { agentAnswers, type MarkChoice } from '../live/mark-choices.ts';
import styles from './refusal-card.module.css';

interface RefusalCardProps {
  running: RunningState;
  onMark: (choice: MarkChoice) => void;
}

export function RefusalCard({ running, onMark }: RefusalCardProps) {
  const t = useWords('consent');
  const [asking, setAsking] = useState(false);
  const ways = [
    { id: 'keep', press: () => void stopRecording() },
    { id: 'notes', press: () => void endSound() },
    { id: 'erase', press: () => setAsking(true) },
  ] as const;
  return (
    <Card padded>
      <section className={styles.card} aria-label={t('refusal.title')}>
        <h2>{t('refusal.title')}</h2>
        <ul className={styles.ways}>
          {ways.map(({ id, press }) => (
            <li key={id} className={styles.way}>
              <Button onPress={press} preventFocusOnPress aria-describedby={`refusal-${id}`}>
                {t(`refusal.${id}`)}
              </Button>
              <p id={`refusal-${id}`} className={styles.about}>
                {t(`refusal.${id}About`)}
              </p>
            </li>
          ))}
        </ul>
        <p className={styles.still}>
          {t('refusal.still')}{' '}
          <Button variant="quiet" onPress={() => onMark(agentAnswers.agreed)} preventFocusOnPress>
            {t('refusal.agreed')}
          </Button>
        </p>
        <Saying situation="objection" />
      </section>
      {asking && <EraseQuestion running={running} onClose={() => setAsking(false)} />}
    </Card>
  );
}

/** Says what goes, and takes the safe answer unless told otherwise. */
function EraseQuestion({ running, onClose }: { running: RunningState; onClose: () => void }) {
  const t = useWords('consent');
  const time = clock(useOnDiskMs());
  const erase = async () => {
    onClose();
    if (await eraseRecording()) notify(t('refusal.erased'));
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('refusal.sureTitle')}
      actions={
        <>
          <Button onPress={() => void erase()}>{t('refusal.sureYes')}</Button>
          {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- a dialog takes the focus; it goes to the safe answer */}
          <Button autoFocus onPress={onClose}>
            {t('refusal.sureNo')}
          </Button>
        </>
      }
    >
      {t('refusal.sure', { time, count: running.marks.length })}
    </Dialog>
  );
}
