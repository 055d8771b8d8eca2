// Finds calls: newest first, a page at a time, with the moment of each that fits best.
import type { CallId } from '../../contract/call.ts';
import type { CallFilter, CallHit, CallPage } from '../../contract/library.ts';
import { readRow } from './calls.ts';
import { prepared, type Db } from './db.ts';
import { keyOfCall } from './keys.ts';
import { bestMoment, countMoments, firstOpenPromise } from './moments.ts';
import { countSought, newestKeys, soughtBy, type Sought } from './sought.ts';
import type { Term } from './terms.ts';

/**
 * Calls that have every word of the filter's text, in whichever of their fields and marks, each by its beginning.
 * A text without any word finds what an empty one does. `after` is the `next` of the page before.
 * `calls` is exact. `moments` counts those that have any of the words; see `momentsCountedIn`.
 */
export function search(db: Db, filter: CallFilter, after: CallId | null, limit: number): CallPage {
  const startedMs = performance.now();
  const sought = soughtBy(filter);
  const rest = after === null ? sought : { ...sought, below: Math.min(sought.below, keyOfCall(db, after)) };
  // On the first page the calls in which moments are counted come with those that are shown: one walk for both.
  const isCounted = after === null && sought.terms.length > 0;
  const keys = newestKeys(db, rest, Math.max(limit + 1, isCounted ? momentsCountedIn : 0));
  const totals = countOnce(db, sought, () =>
    isCounted ? keys.slice(0, momentsCountedIn) : newestKeys(db, sought, momentsCountedIn),
  );
  const hits = keys.slice(0, limit).map((key) => toHit(db, key, sought.terms));
  return {
    hits,
    calls: totals.calls,
    moments: totals.moments,
    next: keys.length > limit ? hits.at(-1)!.callId : null,
    tookMs: performance.now() - startedMs,
  };
}

/** Moments are counted in this many of the newest calls that match; where more match, the count is a lower bound. */
export const momentsCountedIn = 500;

interface Totals {
  calls: number;
  moments: number;
}

const counted = new WeakMap<Db, { question: string; totals: Totals }>();

/** The totals are the same for every page of a search, so they are counted with the first and kept until a change. */
function countOnce(db: Db, sought: Sought, newest: () => number[]): Totals {
  const changes = prepared<number>(db, 'SELECT total_changes()').pluck().get();
  const changesByOthers = db.pragma('data_version', { simple: true });
  const question = JSON.stringify([changes, changesByOthers, sought]);
  const last = counted.get(db);
  if (last?.question === question) return last.totals;
  const { terms } = sought;
  const moments = terms.length === 0 ? 0 : countMoments(db, newest(), terms);
  const totals = { calls: countSought(db, sought), moments };
  counted.set(db, { question, totals });
  return totals;
}

function toHit(db: Db, key: number, terms: readonly Term[]): CallHit {
  const row = readRow(db, key);
  if (terms.length === 0) return { ...row, moment: firstOpenPromise(db, key), moreMoments: 0 };
  const { moment, matched } = bestMoment(db, key, terms);
  return { ...row, moment, moreMoments: Math.max(0, matched - 1) };
}
