// Which calls are sought: always a walk from the newest backwards, over the words where words decide, else over a narrow index.
import { prepared, type Db } from './db.ts';
import { beyondKeys, keysPerMs, lowestKey } from './keys.ts';
import type { Sought } from './sought.ts';

type Question = Pick<Sought, 'match' | 'conditions' | 'keys'>;

/** Keys of the newest calls that are sought, newest first. */
export function newestKeys(db: Db, question: Question, atMost: number): number[] {
  const { select, values } = phrase(question);
  return prepared<number>(db, `${select('key')} ORDER BY 1 DESC LIMIT ?`)
    .pluck()
    .all(...values, atMost);
}

/** How many calls are sought. Walks them all, though in an index alone: about 4 ms for 60,000. */
export function countSought(db: Db, question: Question): number {
  const { match, conditions, keys } = question;
  const count = (sql: string, values: readonly unknown[]) =>
    prepared<number>(db, sql)
      .pluck()
      .get(...values)!;
  if (match === '' && conditions.length === 0)
    return count('SELECT count(*) FROM calls WHERE started_at_ms >= ? AND started_at_ms < ?', [
      Math.ceil(keys.from / keysPerMs),
      Math.ceil(keys.below / keysPerMs),
    ]);
  const { select, values } = phrase(question);
  return count(select('count(*)'), values);
}

/** One phrase per kind of question: `? IS NULL OR …` would turn each into a walk over the whole table. */
function phrase({ match, conditions, keys }: Question): {
  select(what: 'key' | 'count(*)'): string;
  values: unknown[];
} {
  const ofCall = conditions.map(({ sql }) => sql).join(' AND ');
  const ofCallValues = conditions.flatMap(({ values }) => values);
  if (match === '') {
    const from = ofCall === '' ? 'calls' : 'calls INDEXED BY calls_to_walk';
    const where = ['key >= ?', 'key < ?', ...(ofCall ? [ofCall] : [])].join(' AND ');
    return {
      select: (what) => `SELECT ${what} FROM ${from} WHERE ${where}`,
      values: [keys.from, keys.below, ...ofCallValues],
    };
  }
  const where = ['call_words MATCH ?'];
  const values: unknown[] = [match];
  // FTS5 is half as fast with a bound as without, so there is none where none is needed.
  if (keys.from > lowestKey) {
    where.push('rowid >= ?');
    values.push(keys.from);
  }
  if (keys.below < beyondKeys) {
    where.push('rowid < ?');
    values.push(keys.below);
  }
  if (ofCall !== '') {
    where.push(
      `EXISTS (SELECT 1 FROM calls INDEXED BY calls_to_walk WHERE key = call_words.rowid AND ${ofCall})`,
    );
    values.push(...ofCallValues);
  }
  return {
    select: (what) =>
      `SELECT ${what === 'key' ? 'rowid' : what} FROM call_words WHERE ${where.join(' AND ')}`,
    values,
  };
}
