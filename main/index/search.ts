// Finds calls: newest first, a page at a time, with the moment of each that fits best.
import type { CallId } from '../../contract/call.ts';
import type { CallFilter, CallHit, CallPage } from '../../contract/library.ts';
import { parseQuery } from '../../contract/query.ts';
import { readRow } from './calls.ts';
import { mendCompanies } from './mend-companies.ts';
import { prepared, type Db } from './db.ts';
import { matchesIn } from './highlight.ts';
import { keyOfCall } from './keys.ts';
import { bestMoments, countMoments, termsToMark } from './moments.ts';
import { soughtBy, type Sought } from './sought.ts';
import { countSought, newestKeys } from './walk.ts';

/**
 * Calls that have every word of the query line, in whichever of their fields and marks, and answer all its filters. A line
 * that asks for nothing finds every call. When nothing is found, names of companies are looked for that differ by a slip.
 * `after` is the `next` of the page before. `calls` is exact. `moments` counts those that are hits; see `momentsCountedIn`.
 */
export function search(db: Db, filter: CallFilter, after: CallId | null, limit: number): CallPage {
  const startedMs = performance.now();
  const parts = parseQuery(filter.query);
  const page = find(db, soughtBy(parts, filter.today), after, limit);
  const mended = page.calls === 0 ? mendCompanies(db, parts) : null;
  const { hits, calls, moments, next } = mended
    ? find(db, soughtBy(mended.parts, filter.today), after, limit)
    : page;
  const showing = mended && calls > 0 ? mended.showing : [];
  return { hits, calls, moments, showing, next, tookMs: performance.now() - startedMs };
}

type Found = Pick<CallPage, 'hits' | 'calls' | 'moments' | 'next'>;

function find(db: Db, sought: Sought, after: CallId | null, limit: number): Found {
  const { keys } = sought;
  const below = after === null ? keys.below : Math.min(keys.below, keyOfCall(db, after));
  // On the first page the calls in which moments are counted come with those that are shown: one walk for both.
  const isCounted = after === null && asksForMoments(sought);
  const atMost = Math.max(limit + 1, isCounted ? momentsCountedIn : 0);
  const found = newestKeys(db, { ...sought, keys: { ...keys, below } }, atMost);
  const totals = countOnce(db, sought, {
    // The walk came to its end: what it found is all there is.
    calls: () => (after === null && found.length < atMost ? found.length : countSought(db, sought)),
    newest: () => (isCounted ? found.slice(0, momentsCountedIn) : newestKeys(db, sought, momentsCountedIn)),
  });
  const hits = found.slice(0, limit).map(hitOf(db, sought));
  return { hits, ...totals, next: found.length > limit ? hits.at(-1)!.callId : null };
}

const asksForMoments = ({ moments: { filters, words } }: Sought) => filters.length + words.length > 0;

/** Moments are counted in this many of the newest calls that match; where more match, the count is a lower bound. */
export const momentsCountedIn = 500;

interface Totals {
  calls: number;
  moments: number;
}

const counted = new WeakMap<Db, { question: string; totals: Totals }>();

/** The totals are the same for every page of a search, so they are counted with the first and kept until a change. */
function countOnce(db: Db, sought: Sought, count: { calls(): number; newest(): readonly number[] }): Totals {
  const changes = prepared<number>(db, 'SELECT total_changes()').pluck().get();
  const changesByOthers = db.pragma('data_version', { simple: true });
  const question = JSON.stringify([changes, changesByOthers, sought]);
  const last = counted.get(db);
  if (last?.question === question) return last.totals;
  const moments = asksForMoments(sought) ? countMoments(db, count.newest(), sought.moments) : 0;
  const totals = { calls: count.calls(), moments };
  counted.set(db, { question, totals });
  return totals;
}

/** What a list shows of the call of a key. */
function hitOf(db: Db, sought: Sought): (key: number) => CallHit {
  const bestMoment = bestMoments(db, sought);
  const companyTerms = termsToMark(sought, 'company');
  return (key) => {
    const row = readRow(db, key);
    const { moment, matched } = bestMoment(key);
    const companyMatches = matchesIn(row.company, companyTerms);
    return { ...row, companyMatches, moment, moreMoments: Math.max(0, matched - 1) };
  };
}
