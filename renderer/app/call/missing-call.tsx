// A call that is not in the library: from the trash it can be taken back here.
import type { CallId } from '../../../contract/call.ts';
import { ask } from '../bridge.ts';
import { useRequest } from '../data.ts';
import { useWords } from '../i18n.ts';
import { reportFailure } from '../report.ts';
import { hrefOf } from '../route.ts';
import { Button } from '../ui/button.tsx';
import { FailureNote } from '../ui/failure-note.tsx';
import { Link } from '../ui/link.tsx';
import styles from './call-screen.module.css';

export function MissingCall({ callId, onRetry }: { callId: CallId; onRetry: () => void }) {
  const t = useWords('trash');
  const call = useWords('call');
  const trash = useRequest('trash:list', [], { fresh: true });
  const trashed = trash.data?.find((call) => call.callId === callId);
  if (trash.isPending) return null;
  if (!trashed)
    return (
      <>
        <h1 className={styles.unseen}>{call('call')}</h1>
        <FailureNote code="call-missing" onRetry={onRetry} />
      </>
    );
  return (
    <div className={styles.trashed}>
      <h1>{t('missing.what')}</h1>
      <Button onPress={() => void ask('trash:restore', trashed.name).catch(reportFailure)}>
        {t('restore')}
      </Button>
      <Link href={hrefOf({ screen: 'trash' })}>{t('keeping.trash')}</Link>
    </div>
  );
}
