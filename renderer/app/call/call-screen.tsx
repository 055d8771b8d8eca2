// The Call screen: listen, jump, put right what was written down.
import type { CallId } from '../../../contract/call.ts';
import { ask } from '../bridge.ts';
import { useRequest } from '../data.ts';
import { useWords } from '../i18n.ts';
import { reportFailure } from '../report.ts';
import { Button } from '../ui/button.tsx';
import { FailureNote } from '../ui/failure-note.tsx';
import { MissingCall } from './missing-call.tsx';
import { OpenCall } from './open-call.tsx';
import styles from './call-screen.module.css';

export function CallScreen({ callId }: { callId: CallId }) {
  const t = useWords('call');
  const common = useWords('common');
  const read = useRequest('calls:read', [callId]);
  if (read.error?.code === 'call-missing')
    return (
      <main className={styles.alone}>
        <MissingCall callId={callId} onRetry={() => void read.refetch()} />
      </main>
    );
  if (read.data) return <OpenCall key={`${read.data.id} ${read.data.durationMs}`} call={read.data} />;
  const heading = <h1 className={styles.unseen}>{t('call')}</h1>;
  if (!read.error)
    return (
      <main className={`${styles.alone} ${styles.soon}`}>
        {heading}
        <output>{common('loading')}</output>
      </main>
    );
  const { code } = read.error;
  const showFolder = () => void ask('calls:show-folder', callId).catch(reportFailure);
  return (
    <main className={styles.alone}>
      {heading}
      <FailureNote
        code={code}
        onRetry={() => void read.refetch()}
        action={<Button onPress={showFolder}>{t('showFolder')}</Button>}
      />
    </main>
  );
}
