// What of a call can be found, one row each: its marks, then its notes, case, title and company.
import type { Call, Mark, MarkKind, PromiseDetail, PromiseStatus } from '../../contract/call.ts';
import type { Moment } from '../../contract/library.ts';
import { prepared, type Db } from './db.ts';
import { excerpt } from './highlight.ts';
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
  const insert = prepared(db, 'INSERT INTO moments VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  for (const [position, { markId, kind, fromMs, text, words, promise, toMs, detail }] of moments.entries()) {
    const { who = null, due = null, amount = null, decidedAt = null } = detail ?? {};
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
      decidedAt,
    );
  }
}

interface MomentRow {
  markId: string | null;
  kind: Moment['kind'];
  fromMs: number | null;
  text: string;
}

const columns = 'mark_id AS markId, kind, from_ms AS fromMs, text';

/** The moment of a call that has most of the terms, and how many moments have any. */
export function bestMoment(
  db: Db,
  callKey: number,
  terms: readonly Term[],
): { moment: Moment | null; matched: number } {
  const row = prepared<MomentRow & { matched: number }>(
    db,
    `SELECT ${columns}, count(*) OVER () AS matched
       FROM moments WHERE call_key = ? AND (${hasTerm(terms, ' OR ')})
      ORDER BY ${hasTerm(terms, ' + ')} DESC, position LIMIT 1`,
  ).get(callKey, ...terms, ...terms);
  if (row === undefined) return { moment: null, matched: 0 };
  const { markId, kind, fromMs, text, matched } = row;
  return { moment: { markId, kind, fromMs, ...excerpt(text, terms) }, matched };
}

/** The first promise of a call that is still open, by its place in the call. */
export function firstOpenPromise(db: Db, callKey: number): Moment | null {
  const row = prepared<MomentRow>(
    db,
    `SELECT ${columns} FROM moments WHERE call_key = ? AND promise = 'open' ORDER BY position LIMIT 1`,
  ).get(callKey);
  if (row === undefined) return null;
  return { markId: row.markId, kind: row.kind, fromMs: row.fromMs, ...excerpt(row.text, []) };
}

/** How many moments of these calls have any of the terms. */
export function countMoments(db: Db, callKeys: readonly number[], terms: readonly Term[]): number {
  return prepared<number>(
    db,
    `SELECT count(*) FROM json_each(?) AS newest CROSS JOIN moments ON call_key = newest.value
      WHERE ${hasTerm(terms, ' OR ')}`,
  )
    .pluck()
    .get(JSON.stringify(callKeys), ...terms)!;
}

/** A condition on `moments.words`, one parameter for each term. */
function hasTerm(terms: readonly Term[], joinedBy: ' OR ' | ' + '): string {
  return terms.map(() => '(instr(words, ?) > 0)').join(joinedBy);
}
