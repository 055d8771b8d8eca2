// What a company promised: open ones by the day they are due, then those decided; each can be heard.
import { useState } from 'react';
import type { CompanyPromise, Scorecard } from '../../../contract/companies.ts';
import { useWords } from '../i18n.ts';
import { useQuotes, type Quotes } from '../live/use-quotes.ts';
import { readableAmount, readableDay } from '../promise/format.ts';
import { PlayQuote } from '../promise/play-quote.tsx';
import { today } from '../promise/understood.ts';
import { callHref } from '../route.ts';
import { Button } from '../ui/button.tsx';
import { Chip, type ChipTone } from '../ui/chip.tsx';
import { shortDate } from '../ui/format.ts';
import styles from './company-promises.module.css';

const shownAtFirst = 8;

const tones: Record<CompanyPromise['status'], ChipTone> = {
  open: 'promise',
  kept: 'consent',
  late: 'consent',
  broken: 'rec',
  withdrawn: 'neutral',
};

export function CompanyPromises({ scorecard }: { scorecard: Scorecard }) {
  const t = useWords('company');
  const quotes = useQuotes();
  const [all, setAll] = useState(false);
  const { promises, promiseCount } = scorecard;
  const shown = all ? promises : promises.slice(0, shownAtFirst);
  const hidden = promises.length - shown.length;
  return (
    <section className={styles.promises} aria-label={t('promises.title')}>
      <h2>{t('promises.title')}</h2>
      {promises.length === 0 ? (
        <p className={styles.none}>{t('promises.none')}</p>
      ) : (
        <ul className={styles.list} aria-label={t('promises.title')}>
          {shown.map((promise) => (
            <PromiseRow key={`${promise.callId} ${promise.markId}`} promise={promise} quotes={quotes} />
          ))}
        </ul>
      )}
      {hidden > 0 && (
        <Button variant="quiet" className={styles.more} onPress={() => setAll(true)}>
          {t('promises.more', { count: hidden })}
        </Button>
      )}
      {all && promises.length < promiseCount && (
        <p className={styles.none}>{t('promises.newest', { count: promises.length })}</p>
      )}
    </section>
  );
}

function PromiseRow({ promise, quotes }: { promise: CompanyPromise; quotes: Quotes }) {
  const t = useWords('company');
  const words = useWords('promise');
  const { callId, startedAtMs, text, fromMs, status, due, amount } = promise;
  const what = text.trim() || t('promises.wordless');
  const day = shortDate(startedAtMs);
  const playing = quotes.playing === promise.markId;
  const isOverdue = status === 'open' && due !== null && due < today();
  return (
    <li className={styles.row}>
      <PlayQuote
        playing={playing}
        label={playing ? t('promises.stop') : t('promises.hear', { what, day })}
        onPress={() => void quotes.toggle(promise)}
      />
      <span className={styles.status}>
        <Chip tone={tones[status]}>{words(`status.${status}`)}</Chip>
      </span>
      <span className={styles.words}>
        {what}
        {status === 'open' && due && (
          <small className={isOverdue ? styles.overdue : styles.due}>
            {t(isOverdue ? 'promises.overdue' : 'promises.due', { day: readableDay(due) })}
          </small>
        )}
      </span>
      {amount && <span className={styles.amount}>{readableAmount(amount)}</span>}
      <a
        className={styles.day}
        href={callHref(callId, fromMs)}
        aria-label={t('promises.open', { day, what })}
      >
        {day}
      </a>
    </li>
  );
}
