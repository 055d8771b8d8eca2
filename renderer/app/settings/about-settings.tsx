// Where the calls are, and which version this is.
import { ask } from '../bridge.ts';
import { useRequest } from '../data.ts';
import { useWords } from '../i18n.ts';
import { reportFailure } from '../report.ts';
import { Button } from '../ui/button.tsx';
import { FailureNote } from '../ui/failure-note.tsx';
import styles from './settings-screen.module.css';

export function AboutSettings() {
  const t = useWords('settings');
  const about = useRequest('app:about', []);
  if (about.error) return <FailureNote code={about.error.code} onRetry={() => void about.refetch()} />;
  if (!about.data) return null;
  const { libraryPath, version, electron } = about.data;
  return (
    <>
      <div className={styles.folder}>
        <code className={styles.path}>{libraryPath}</code>
        <Button onPress={() => void ask('app:show-library').catch(reportFailure)}>{t('library.show')}</Button>
      </div>
      <p className={styles.about}>{t('library.about')}</p>
      <p className={styles.about}>{t('version', { version, electron })}</p>
    </>
  );
}
