// What the list cannot show by itself: that the index is still being rebuilt, and calls whose files cannot be read.
import { ChevronRight, CircleAlert, LoaderCircle } from 'lucide-react';
import type { LibraryState } from '../../../contract/library.ts';
import { ask } from '../bridge.ts';
import { useWords } from '../i18n.ts';
import { reportFailure } from '../report.ts';
import { Button } from '../ui/button.tsx';
import { LiveRegion } from '../ui/live-region.tsx';
import styles from './library-notes.module.css';

export function LibraryNotes({ library }: { library: LibraryState }) {
  const t = useWords('calls');
  return (
    <>
      <LiveRegion>
        {library.indexing && (
          <p className={styles.note}>
            <LoaderCircle className={styles.turning} size={16} aria-hidden="true" />
            {t('indexing')}
          </p>
        )}
      </LiveRegion>
      {library.unreadable.length > 0 && <Unreadable calls={library.unreadable} />}
    </>
  );
}

function Unreadable({ calls }: { calls: LibraryState['unreadable'] }) {
  const t = useWords('calls');
  const show = (id: string) => void ask('calls:show-folder', id).catch(reportFailure);
  return (
    <details className={styles.unreadable}>
      <summary className={styles.note}>
        <CircleAlert className={styles.alert} size={16} aria-hidden="true" />
        {t('unreadable.title', { count: calls.length })}
        <ChevronRight className={styles.more} size={16} aria-hidden="true" />
      </summary>
      <p className={styles.what}>{t('unreadable.what')}</p>
      <ul className={styles.list} aria-label={t('unreadable.list')}>
        {calls.map((call) => (
          <li key={call.callId} className={styles.call}>
            <span className={styles.id}>{call.callId}</span>
            <span>{call.reason}</span>
            <Button variant="quiet" onPress={() => show(call.callId)}>
              {t('unreadable.show')}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
