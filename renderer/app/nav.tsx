// The left edge: one red button that records and stops, and the links.
import type { ReactNode } from 'react';
import { useRequest } from './data.ts';
import { useWords } from './i18n.ts';
import { toggleRecording, runningOf, useOnDiskMs, useRecorder } from './live/recorder.ts';
import styles from './nav.module.css';
import { useToday } from './promise/use-today.ts';
import { recordKeys } from './record-keys.ts';
import { go, hrefOf, type PlainScreen, type Route } from './route.ts';
import { Button } from './ui/button.tsx';
import { Chip } from './ui/chip.tsx';
import { clock, count } from './ui/format.ts';
import { Kbd } from './ui/kbd.tsx';

/** The link under which a screen is found. */
const parent: Record<Route['screen'], PlainScreen> = {
  recording: 'recording',
  calls: 'calls',
  call: 'calls',
  trash: 'calls',
  promises: 'promises',
  companies: 'companies',
  company: 'companies',
  cases: 'cases',
  case: 'cases',
  settings: 'settings',
};

export function Nav({ route }: { route: Route }) {
  const t = useWords('common');
  const running = useRecorder((recorder) => runningOf(recorder.view) !== null);
  const library = useRequest('library:state', []);
  const open = parent[route.screen];
  return (
    <nav className={styles.nav} aria-label={t('navigation')}>
      <RecordButton />
      <NavLink to="recording" current={open === 'recording'} note={running && <RunningClock />}>
        {t('nav.recording')}
      </NavLink>
      <NavLink
        to="calls"
        current={open === 'calls'}
        note={library.data && library.data.calls > 0 && count(library.data.calls)}
      >
        {t('nav.calls')}
      </NavLink>
      <NavLink to="promises" current={open === 'promises'} note={<PromisesDue />}>
        {t('nav.promises')}
      </NavLink>
      <NavLink to="cases" current={open === 'cases'}>
        {t('nav.cases')}
      </NavLink>
      <NavLink to="companies" current={open === 'companies'}>
        {t('nav.companies')}
      </NavLink>
      <div className={styles.space} />
      <NavLink to="settings" current={open === 'settings'}>
        {t('nav.settings')}
      </NavLink>
    </nav>
  );
}

function RecordButton() {
  const t = useWords('common');
  const phase = useRecorder((recorder) => recorder.view?.recording.phase ?? 'idle');
  const erases = useRecorder(
    ({ view }) => view?.recording.phase === 'finishing' && view.recording.becomes === 'erased',
  );
  const stops = phase === 'recording' || phase === 'paused';
  const busy = phase === 'starting' || phase === 'finishing';
  const press = () => {
    // Words being typed are saved before the call ends, and the keys that follow a start are no longer text.
    if (document.activeElement?.matches('input, textarea')) (document.activeElement as HTMLElement).blur();
    // What goes wrong with a start is said there.
    if (phase === 'idle') go({ screen: 'recording' });
    void toggleRecording();
  };
  if (phase === 'armed') {
    return (
      <Button className={styles.record} onPress={press}>
        {t('cancel')}
      </Button>
    );
  }
  return (
    <Button
      className={styles.record}
      variant="rec"
      onPress={press}
      isDisabled={busy}
      preventFocusOnPress
      aria-keyshortcuts={recordKeys.aria}
    >
      <i className={styles.sign} data-stops={stops || undefined} aria-hidden="true" />
      {phase === 'starting' && t('starting')}
      {phase === 'finishing' && t(erases ? 'erasing' : 'finishing')}
      {phase === 'idle' && t('record')}
      {stops && (
        <>
          {t('stop')} <Kbd onRed>{recordKeys.shown}</Kbd>
        </>
      )}
    </Button>
  );
}

interface NavLinkProps {
  to: PlainScreen;
  current: boolean;
  note?: ReactNode;
  children: ReactNode;
}

/** The note at the right is for the eye: the screen itself says it in words. */
function NavLink({ to, current, note, children }: NavLinkProps) {
  return (
    <a className={styles.link} href={hrefOf({ screen: to })} aria-current={current ? 'page' : undefined}>
      {children}
      {note && (
        <span className={styles.note} aria-hidden="true">
          {note}
        </span>
      )}
    </a>
  );
}

/** Open promises that are due today or overdue; nothing while there are none. */
function PromisesDue() {
  const t = useWords('promises');
  const due = useRequest('promises:summary', [{ company: '', today: useToday() }]).data?.due ?? 0;
  return due === 0 ? null : (
    <span title={t('navDueMeans')}>
      <Chip tone="promise">{t('navDue', { count: due })}</Chip>
    </span>
  );
}

/** Red while there is sound to record. */
function RunningClock() {
  const silent = useRecorder((recorder) => runningOf(recorder.view)?.sound === 'ended');
  return <span className={silent ? undefined : styles.running}>{clock(useOnDiskMs())}</span>;
}
