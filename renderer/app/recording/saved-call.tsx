// The call that has just ended: the wrap-up card, and once that is done with, one line with the way to the call.
import { CircleCheck } from 'lucide-react';
import { useState } from 'react';
import type { RecordingView } from '../../../contract/recording.ts';
import { useRequest } from '../data.ts';
import { useWords } from '../i18n.ts';
import { callHref } from '../route.ts';
import { clock } from '../ui/format.ts';
import { Link } from '../ui/link.tsx';
import styles from './saved-call.module.css';
import { WrapUp } from './wrap-up.tsx';

export function SavedCall({ last }: { last: NonNullable<RecordingView['last']> }) {
  const call = useRequest('calls:read', [last.callId]).data;
  const [done, setDone] = useState<string | null>(null);
  if (call && done !== last.callId) return <WrapUp call={call} onDone={() => setDone(last.callId)} />;
  return <SavedLine last={last} company={call?.company ?? ''} />;
}

function SavedLine({ last, company }: { last: NonNullable<RecordingView['last']>; company: string }) {
  const t = useWords('recording');
  const common = useWords('common');
  const time = clock(last.durationMs);
  return (
    <p className={styles.line}>
      <CircleCheck className={styles.icon} size={18} aria-hidden="true" />
      <span>{company ? t('savedWith', { time, company }) : t('saved', { time })}</span>
      <Link href={callHref(last.callId)}>{common('open')}</Link>
    </p>
  );
}
