// Putting calls into the index and taking them out, and the row that a list shows of one.
import type { Call, CallId, Outcome } from '../../contract/call.ts';
import type { CallHit } from '../../contract/library.ts';
import type { Stamp } from '../library/stamp.ts';
import { caseKey, refreshCase } from './cases.ts';
import { addToCompany, isNewestOf, refreshCompany, takeFromCompany, type CallSums } from './companies.ts';
import { companyNamed } from './company-names.ts';
import { prepared, type Db } from './db.ts';
import { facetsOf } from './facets.ts';
import { freeKey } from './keys.ts';
import {
  insertMoments,
  momentsOf,
  promiseStatus,
  wordsOfKind,
  wordsOfMarks,
  wordsTogether,
} from './moments.ts';
import { insertOriginal } from './originals.ts';

/** Puts a call into the index, in place of what is there under its id. `stamp` is what its file looked like. */
export function putCall(db: Db, call: Call, stamp: Stamp = ''): void {
  db.transaction(() => {
    for (const company of replaceRows(db, call, stamp)) refreshCompany(db, company);
  }).immediate();
}

export function removeCall(db: Db, id: CallId): void {
  db.transaction(() => {
    const old = removeRows(db, id);
    if (old) refreshCompany(db, old.companyKey);
  }).immediate();
}

/** Ids and stamps of all calls in the index. */
export function indexedCalls(db: Db): Map<CallId, Stamp> {
  return new Map(prepared<[CallId, Stamp]>(db, 'SELECT id, stamp FROM calls').raw().all());
}

export function countCalls(db: Db): number {
  return prepared<number>(db, 'SELECT count(*) FROM calls').pluck().get()!;
}

/** Within a transaction. Returns the keys of companies that must be counted anew. */
export function replaceRows(db: Db, call: Call, stamp: Stamp): string[] {
  const startedAtMs = Date.parse(call.startedAt);
  const named = companyNamed(db, call.company);
  const company = named.companyKey;
  const old = removeRows(db, call.id);
  const key = old?.startedAtMs === startedAtMs ? old.key : freeKey(db, startedAtMs);
  const moments = momentsOf(call, named.company);
  const wordsOfField = (kind: string) =>
    wordsTogether(moments.filter((moment) => moment.markId === null && moment.kind === kind));
  const promises = call.marks.map(promiseStatus);
  const due = daysDue(call);
  const count = (status: string) => promises.filter((one) => one === status).length;
  const sums: CallSums = {
    durationMs: call.durationMs,
    open: count('open'),
    kept: count('kept'),
    late: count('late'),
    broken: count('broken'),
  };

  prepared(
    db,
    'INSERT INTO calls VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  ).run(
    key,
    call.id,
    stamp,
    named.company,
    company,
    call.title,
    call.case,
    startedAtMs,
    call.durationMs,
    call.outcome,
    Number(call.capture.recovered),
    call.capture.gaps.length,
    sums.open,
    sums.broken,
    sums.kept,
    caseKey(call.case),
    call.source.kind,
    holdMs(call),
    call.marks.filter(({ kind }) => kind === 'transfer').length,
    sums.late,
    due[0] ?? null,
    due.at(-1) ?? null,
  );
  addToCompany(db, named, startedAtMs, sums);
  insertMoments(db, key, moments);
  insertOriginal(db, key, call);
  prepared(
    db,
    `INSERT INTO call_words (rowid, company, title, case_name, notes, marks, agents, refs, facets)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    key,
    wordsOfField('company'),
    wordsOfField('title'),
    wordsOfField('case'),
    wordsOfField('notes'),
    wordsOfMarks(moments),
    wordsOfKind(moments, 'agent'),
    wordsOfKind(moments, 'reference'),
    facetsOf(call),
  );
  refreshCase(db, caseKey(call.case));
  const touched = isNewestOf(db, company, startedAtMs) ? [company] : [];
  return old && isNewestOf(db, old.companyKey, old.startedAtMs) ? [...touched, old.companyKey] : touched;
}

/** Time spent on hold, in ms; where two holds overlap the time counts once. */
function holdMs({ marks }: Call): number {
  const holds = marks.filter(({ kind }) => kind === 'hold').sort((one, other) => one.fromMs - other.fromMs);
  let [heldMs, untilMs] = [0, 0];
  for (const { fromMs, toMs } of holds) {
    heldMs += Math.max(0, toMs - Math.max(fromMs, untilMs));
    untilMs = Math.max(untilMs, toMs);
  }
  return heldMs;
}

/** The days on which promises of the call that are still open fall due, the earliest first. */
function daysDue({ marks }: Call): string[] {
  return marks
    .flatMap(({ promise }) => (promise?.status === 'open' && promise.due ? [promise.due] : []))
    .sort();
}

interface OldRow extends CallSums {
  key: number;
  caseKey: string;
  startedAtMs: number;
  companyKey: string;
}

/** Within a transaction. Returns what was there. */
export function removeRows(db: Db, id: CallId): OldRow | undefined {
  const old = prepared<OldRow>(
    db,
    `SELECT key, case_key AS caseKey, started_at_ms AS startedAtMs, company_key AS companyKey, duration_ms AS durationMs,
            promises_open AS open, promises_kept AS kept, promises_late AS late, promises_broken AS broken
       FROM calls WHERE id = ?`,
  ).get(id);
  if (old === undefined) return undefined;
  prepared(db, 'DELETE FROM call_words WHERE rowid = ?').run(old.key);
  prepared(db, 'DELETE FROM calls WHERE key = ?').run(old.key); // its moments go with it
  refreshCase(db, old.caseKey);
  takeFromCompany(db, old.companyKey, old);
  return old;
}

interface Row {
  callId: CallId;
  company: string;
  title: string;
  case: string;
  startedAtMs: number;
  durationMs: number;
  outcome: Outcome | null;
  recovered: 0 | 1;
  imported: 0 | 1;
  gapCount: number;
  open: number;
  broken: number;
  kept: number;
}

/** A call as a list shows it, without what a search adds. The key must be one of the table's. */
export function readRow(db: Db, key: number): Omit<CallHit, 'companyMatches' | 'moment' | 'moreMoments'> {
  const { recovered, imported, open, broken, kept, ...row } = prepared<Row>(
    db,
    `SELECT id AS callId, company, title, case_name AS "case", started_at_ms AS startedAtMs, duration_ms AS durationMs,
            outcome, recovered, source = 'imported' AS imported, gap_count AS gapCount,
            promises_open AS open, promises_broken AS broken, promises_kept AS kept
       FROM calls WHERE key = ?`,
  ).get(key)!;
  return { ...row, recovered: recovered === 1, imported: imported === 1, promises: { open, broken, kept } };
}
