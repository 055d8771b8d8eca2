// What of a call can be found, one row each: its marks, then its notes, case, title and company.
import type { Call, Mark, MarkKind, PromiseDetail, PromiseStatus } from '../../contract/call.ts';
import type { Moment } from '../../contract/library.ts';
import { prepared, type Db } from './db.ts';
import { excerpt } from './highlight.ts';
import type { Condition, Sought } from './sought.ts';
import type { Term } from './terms.ts';
import { foldedWords } from './words.ts';

export interface MomentEntry {
  markId: string | null;
  kind: Moment['kind'];
  fromMs: number | null;
  text: string;
  /** As `foldedWords` makes them. */
  words: string;
  promise: PromiseStatus | null;
  /** Where the mark ends; null for what is no mark. */
  toMs: number | null;
  /** What a promise says, and when it was decided. */
  detail: PromiseDetail | null;
}

/** Between words that do not follow each other though they share a row; no term can contain it. */
const apart = ' =';

/**
 * In the order in which they are preferred when a search finds several alike: what was said comes before names.
 * `company`: how the company is called now; a call that names it otherwise is found under both.
 */
export function momentsOf(call: Call, company = call.company): MomentEntry[] {
  const marks = [...call.marks].sort((one, other) => one.fromMs - other.fromMs);
  const fields = (['notes', 'case', 'title'] as const).map((kind) => ({ kind, text: call[kind] }));
  const companies = [...new Set([company, call.company])].map((text) => ({ kind: 'company' as const, text }));
  return [
    ...marks.map(momentOfMark),
    ...[...fields, ...companies]
      .filter(({ text }) => text.trim() !== '')
      .map(({ kind, text }) => ({
        markId: null,
        kind,
        fromMs: null,
        text,
        words: foldedWords(text),
        promise: null,
        toMs: null,
        detail: null,
      })),
  ];
}

function momentOfMark({ id, kind, fromMs, toMs, text, promise }: Mark): MomentEntry {
  const who = foldedWords(promise?.who ?? '');
  return {
    markId: id,
    kind,
    fromMs,
    text,
    words: foldedWords(text) + (who && apart + who),
    promise: promiseStatus({ kind, promise }),
    toMs,
    detail: kind === 'promise' ? (promise ?? null) : null,
  };
}

/** A promise without details (another program's) counts as open: better looked at once too often. */
export function promiseStatus({ kind, promise }: Pick<Mark, 'kind' | 'promise'>): PromiseStatus | null {
  return kind === 'promise' ? (promise?.status ?? 'open') : null;
}

/** The words of all moments of a kind, for the full-text row of the call. */
export function wordsOfMarks(moments: readonly MomentEntry[]): string {
  return wordsTogether(moments.filter(({ markId }) => markId !== null));
}

export function wordsTogether(moments: readonly MomentEntry[]): string {
  return moments
    .filter(({ words }) => words !== '')
    .map(({ words }) => words)
    .join(apart);
}

/** The words of all marks of one kind. */
export function wordsOfKind(moments: readonly MomentEntry[], kind: MarkKind): string {
  return wordsOfMarks(moments.filter((moment) => moment.kind === kind));
}

export function insertMoments(db: Db, callKey: number, moments: readonly MomentEntry[]): void {
  const insert = prepared(db, 'INSERT INTO moments VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  for (const [position, { markId, kind, fromMs, text, words, promise, toMs, detail }] of moments.entries()) {
    const { who = null, due = null, amount = null, status = 'open', decidedAt, proof } = detail ?? {};
    const money = [amount?.value ?? null, amount?.currency ?? null];
    insert.run(
      callKey,
      position,
      markId,
      kind,
      fromMs,
      text,
      words,
      promise,
      toMs,
      who,
      due,
      ...money,
      status === 'open' ? null : (decidedAt ?? ''),
      proof ? JSON.stringify(proof) : null,
    );
  }
}

interface MomentRow {
  markId: string | null;
  kind: Moment['kind'];
  fromMs: number | null;
  toMs: number | null;
  text: string;
}

const columns = 'mark_id AS markId, kind, from_ms AS fromMs, to_ms AS toMs, text';

/**
 * For a call's key the moment that fits best, and how many are hits: first those that have what most filters ask for, then
 * those that have most of the words. Without anything asked of moments, the first promise that is still open.
 */
export function bestMoments(
  db: Db,
  sought: Sought,
): (callKey: number) => { moment: Moment | null; matched: number } {
  const { filters, words } = sought.moments;
  const asked = [...filters, ...words];
  const values = asked.flatMap((condition) => condition.values);
  const statement =
    asked.length === 0
      ? prepared<MomentRow & { matched: number }>(
          db,
          `SELECT ${columns}, 0 AS matched
             FROM moments WHERE call_key = ? AND promise = 'open' ORDER BY position LIMIT 1`,
        )
      : prepared<MomentRow & { matched: number }>(
          db,
          `SELECT ${columns}, count(*) OVER () AS matched
             FROM moments WHERE call_key = ? AND (${sqlOf(asked, ' OR ')})
            ORDER BY ${[filters, words]
              .filter((some) => some.length > 0)
              .map((some) => `${sqlOf(some, ' + ')} DESC, `)
              .join('')}position LIMIT 1`,
        );
  return (callKey) => {
    const row = statement.get(callKey, ...values, ...values);
    if (row === undefined) return { moment: null, matched: 0 };
    const { text, matched, ...rest } = row;
    return { moment: { ...rest, ...excerpt(text, termsToMark(sought, rest.kind)) }, matched };
  };
}

/** The words that are looked for in a moment of this kind. */
export function termsToMark({ terms, termsOfKind }: Sought, kind: Moment['kind']): readonly Term[] {
  const more = termsOfKind[kind];
  return more ? [...terms, ...more] : terms;
}

/** How many moments of these calls are hits. */
export function countMoments(
  db: Db,
  callKeys: readonly number[],
  { filters, words }: Sought['moments'],
): number {
  const asked = [...filters, ...words];
  if (asked.length === 0) return 0;
  return prepared<number>(
    db,
    `SELECT count(*) FROM json_each(?) AS newest CROSS JOIN moments ON call_key = newest.value
      WHERE ${sqlOf(asked, ' OR ')}`,
  )
    .pluck()
    .get(JSON.stringify(callKeys), ...asked.flatMap(({ values }) => values))!;
}

const sqlOf = (conditions: readonly Condition[], joinedBy: ' OR ' | ' + ') =>
  conditions.map(({ sql }) => sql).join(joinedBy);
