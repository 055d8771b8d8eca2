// The call-back desk: what this company last said, before and while it is called again; each promise can be played to them.
import { useState } from 'react';
import type { Desk as DeskFacts, DeskPromise } from '../../../contract/library.ts';
import { ask } from '../bridge.ts';
import { useRequest } from '../data.ts';
import { useWords } from '../i18n.ts';
import type { RunningState } from '../live/recorder.ts';
import { useQuotes } from '../live/use-quotes.ts';
import { readableAmount, readableDay } from '../promise/format.ts';
import { PlayQuote } from '../promise/play-quote.tsx';
import { today } from '../promise/understood.ts';
import { reportFailure } from '../report.ts';
import { callHref } from '../route.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Chip } from '../ui/chip.tsx';
import { readableLength, shortDate } from '../ui/format.ts';
import { Link } from '../ui/link.tsx';
import { CompanyFields } from './company-fields.tsx';
import styles from './desk.module.css';

/** As many promises as fit beside a call. */
const shownAtFirst = 3;

interface DeskProps {
  company: string;
  running: RunningState | null;
}

export function Desk({ company, running }: DeskProps) {
  const t = useWords('desk');
  const name = company.trim();
  const desk = useRequest('companies:desk', [name], { enabled: name !== '' }).data;
  // While a name is being typed, every beginning of it would be a new company.
  const isKnown = desk && (desk.calls > 0 || desk.phone !== '' || desk.note !== '');
  if (name === '' || !desk || (!isKnown && !running)) return null;
  return (
    <Card className={styles.card}>
      <section className={styles.desk} aria-label={t('title', { company: name })}>
        {desk.last ? <Contact desk={desk} /> : <p className={styles.quiet}>{t('first')}</p>}
        {desk.last && <Promises promises={desk.promises} running={running} />}
        <Named label={t('agents')} names={desk.agents} />
        <Named label={t('references')} names={desk.references} />
        <CompanyFields key={name} company={name} facts={desk} />
      </section>
    </Card>
  );
}

function Contact({ desk }: { desk: DeskFacts }) {
  const t = useWords('desk');
  const common = useWords('common');
  const { last, calls } = desk;
  if (!last) return null;
  const date = shortDate(last.startedAtMs);
  return (
    <p className={styles.contact}>
      <span>{t('last', { date, length: readableLength(last.durationMs) })}</span>
      <Chip>{common(`outcome.${last.outcome ?? 'none'}`)}</Chip>
      <span className={styles.quiet}>{t('calls', { count: calls })}</span>
      <Link href={callHref(last.callId)}>{common('open')}</Link>
    </p>
  );
}

function Named({ label, names }: { label: string; names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <p>
      <span className={styles.quiet}>{label}</span> {names.join(', ')}
    </p>
  );
}

interface PromisesProps {
  promises: readonly DeskPromise[];
  running: RunningState | null;
}

function Promises({ promises, running }: PromisesProps) {
  const t = useWords('desk');
  const [all, setAll] = useState(false);
  const quotes = useQuotes();
  if (promises.length === 0) return <p className={styles.quiet}>{t('noPromises')}</p>;
  const shown = all ? promises : promises.slice(0, shownAtFirst);
  const play = async (promise: DeskPromise) => {
    const isHeard = await quotes.toggle(promise);
    if (isHeard && running) await notePlayed(running, promise, t('played', wordsOf(promise, t)));
  };
  return (
    <>
      <ul className={styles.promises} aria-label={t('promises')}>
        {shown.map((promise) => (
          <li key={promise.markId} className={styles.promise}>
            <PlayQuote
              playing={quotes.playing === promise.markId}
              label={quotes.playing === promise.markId ? t('stop') : t('hear', wordsOf(promise, t))}
              onPress={() => void play(promise).catch(reportFailure)}
            />
            <span className={styles.words}>{wordsOf(promise, t).what}</span>
            <Due promise={promise} />
            {promise.promise.amount && <Chip tone="promise">{readableAmount(promise.promise.amount)}</Chip>}
            <span className={styles.quiet}>{shortDate(promise.startedAtMs)}</span>
          </li>
        ))}
      </ul>
      {shown.length < promises.length && (
        <Button variant="quiet" className={styles.more} onPress={() => setAll(true)}>
          {t('more', { count: promises.length - shown.length })}
        </Button>
      )}
    </>
  );
}

function Due({ promise: { promise } }: { promise: DeskPromise }) {
  const t = useWords('desk');
  const words = useWords('promise');
  if (!promise.due) return null;
  const day = readableDay(promise.due);
  const isOverdue = promise.due < today();
  return (
    <Chip tone={isOverdue ? 'late' : 'promise'}>
      {isOverdue ? t('overdue', { day }) : words('due', { day })}
    </Chip>
  );
}

function wordsOf(promise: DeskPromise, t: ReturnType<typeof useWords<'desk'>>) {
  return { what: promise.text || t('wordless'), date: shortDate(promise.startedAtMs) };
}

/** That a quote was played is itself a moment of the call. */
async function notePlayed(running: RunningState, promise: DeskPromise, text: string): Promise<void> {
  const mark = await ask('recording:mark', 'note', null);
  const { callId, markId } = promise;
  await ask('marks:put', running.callId, {
    ...mark,
    fromMs: mark.toMs,
    text,
    played: { callId, markId },
  });
}
