// During a call: the picture of the sound, the mark buttons with their keys, and the marks so far.
import { useState } from 'react';
import { consentLine } from '../../../contract/consent.ts';
import { ask } from '../bridge.ts';
import { useWords } from '../i18n.ts';
import { markMoment, pauseRecording, runningOf, useRecorder, type RunningState } from '../live/recorder.ts';
import { reportFailure } from '../report.ts';
import { clock } from '../ui/format.ts';
import { LiveRegion } from '../ui/live-region.tsx';
import { notify } from '../ui/toast.tsx';
import { useCallKeys } from '../live/call-keys.ts';
import styles from './in-call.module.css';
import { ConsentPart } from './consent-part.tsx';
import { LivePicture } from './live-picture.tsx';
import { MarkButtons } from './mark-buttons.tsx';
import type { MarkChoice } from '../live/mark-choices.ts';
import { MarkList } from './mark-list.tsx';
import type { SayingShown } from './running-consent.tsx';
import { SituationNote } from './situation-note.tsx';
import { typeAhead } from '../live/type-ahead.ts';
import type { Situation } from '../live/situation.ts';

interface InCallProps {
  running: RunningState;
  situation: Situation | null;
  /** How much of what to say about recording is to be seen. */
  saying: SayingShown;
  onSayingClose: () => void;
}

export function InCall({ running, situation, saying, onSayingClose }: InCallProps) {
  const t = useWords('recording');
  const [said, setSaid] = useState('');
  const [askedAbout, setAskedAbout] = useState<string | null>(null);

  const mark = (choice: MarkChoice) => {
    if (choice.wantsWords) typeAhead.begin();
    markMoment(choice.kind, choice.event)
      .then((saved) => {
        setAskedAbout(choice.kind === 'refusal' ? saved.id : null);
        // The answer means that it is on disk.
        useRecorder.setState({ focusMarkId: choice.wantsWords ? saved.id : null });
        setSaid(t('markSaved', { mark: t(`mark.${choice.id}`), at: clock(saved.fromMs) }));
      })
      .catch((cause: unknown) => {
        typeAhead.end();
        reportFailure(cause);
      });
  };
  const undo = () => {
    const wasOnHold = Boolean(runningOf(useRecorder.getState().view)?.openHold);
    const { callId } = running;
    ask('recording:undo')
      .then((undone) => {
        if (!undone) return setSaid(t('nothingToUndo'));
        if (undone.kind === 'hold' && !wasOnHold) return setSaid(t('holdGoesOn'));
        // Its words went with it: they can be had again.
        const putBack = () => void ask('marks:put', callId, undone).catch(reportFailure);
        notify(t('undone', { at: clock(undone.fromMs) }), putBack);
      })
      .catch(reportFailure);
  };
  const paused = running.phase === 'paused';
  const soundEnded = running.sound === 'ended';
  useCallKeys((key) => {
    if (key === 'undo') undo();
    else if (key !== 'pause') mark(key);
    else if (!soundEnded) void pauseRecording(!paused);
  });

  return (
    <>
      <LivePicture running={running} />
      <MarkButtons running={running} onMark={mark} />
      {/* Below the buttons: nothing that comes up may move a button from under the pointer. */}
      <SituationNote situation={situation} />
      <LiveRegion>
        {paused && !soundEnded && (
          <p className={styles.paused}>
            <b>{t('paused.title')}</b> {t('paused.about')}
          </p>
        )}
      </LiveRegion>
      <ConsentPart
        running={running}
        standing={consentLine(running.marks).standing}
        shown={saying}
        onClose={onSayingClose}
        onMark={mark}
        askedAbout={askedAbout}
        onAnswered={() => setAskedAbout(null)}
      />
      <MarkList running={running} onUndo={undo} />
      <LiveRegion unseen>{said}</LiveRegion>
    </>
  );
}
