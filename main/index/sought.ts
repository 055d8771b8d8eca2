// A filter of the window in the index's own words, and which calls answer it.
import type { Outcome } from '../../contract/call.ts';
import type { CallFilter } from '../../contract/library.ts';
import { prepared, type Db } from './db.ts';
import { beyondKeys, firstKeyAt, keysPerMs, lowestKey } from './keys.ts';
import { matchExpression, outcomeFacet, termsOf, type Term } from './terms.ts';

export interface Sought {
  terms: readonly Term[];
  outcome: CallFilter['outcome'];
  /** Keys in [from, below). */
  from: number;
  below: number;
}

export function soughtBy({ text, outcome, fromMs, untilMs }: CallFilter): Sought {
  return {
    terms: termsOf(text),
    outcome,
    from: fromMs === null ? lowestKey : firstKeyAt(Math.ceil(fromMs)),
    below: untilMs === null ? beyondKeys : firstKeyAt(Math.ceil(untilMs)),
  };
}

/** Keys of the newest calls that are sought, newest first. */
export function newestKeys(db: Db, sought: Sought, atMost: number): number[] {
  const { select, values } = questionOf(sought);
  return prepared<number>(db, `${select('key')} ORDER BY 1 DESC LIMIT ?`)
    .pluck()
    .all(...values, atMost);
}

/** How many calls are sought. Walks them all, though in an index alone: about 4 ms for 60,000. */
export function countSought(db: Db, sought: Sought): number {
  const { terms, outcome, from, below } = sought;
  const count = (sql: string, values: readonly unknown[]) =>
    prepared<number>(db, sql)
      .pluck()
      .get(...values)!;
  if (terms.length === 0 && outcome === null)
    return count('SELECT count(*) FROM calls WHERE started_at_ms >= ? AND started_at_ms < ?', [
      Math.ceil(from / keysPerMs),
      Math.ceil(below / keysPerMs),
    ]);
  const { select, values } = questionOf(sought);
  return count(select('count(*)'), values);
}

/** One phrase per kind of question: `? IS NULL OR outcome = ?` would turn each into a walk over the whole table. */
function questionOf({ terms, outcome, from, below }: Sought): {
  select(what: 'key' | 'count(*)'): string;
  values: unknown[];
} {
  if (terms.length === 0)
    return {
      select: (what) =>
        `SELECT ${what} FROM calls WHERE key >= ? AND key < ?${outcome === null ? '' : ' AND outcome IS ?'}`,
      values: outcome === null ? [from, below] : [from, below, storedOutcome(outcome)],
    };

  // The outcome is asked of the words too: a join would look up every call that has the words.
  const facets = outcome === null ? [] : [outcomeFacet(storedOutcome(outcome))];
  const conditions = ['call_words MATCH ?'];
  const values: unknown[] = [matchExpression(terms, facets)];
  // FTS5 is half as fast with a bound as without, so there is none where none is needed.
  if (from > lowestKey) {
    conditions.push('rowid >= ?');
    values.push(from);
  }
  if (below < beyondKeys) {
    conditions.push('rowid < ?');
    values.push(below);
  }
  return {
    select: (what) =>
      `SELECT ${what === 'key' ? 'rowid' : what} FROM call_words WHERE ${conditions.join(' AND ')}`,
    values,
  };
}

function storedOutcome(outcome: Outcome | 'none'): Outcome | null {
  return outcome === 'none' ? null : outcome;
}
