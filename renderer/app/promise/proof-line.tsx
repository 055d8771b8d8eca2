// What a verdict rests on: the call that decided it, to be opened, and the user's words.
import type { MouseEvent } from 'react';
import type { CallId, PromiseProof } from '../../../contract/call.ts';
import { ask } from '../bridge.ts';
import { useWords } from '../i18n.ts';
import { reportFailure } from '../report.ts';
import { callHref, go } from '../route.ts';
import { shortDate } from '../ui/format.ts';
import styles from './proof-line.module.css';

interface ProofLineProps {
  proof: PromiseProof;
  tabIndex?: number;
}

export function ProofLine({ proof: { callId, markId, text }, tabIndex }: ProofLineProps) {
  const t = useWords('promises');
  const openAtMoment = (event: MouseEvent) => {
    if (callId === null || markId === null) return;
    event.preventDefault();
    void openMoment(callId, markId);
  };
  return (
    <span className={styles.line}>
      {t('proof.by')}{' '}
      {callId !== null && (
        <a
          className={styles.link}
          href={callHref(callId)}
          tabIndex={tabIndex}
          aria-label={t('proof.open', { date: dateOfCall(callId) })}
          onClick={openAtMoment}
        >
          {t('proof.call', { date: dateOfCall(callId) })}
        </a>
      )}
      {callId !== null && text !== '' && ': '}
      {text}
    </span>
  );
}

/** A call's id begins with the moment at which it started: `20261123T140500Z-k7f3q2x9`. */
function dateOfCall(callId: CallId): string {
  const [, date, time] = /^(\d{8})T(\d{6})Z/.exec(callId) ?? [];
  if (!date || !time) return callId;
  const parts = [date.slice(0, 4), date.slice(4, 6), date.slice(6)].join('-');
  const clock = [time.slice(0, 2), time.slice(2, 4), time.slice(4)].join(':');
  return shortDate(Date.parse(`${parts}T${clock}Z`));
}

/** Where the moment is stands in the call alone; a moment that is gone leaves the call's beginning. */
async function openMoment(callId: CallId, markId: string): Promise<void> {
  try {
    const { marks } = await ask('calls:read', callId);
    go({ screen: 'call', callId, atMs: marks.find(({ id }) => id === markId)?.fromMs ?? null });
  } catch (cause) {
    reportFailure(cause);
  }
}
