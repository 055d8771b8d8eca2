// The frame around every screen: the red button and the links at the left, notices above, the open screen below.
import { useEffect } from 'react';
import { CallScreen } from './call/call-screen.tsx';
import { CaseScreen } from './case/case-screen.tsx';
import { CasesScreen } from './cases/cases-screen.tsx';
import { CallsScreen } from './calls/calls-screen.tsx';
import { listen } from './bridge.ts';
import { CompaniesScreen } from './companies/companies-screen.tsx';
import { CompanyScreen } from './company/company-screen.tsx';
import { DropPlace } from './import/drop-place.tsx';
import { ImportStrip } from './import/import-strip.tsx';
import { toggleRecording, useRecorder } from './live/recorder.ts';
import { Nav } from './nav.tsx';
import { Notices } from './notices.tsx';
import { QuitDialog } from './quit-dialog.tsx';
import { PromisesScreen } from './promises/promises-screen.tsx';
import { isRecordKeys } from './record-keys.ts';
import { RecordingScreen } from './recording/recording-screen.tsx';
import { go, useRoute, type Route } from './route.ts';
import { SettingsScreen } from './settings/settings-screen.tsx';
import styles from './shell.module.css';
import { StillThere } from './still-there.tsx';
import { TrashScreen } from './trash/trash-screen.tsx';
import { Toasts } from './ui/toast.tsx';

export function Shell() {
  const route = useRoute();
  useRecordKeys();
  useRecordingComesUp();
  useEffect(() => listen('app:show-screen', (screen) => go({ screen })), []);
  return (
    <div className={styles.shell}>
      <Nav route={route} />
      <div className={styles.main}>
        <Notices />
        <div className={styles.screen}>
          <Screen route={route} />
        </div>
        <ImportStrip />
      </div>
      <StillThere />
      <QuitDialog />
      <DropPlace />
      <Toasts />
    </div>
  );
}

function Screen({ route }: { route: Route }) {
  switch (route.screen) {
    case 'calls':
      return <CallsScreen asked={route.query} />;
    case 'call':
      return <CallScreen key={route.callId} callId={route.callId} />;
    case 'promises':
      return <PromisesScreen />;
    case 'cases':
      return <CasesScreen />;
    case 'case':
      return <CaseScreen key={route.case} name={route.case} />;
    case 'trash':
      return <TrashScreen />;
    case 'companies':
      return <CompaniesScreen />;
    case 'company':
      return <CompanyScreen key={route.company} company={route.company} />;
    case 'settings':
      return <SettingsScreen />;
    default:
      return <RecordingScreen />;
  }
}

/** Whoever starts a call, by whatever means, wants the marks in front of them. */
function useRecordingComesUp(): void {
  const phase = useRecorder((recorder) => recorder.view?.recording.phase);
  const starting = phase === 'armed' || phase === 'starting';
  useEffect(() => {
    if (starting) go({ screen: 'recording' });
  }, [starting]);
}

function useRecordKeys(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!isRecordKeys(event)) return;
      event.preventDefault();
      void toggleRecording();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
