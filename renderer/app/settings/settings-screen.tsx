// Settings: which sound is recorded, how, and where the calls are kept.
import type { ReactNode } from 'react';
import type { SettingsPatch } from '../../../contract/settings.ts';
import { ask } from '../bridge.ts';
import { useRequest } from '../data.ts';
import { useWords } from '../i18n.ts';
import { useListening } from '../live/listening.ts';
import { reportFailure } from '../report.ts';
import { FailureNote } from '../ui/failure-note.tsx';
import { AboutSettings } from './about-settings.tsx';
import { ConsentSettings } from './consent-settings.tsx';
import { KeepingSettings } from './keeping-settings.tsx';
import { LetterSettings } from './letter-settings.tsx';
import { ReminderSettings } from './reminder-settings.tsx';
import { RecordingSettings } from './recording-settings.tsx';
import styles from './settings-screen.module.css';
import { SoundSettings } from './sound-settings.tsx';
import { ThemeSettings } from './theme-settings.tsx';

export function SettingsScreen() {
  const t = useWords('settings');
  const consent = useWords('consent');
  const promises = useWords('promises');
  const trash = useWords('trash');
  useListening();
  const settings = useRequest('settings:read', []);
  const change = (patch: SettingsPatch) => void ask('settings:change', patch).catch(reportFailure);
  return (
    <main className={styles.screen}>
      <header className={styles.header}>
        <h1>{t('title')}</h1>
      </header>
      <div className={styles.body}>
        {settings.error && <FailureNote code={settings.error.code} onRetry={() => void settings.refetch()} />}
        {settings.data && (
          <>
            <Part title={t('sound.title')}>
              <SoundSettings settings={settings.data} change={change} />
            </Part>
            <Part title={t('recording.title')}>
              <RecordingSettings settings={settings.data} change={change} />
            </Part>
            <Part title={consent('title')}>
              <ConsentSettings settings={settings.data} change={change} />
            </Part>
            <Part title={t('after.title')}>
              <LetterSettings settings={settings.data} change={change} />
            </Part>
            <Part title={promises('settings.title')}>
              <ReminderSettings settings={settings.data} change={change} />
            </Part>
            <Part title={t('look.title')}>
              <ThemeSettings settings={settings.data} change={change} />
            </Part>
            <Part title={trash('keeping.title')}>
              <KeepingSettings rule={settings.data.keepCallsFor} />
            </Part>
          </>
        )}
        <Part title={t('library.title')}>
          <AboutSettings />
        </Part>
      </div>
    </main>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.part} aria-label={title}>
      <h2>{title}</h2>
      <div className={styles.fields}>{children}</div>
    </section>
  );
}
