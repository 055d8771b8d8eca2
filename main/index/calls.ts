// Putting calls into the index and taking them out, and the row that a list shows of one.
import type { Call, CallId, Outcome } from '../../contract/call.ts';
import type { CallHit } from '../../contract/library.ts';
import type { Stamp } from '../library/stamp.ts';
import { companyKey, isNewestOf, refreshCompany } from './companies.ts';
import { caseKey } from './cases.ts';
import { prepared, type Db } from './db.ts';
import { freeKey } from './keys.ts';
import { insertOriginal } from './originals.ts';
import { insertMoments, momentsOf, promiseStatus, wordsOfKind, wordsOfMarks } from './moments.ts';
import { outcomeFacet } from './terms.ts';

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
  const company = companyKey(call.company);
  const old = removeRows(db, call.id);
  const key = old?.startedAtMs === startedAtMs ? old.key : freeKey(db, startedAtMs);
  const moments = momentsOf(call);
  const wordsOfField = (kind: string) =>
    moments.find((moment) => moment.markId === null && moment.kind === kind)?.words ?? '';
  const promises = call.marks.map(promiseStatus);
  const count = (status: string) => promises.filter((one) => one === status).length;

  prepared(
    db,
    'INSERT INTO calls VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  ).run(
    key,
    call.id,
    stamp,
    call.company,
    company,
    call.title,
    call.case,
    startedAtMs,
    call.durationMs,
    call.outcome,
    Number(call.capture.recovered),
    call.capture.gaps.length,
    count('open'),
    count('broken'),
    count('kept'),
    caseKey(call.case),
    call.source.kind,
    holdMs(call),
    call.marks.filter(({ kind }) => kind === 'transfer').length,
    count('late'),
    nextDue(call),
  );
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
    outcomeFacet(call.outcome),
  );
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

/** The earliest day on which a promise of the call that is still open falls due. */
function nextDue({ marks }: Call): string | null {
  const days = marks.flatMap(({ promise }) =>
    promise?.status === 'open' && promise.due ? [promise.due] : [],
  );
  return days.sort()[0] ?? null;
}

interface OldRow {
  key: number;
  startedAtMs: number;
  companyKey: string;
}

/** Within a transaction. Returns what was there. */
export function removeRows(db: Db, id: CallId): OldRow | undefined {
  const old = prepared<OldRow>(
    db,
    'SELECT key, started_at_ms AS startedAtMs, company_key AS companyKey FROM calls WHERE id = ?',
  ).get(id);
  if (old === undefined) return undefined;
  prepared(db, 'DELETE FROM call_words WHERE rowid = ?').run(old.key);
  prepared(db, 'DELETE FROM calls WHERE key = ?').run(old.key); // its moments go with it
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
export function readRow(db: Db, key: number): Omit<CallHit, 'moment' | 'moreMoments'> {
  const { recovered, imported, open, broken, kept, ...row } = prepared<Row>(
    db,
    `SELECT id AS callId, company, title, case_name AS "case", started_at_ms AS startedAtMs, duration_ms AS durationMs,
            outcome, recovered, source = 'imported' AS imported, gap_count AS gapCount,
            promises_open AS open, promises_broken AS broken, promises_kept AS kept
       FROM calls WHERE key = ?`,
  ).get(key)!;
  return { ...row, recovered: recovered === 1, imported: imported === 1, promises: { open, broken, kept } };
}
