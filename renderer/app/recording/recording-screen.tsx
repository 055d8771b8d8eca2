// The Recording screen: before a call what one click will do, during it both sides, the marks, and nothing else.
import { useEffect, useRef } from 'react';
import { useRequest } from '../data.ts';
import { useWords } from '../i18n.ts';
import { useListening } from '../live/listening.ts';
import { runningOf, useRecorder } from '../live/recorder.ts';
import { FailureNote } from '../ui/failure-note.tsx';
import { clock } from '../ui/format.ts';
import { LiveRegion } from '../ui/live-region.tsx';
import { Armed } from './armed.tsx';
import { CallHeader } from './call-header.tsx';
import { RunningConsent, useSayingShown } from './running-consent.tsx';
import { Desk } from './desk.tsx';
import { InCall } from './in-call.tsx';
import { PreRollLine } from './pre-roll-line.tsx';
import { Ready } from './ready.tsx';
import styles from './recording-screen.module.css';
import { SavedCall } from './saved-call.tsx';
import { SituationNote } from './situation-note.tsx';
import { situationOf } from '../live/situation.ts';
import { SoundRow } from './sound-row.tsx';

export function RecordingScreen() {
  const t = useWords('recording');
  useListening();
  const home = useHomeFocus();
  const view = useRecorder((recorder) => recorder.view);
  const failure = useRecorder((recorder) => recorder.failure);
  const draftCompany = useRecorder((recorder) => recorder.draft.company);
  const settings = useRequest('settings:read', []);
  const draftPlaces = useRecorder((recorder) => recorder.draft.places);
  const saying = useSayingShown();
  if (!view) {
    return (
      <main className={styles.body}>
        <h1 className={styles.unseen}>{t('title')}</h1>
        {failure && <FailureNote code={failure.code} onRetry={() => window.location.reload()} />}
      </main>
    );
  }

  const running = runningOf(view);
  const { phase } = view.recording;
  const mode = running?.mode ?? settings.data?.mode ?? 'both';
  const places = draftPlaces ?? settings.data?.places ?? { you: '', them: '' };
  const situation = situationOf(view, mode);
  return (
    <main ref={home} className={styles.screen} tabIndex={-1} data-home="">
      <h1 className={styles.unseen}>{t('title')}</h1>
      <div>
        <CallHeader running={running} />
        {running && <RunningConsent running={running} shown={saying.shown} onShow={saying.show} />}
      </div>
      <div className={styles.body}>
        <SoundRow view={view} mode={mode} />
        {!running && <PreRollLine preRoll={view.preRoll} mode={mode} setting={settings.data?.preRoll} />}
        {!running && <SituationNote situation={situation} />}
        {failure && <FailureNote code={failure.code} />}
        {running && (
          <InCall
            running={running}
            situation={situation}
            saying={saying.shown}
            onSayingClose={() => saying.show('none')}
          />
        )}
        {phase === 'armed' && <Armed />}
        <Desk company={running?.company ?? draftCompany} running={running} />
        {phase === 'idle' && view.last && <SavedCall last={view.last} />}
        <LiveRegion unseen>
          {phase === 'idle' && view.last && t('saved', { time: clock(view.last.durationMs) })}
        </LiveRegion>
        <LiveRegion unseen>{phase === 'armed' && t('armed.title')}</LiveRegion>
        {(phase === 'idle' || phase === 'starting') && <Ready mode={mode} places={places} />}
      </div>
    </main>
  );
}

/** When a call begins the focus is where its keys work, and not on the button that would stop it; text stays text. */
function useHomeFocus() {
  const home = useRef<HTMLElement>(null);
  const callId = useRecorder((recorder) => runningOf(recorder.view)?.callId);
  useEffect(() => {
    if (callId && !document.activeElement?.matches('input, textarea')) home.current?.focus();
  }, [callId]);
  return home;
}
