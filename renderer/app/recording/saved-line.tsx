// After a call: that it is saved, how long it is, and the way to it.
import { CircleCheck } from 'lucide-react';
import type { RecordingView } from '../../../contract/recording.ts';
import { useRequest } from '../data.ts';
import { useWords } from '../i18n.ts';
import { callHref } from '../route.ts';
import { clock } from '../ui/format.ts';
import { Link } from '../ui/link.tsx';
import styles from './saved-line.module.css';

export function SavedLine({ last }: { last: NonNullable<RecordingView['last']> }) {
  const t = useWords('recording');
  const common = useWords('common');
  const call = useRequest('calls:read', [last.callId]);
  const company = call.data?.company ?? '';
  const time = clock(last.durationMs);
  return (
    <p className={styles.line}>
      <CircleCheck className={styles.icon} size={18} aria-hidden="true" />
      <span>{company ? t('savedWith', { time, company }) : t('saved', { time })}</span>
      <Link href={callHref(last.callId)}>{common('open')}</Link>
    </p>
  );
}
