// What the running call shows of consent below the mark buttons: the words to say, their answer, or the ways on after a no.
import { ask } from '../bridge.ts';
import { situationNow, type ConsentStanding } from '../../../contract/consent.ts';
import { useWords } from '../i18n.ts';
import type { RunningState } from '../live/recorder.ts';
import { reportFailure } from '../report.ts';
import { Button } from '../ui/button.tsx';
import { LiveRegion } from '../ui/live-region.tsx';
import { Answers, ConsentCard, SayingHint } from './consent-card.tsx';
import styles from './consent-part.module.css';
import type { MarkChoice } from '../live/mark-choices.ts';
import type { SayingShown } from './running-consent.tsx';
import { RefusalCard } from './refusal-card.tsx';

interface ConsentPartProps {
  running: RunningState;
  standing: ConsentStanding;
  shown: SayingShown;
  onClose: () => void;
  onMark: (choice: MarkChoice) => void;
  /** A refusal was just marked, and it is not known yet what was refused. */
  askedAbout: string | null;
  onAnswered: () => void;
}

export function ConsentPart(props: ConsentPartProps) {
  const { running, standing, shown, onClose, onMark, askedAbout, onAnswered } = props;
  const ended = running.sound === 'ended';
  const what = running.marks.find((mark) => mark.id === askedAbout);
  const itWas = () => {
    if (!what) return;
    onAnswered();
    ask('marks:put', running.callId, {
      ...what,
      kind: 'consent',
      consent: { event: 'agent-refused' },
      updatedAt: new Date().toISOString(),
    }).catch(reportFailure);
  };
  return (
    <>
      <LiveRegion>
        {ended && <NotesOnly />}
        {what && !ended && <WhatWasRefused onYes={itWas} onNo={onAnswered} />}
        {standing === 'refused' && !ended && <RefusalCard running={running} onMark={onMark} />}
      </LiveRegion>
      {shown === 'card' && <ConsentCard key={standing} {...{ running, standing, onMark, onClose }} />}
      {shown === 'hint' && !ended && <SayingHint situation={situationNow(standing)} onClose={onClose} />}
      {shown !== 'card' && standing === 'you-announced' && <Answers onMark={onMark} />}
    </>
  );
}

function NotesOnly() {
  const t = useWords('consent');
  return (
    <p className={styles.note}>
      <b>{t('notesOnly.title')}</b> {t('notesOnly.about')}
    </p>
  );
}

/** The key for "Refused" is pressed for refunds too: only the recording being refused is about consent. */
function WhatWasRefused({ onYes, onNo }: { onYes: () => void; onNo: () => void }) {
  const t = useWords('consent');
  return (
    <div className={styles.note}>
      <span>{t('refusal.ask')}</span>
      <Button onPress={onYes}>{t('refusal.yes')}</Button>
      <Button variant="quiet" onPress={onNo}>
        {t('refusal.no')}
      </Button>
    </div>
  );
}
