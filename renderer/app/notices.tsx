// What the app has to say once, one calm line each, until dismissed.
import { Info, X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Notice } from '../../contract/ipc.ts';
import { ask } from './bridge.ts';
import { useRequest } from './data.ts';
import { useWords, type Words } from './i18n.ts';
import styles from './notices.module.css';
import { recordKeys } from './record-keys.ts';
import { reportFailure } from './report.ts';
import { callHref, hrefOf } from './route.ts';
import { Button } from './ui/button.tsx';
import { clock, readableLength } from './ui/format.ts';
import { Link } from './ui/link.tsx';

export function Notices() {
  const t = useWords('common');
  const notices = useRequest('notices:list', []).data ?? [];
  const dismiss = (id: string) => void ask('notices:dismiss', id).catch(reportFailure);
  return (
    <section className={styles.notices} aria-label={t('notices')} aria-live="polite">
      {notices.map((notice) => (
        <div key={notice.id} className={styles.notice}>
          <Info className={styles.icon} size={18} aria-hidden="true" />
          <p>
            {sentenceOf(notice, t)} {linkOf(notice, t)}
          </p>
          <Button variant="quiet" icon aria-label={t('dismiss')} onPress={() => dismiss(notice.id)}>
            <X size={16} aria-hidden="true" />
          </Button>
        </div>
      ))}
    </section>
  );
}

function sentenceOf(notice: Notice, t: Words<'common'>): string {
  switch (notice.kind) {
    case 'recovered': {
      const time = clock(notice.durationMs);
      return notice.company
        ? t('notice.recoveredWith', { time, company: notice.company })
        : t('notice.recovered', { time });
    }
    case 'recovery-failed':
      return t('notice.recoveryFailed');
    case 'sound-behind-damage':
      return t('notice.soundBehindDamage');
    case 'end-lost':
      return t('notice.endLost', { time: readableLength(Math.max(1_000, notice.lostMs)) });
    case 'index-rebuilt':
      return t('notice.indexRebuilt');
    case 'shortcut-taken':
      return t('notice.shortcutTaken', { keys: recordKeys.shown });
    case 'source-changed':
      return t(`notice.sourceChanged.${notice.side}`, { to: notice.to });
    case 'calls-aged':
      return t('notice.callsAged', { count: notice.count });
  }
}

function linkOf(notice: Notice, t: Words<'common'>): ReactNode {
  if (notice.kind === 'recovered') return <Link href={callHref(notice.callId)}>{t('open')}</Link>;
  if (notice.kind === 'calls-aged')
    return <Link href={hrefOf({ screen: 'trash' })}>{t('notice.seeTrash')}</Link>;
  if (notice.kind !== 'recovery-failed' && notice.kind !== 'sound-behind-damage') return null;
  const show = () => void ask('calls:show-folder', notice.callId).catch(reportFailure);
  return <Button onPress={show}>{t('showFolder')}</Button>;
}
