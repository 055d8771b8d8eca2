// Cases, as calls name them and as their files say: which are open, in order, and what the calls of one come to.
import type { CallId } from '../../contract/call.ts';
import type { CaseFile, CaseId, CaseRow, Money, UnreadableCase } from '../../contract/cases.ts';
import type { Stamp } from '../library/stamp.ts';
import { prepared, type Db } from './db.ts';
import { termsOf } from './terms.ts';
import { foldedWords } from './words.ts';

const mostSuggestions = 6;
/** Cases that a suggestion may come from: older ones are found by writing their name out. */
const mostLookedThrough = 1_000;

/** What two spellings of the same case share, as of a company. Empty when none is named. */
export function caseKey(name: string): string {
  return foldedWords(name) || name.trim();
}

/** Brings the list up to date with the calls and files of a case. Within a transaction, after they changed. */
export function refreshCase(db: Db, key: string): void {
  if (key === '') return;
  const { changes } = prepared(
    db,
    `INSERT INTO cases SELECT :key, closed, last_at_ms FROM (
       SELECT coalesce((SELECT closed FROM case_files WHERE key = :key ORDER BY changed_at_ms DESC, id LIMIT 1), 0)
                AS closed,
              coalesce((SELECT max(started_at_ms) FROM calls WHERE case_key = :key),
                       (SELECT max(changed_at_ms) FROM case_files WHERE key = :key)) AS last_at_ms)
      WHERE last_at_ms IS NOT NULL
         ON CONFLICT (key) DO UPDATE SET closed = excluded.closed, last_at_ms = excluded.last_at_ms`,
  ).run({ key });
  if (changes === 0) prepared(db, 'DELETE FROM cases WHERE key = ?').run(key);
}

export function putCaseFile(db: Db, { id, name, status, updatedAt }: CaseFile, stamp: Stamp): void {
  replaceFileRow(db, id, () => {
    prepared(db, 'INSERT INTO case_files VALUES (?, ?, ?, ?, ?, ?, NULL)').run(
      id,
      stamp,
      caseKey(name),
      name,
      Number(status === 'closed'),
      Date.parse(updatedAt),
    );
  });
}

/** Notes that a file cannot be read. Which case it was is kept where it is known; that case counts as open. */
export function putCaseTrouble(db: Db, { caseId, reason }: UnreadableCase, stamp: Stamp): void {
  const old = prepared<{ key: string; name: string; at: number }>(
    db,
    'SELECT key, name, changed_at_ms AS at FROM case_files WHERE id = ?',
  ).get(caseId) ?? { key: '', name: '', at: 0 };
  replaceFileRow(db, caseId, () => {
    prepared(db, 'INSERT INTO case_files VALUES (?, ?, ?, ?, 0, ?, ?)').run(
      caseId,
      stamp,
      old.key,
      old.name,
      old.at,
      reason,
    );
  });
}

export function removeCaseFile(db: Db, id: CaseId): void {
  replaceFileRow(db, id, () => undefined);
}

function replaceFileRow(db: Db, id: CaseId, insert: () => void): void {
  const keyOf = prepared<string>(db, 'SELECT key FROM case_files WHERE id = ?').pluck();
  db.transaction(() => {
    const before = keyOf.get(id);
    prepared(db, 'DELETE FROM case_files WHERE id = ?').run(id);
    insert();
    for (const key of new Set([before, keyOf.get(id)])) if (key !== undefined) refreshCase(db, key);
  }).immediate();
}

/** Ids and stamps of all case files in the index. */
export function indexedCaseFiles(db: Db): Map<CaseId, Stamp> {
  return new Map(prepared<[CaseId, Stamp]>(db, 'SELECT id, stamp FROM case_files').raw().all());
}

export function countCaseFiles(db: Db): number {
  return prepared<number>(db, 'SELECT count(*) FROM case_files').pluck().get()!;
}

export function unreadableCases(db: Db): UnreadableCase[] {
  return prepared<UnreadableCase>(
    db,
    "SELECT id AS caseId, trouble AS reason FROM case_files WHERE trouble > '' ORDER BY id",
  ).all();
}

export interface CaseFileRow {
  caseId: CaseId;
  name: string;
  /** Why it cannot be read, or null. */
  trouble: string | null;
}

/** The files that say they are this case: the one that was changed last counts, and comes first. */
export function filesOfCase(db: Db, key: string): CaseFileRow[] {
  if (key === '') return [];
  return prepared<CaseFileRow>(
    db,
    `SELECT id AS caseId, name, trouble FROM case_files WHERE key = ? ORDER BY changed_at_ms DESC, id`,
  ).all(key);
}

/** Keys of cases, the one with the newest call first. */
export function listCaseKeys(db: Db, status: CaseFile['status'], limit: number): string[] {
  return prepared<string>(db, 'SELECT key FROM cases WHERE closed = ? ORDER BY last_at_ms DESC, key LIMIT ?')
    .pluck()
    .all(Number(status === 'closed'), limit);
}

export function countCases(db: Db, status: CaseFile['status']): number {
  return prepared<number>(db, 'SELECT count(*) FROM cases WHERE closed = ?')
    .pluck()
    .get(Number(status === 'closed'))!;
}

/** Cases that are not closed, by key, as the index knows them: those that calls name without a file too. */
export function openCaseKeys(db: Db): Set<string> {
  return new Set(prepared<string>(db, 'SELECT key FROM cases WHERE closed = 0').pluck().all());
}

export function caseExists(db: Db, key: string): boolean {
  return prepared(db, 'SELECT 1 FROM cases WHERE key = ?').get(key) !== undefined;
}

export type CaseFacts = Pick<
  CaseRow,
  'name' | 'company' | 'calls' | 'lastAtMs' | 'promisesOpen' | 'promiseDue' | 'atStake'
> & { firstCall: CallId | null };

/** What the calls of a case come to. */
export function factsOfCase(db: Db, key: string): CaseFacts {
  const sums = prepared<Pick<CaseFacts, 'calls' | 'promiseDue'> & { promisesOpen: number | null }>(
    db,
    `SELECT count(*) AS calls, sum(promises_open) AS promisesOpen, min(next_due) AS promiseDue
       FROM calls WHERE case_key = ?`,
  ).get(key)!;
  const newest = prepared<{ name: string; company: string; lastAtMs: number }>(
    db,
    `SELECT case_name AS name, company, started_at_ms AS lastAtMs
       FROM calls WHERE case_key = ? ORDER BY started_at_ms DESC LIMIT 1`,
  ).get(key);
  const firstCall = prepared<CallId>(
    db,
    'SELECT id FROM calls WHERE case_key = ? ORDER BY started_at_ms LIMIT 1',
  )
    .pluck()
    .get(key);
  const atStake = prepared<Money>(
    db,
    // No currency has more than four decimals (ISO 4217); whatever is behind them comes from adding floats.
    `SELECT round(sum(amount), 4) AS value, currency
       FROM calls CROSS JOIN moments ON call_key = calls.key
      WHERE case_key = ? AND promises_open > 0 AND promise = 'open' AND amount IS NOT NULL
      GROUP BY currency ORDER BY value DESC`,
  ).all(key);
  return {
    name: newest?.name ?? '',
    company: newest?.company ?? '',
    lastAtMs: newest?.lastAtMs ?? null,
    calls: sums.calls,
    promisesOpen: sums.promisesOpen ?? 0,
    promiseDue: sums.promiseDue,
    atStake,
    firstCall: firstCall ?? null,
  };
}

/** Names of open cases in which each word asked for begins some word; the one with the newest call first. */
export function suggestCases(db: Db, prefix: string): string[] {
  const terms = termsOf(prefix);
  const keys = listCaseKeys(db, 'open', mostLookedThrough).filter((key) =>
    terms.every((term) => key.includes(term)),
  );
  return keys
    .slice(0, mostSuggestions)
    .map((key) => filesOfCase(db, key)[0]?.name || factsOfCase(db, key).name);
}

/** Newest first. */
export function callsOfCase(db: Db, key: string, limit: number): CallId[] {
  return prepared<CallId>(db, 'SELECT id FROM calls WHERE case_key = ? ORDER BY started_at_ms DESC LIMIT ?')
    .pluck()
    .all(key, limit);
}
