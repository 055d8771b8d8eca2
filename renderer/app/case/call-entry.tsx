// A call on the timeline: how long, how it ended, who was spoken with, and each promise, which can be heard on the spot.
import type { PromiseStatus } from '../../../contract/call.ts';
import type { CaseCall, CasePromise } from '../../../contract/cases.ts';
import { useWords } from '../i18n.ts';
import type { Quotes } from '../live/use-quotes.ts';
import { readableAmount, readableDay } from '../promise/format.ts';
import { PlayQuote } from '../promise/play-quote.tsx';
import { today } from '../promise/understood.ts';
import { callHref } from '../route.ts';
import { Chip, type ChipTone } from '../ui/chip.tsx';
import { clock, readableLength } from '../ui/format.ts';
import { Link } from '../ui/link.tsx';
import styles from './timeline.module.css';

interface CallEntryProps {
  call: CaseCall;
  /** True where all calls of the case are with one company: it need not be said each time. */
  alone: boolean;
  quotes: Quotes;
}

export function CallEntry({ call, alone, quotes }: CallEntryProps) {
  const t = useWords('case');
  const common = useWords('common');
  const length = readableLength(call.durationMs);
  const company = call.company || common('unknownCompany');
  const about = [
    call.agents.length > 0 ? t('timeline.spokeWith', { names: call.agents.join(', ') }) : '',
    call.references.length > 0 ? t('timeline.references', { names: call.references.join(', ') }) : '',
  ].filter(Boolean);
  return (
    <>
      <p className={styles.title}>
        <strong>
          {call.title ||
            (alone ? t('timeline.call', { length }) : t('timeline.callWith', { company, length }))}
        </strong>
        {call.outcome && (
          <Chip tone={call.outcome === 'resolved' ? 'consent' : 'neutral'}>
            {common(`outcome.${call.outcome}`)}
          </Chip>
        )}
        <Link href={callHref(call.callId)}>{common('open')}</Link>
      </p>
      {about.length > 0 && <p className={styles.about}>{about.join(' · ')}</p>}
      {call.notes && <p className={styles.excerpt}>{call.notes}</p>}
      {call.promises.length > 0 && (
        <ul className={styles.promises}>
          {call.promises.map((promise) => (
            <PromiseEntry key={promise.markId} call={call} promise={promise} quotes={quotes} />
          ))}
        </ul>
      )}
    </>
  );
}

/** Red says that a promise was broken; late and withdrawn are no more than facts. */
const tones: Record<PromiseStatus, ChipTone> = {
  open: 'promise',
  kept: 'consent',
  late: 'consent',
  broken: 'rec',
  withdrawn: 'neutral',
};

interface PromiseEntryProps {
  call: CaseCall;
  promise: CasePromise;
  quotes: Quotes;
}

function PromiseEntry({ call, promise: one, quotes }: PromiseEntryProps) {
  const t = useWords('case');
  const promise = useWords('promise');
  const cases = useWords('cases');
  const { due, amount, status } = one.promise;
  const what = one.text || t('timeline.wordless');
  const isPlaying = quotes.playing === one.markId;
  const isOver = status === 'open' && due !== null && due < today();
  return (
    <li className={styles.promise}>
      <PlayQuote
        playing={isPlaying}
        label={isPlaying ? t('timeline.stop') : t('timeline.hear', { what })}
        onPress={() => void quotes.toggle({ callId: call.callId, ...one })}
      />
      <span className={styles.said}>
        <span>{what}</span>
        <Chip tone={isOver ? 'late' : tones[status]}>
          {isOver ? cases('overdue', { day: readableDay(due) }) : promise(`status.${status}`)}
        </Chip>
        {due && !isOver && <span className={styles.fact}>{promise('due', { day: readableDay(due) })}</span>}
        {amount && <span className={styles.fact}>{readableAmount(amount)}</span>}
        {one.promise.who && <span className={styles.fact}>{promise('from', { who: one.promise.who })}</span>}
      </span>
      <a
        className={styles.at}
        href={callHref(call.callId, one.fromMs)}
        aria-label={t('timeline.openAt', { time: clock(one.fromMs) })}
      >
        {clock(one.fromMs)}
      </a>
    </li>
  );
}
