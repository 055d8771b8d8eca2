// The ledger of promises: how many there are of each kind on a given day, which they are, and what is still to come.
import type { CallId, PromiseProof, PromiseStatus } from '../../contract/call.ts';
import type { Day } from '../../contract/day.ts';
import {
  weekEnds,
  type LedgerGroup,
  type LedgerPromise,
  type LedgerSummary,
  type LedgerView,
  type ProofCall,
} from '../../contract/promises.ts';
import { companiesWith } from './companies.ts';
import { prepared, type Db } from './db.ts';
import { termsOf } from './terms.ts';

/** Some promises in an order: what follows FROM and precedes LIMIT, as one walk along one index. */
interface Part {
  index: 'promises_by_due' | 'promises_by_decision' | 'promises_by_currency';
  where: string;
  values: readonly unknown[];
  order: string;
}

const isOpen = `promise = 'open'`;
const byDue = 'due, call_key, position';
const dated = (where: string, ...values: Day[]): Part => ({
  index: 'promises_by_due',
  where: `${isOpen} AND ${where}`,
  values,
  order: byDue,
});

const parts: Record<LedgerGroup, (today: Day) => Part> = {
  overdue: (today) => dated('due < ?', today),
  week: (today) => dated('due >= ? AND due < ?', today, weekEnds(today)),
  later: (today) => dated('due >= ?', weekEnds(today)),
  undated: () => ({ ...dated('due IS NULL'), order: 'call_key DESC, position DESC' }),
  decided: () => ({
    index: 'promises_by_decision',
    where: `decided_at >= ''`,
    values: [],
    order: 'decided_at DESC, call_key DESC, position DESC',
  }),
};

export function summaryOf(db: Db, { company, today }: LedgerView): LedgerSummary {
  const companies = companiesLike(db, company);
  const count = (part: Part) => countOf(db, ofCompanies(part, companies));
  const groups = {
    overdue: count(parts.overdue(today)),
    week: count(parts.week(today)),
    later: count(parts.later(today)),
    undated: count(parts.undated(today)),
    decided: count(parts.decided(today)),
  };
  return {
    groups,
    due: groups.overdue + count(dated('due = ?', today)),
    outstanding: outstandingOf(db, companies),
  };
}

/** A stretch of a group: overdue and coming ones the earliest day first, the others newest first. */
export function pageOf(
  db: Db,
  { company, today, group }: LedgerView & { group: LedgerGroup },
  offset: number,
  limit: number,
): LedgerPromise[] {
  return rowsOf(db, ofCompanies(parts[group](today), companiesLike(db, company)), offset, limit);
}

/** Open promises that fall due on these days, the first and the last included. */
export const openDueBetween = (db: Db, first: Day, last: Day): LedgerPromise[] =>
  rowsOf(db, dated('due >= ? AND due <= ?', first, last), 0, -1);

/** One promise; undefined when the index has no such. */
export function promiseOf(db: Db, callId: CallId, markId: string): LedgerPromise | undefined {
  const row = prepared<Row>(
    db,
    `SELECT ${columns} FROM calls JOIN moments ON call_key = calls.key
      WHERE calls.id = ? AND mark_id = ? AND promise IS NOT NULL`,
  ).get(callId, markId);
  return row && promiseFrom(row);
}

/** Calls with the same company as this one, itself too, newest first; none where it names no company. */
export function callsWithSameCompany(db: Db, callId: CallId, limit: number): ProofCall[] {
  const company = prepared<string>(db, 'SELECT company_key FROM calls WHERE id = ?').pluck().get(callId);
  if (!company) return [];
  return prepared<ProofCall>(
    db,
    `SELECT id AS callId, started_at_ms AS startedAtMs, duration_ms AS durationMs, outcome
       FROM calls WHERE company_key = ? ORDER BY started_at_ms DESC, id DESC LIMIT ?`,
  ).all(company, limit);
}

/** Keys of the companies of which each word asked for begins some word of some name; null when none is asked for. */
function companiesLike(db: Db, asked: string): string[] | null {
  if (termsOf(asked).length === 0) return null;
  const [from, values] = companiesWith(asked);
  return prepared<string>(db, `SELECT companies.key FROM ${from}`)
    .pluck()
    .all(...values);
}

/** `+`: the walk along the part's own index stays what it is, and the calls of these companies are looked up on the way. */
function ofCompanies(part: Part, companies: readonly string[] | null): Part {
  if (companies === null) return part;
  return {
    ...part,
    where: `${part.where} AND +call_key IN
      (SELECT key FROM calls WHERE company_key IN (SELECT value FROM json_each(?)))`,
    values: [...part.values, JSON.stringify(companies)],
  };
}

function countOf(db: Db, { index, where, values }: Part): number {
  return prepared<number>(db, `SELECT count(*) FROM moments INDEXED BY ${index} WHERE ${where}`)
    .pluck()
    .get(...values)!;
}

function outstandingOf(db: Db, companies: readonly string[] | null): LedgerSummary['outstanding'] {
  const open: Part = {
    index: 'promises_by_currency',
    where: `${isOpen} AND amount IS NOT NULL`,
    values: [],
    order: '',
  };
  const { index, where, values } = ofCompanies(open, companies);
  return prepared<{ value: number; currency: string }>(
    db,
    // As in the sums of a case: no currency has more than four decimals.
    `SELECT round(sum(amount), 4) AS value, currency FROM moments INDEXED BY ${index}
      WHERE ${where} GROUP BY currency ORDER BY value DESC, currency`,
  ).all(...values);
}

interface Row {
  callId: CallId;
  markId: string;
  company: string;
  startedAtMs: number;
  fromMs: number;
  toMs: number;
  text: string;
  status: PromiseStatus;
  who: string | null;
  due: Day | null;
  amount: number | null;
  currency: string | null;
  decidedAt: string | null;
  proof: string | null;
}

const columns = `calls.id AS callId, mark_id AS markId, company, started_at_ms AS startedAtMs, from_ms AS fromMs,
  to_ms AS toMs, text, promise AS status, who, due, amount, currency, decided_at AS decidedAt, proof`;

/** What is left out before the stretch is stepped over in the index alone. A limit of -1 is none. */
function rowsOf(
  db: Db,
  { index, where, values, order }: Part,
  offset: number,
  limit: number,
): LedgerPromise[] {
  return prepared<Row>(
    db,
    `SELECT ${columns}
       FROM (SELECT call_key AS on_key, position AS on_position FROM moments INDEXED BY ${index}
              WHERE ${where} ORDER BY ${order} LIMIT ? OFFSET ?) AS stretch
      CROSS JOIN moments ON call_key = on_key AND position = on_position
      CROSS JOIN calls ON calls.key = on_key
      ORDER BY ${order}`,
  )
    .all(...values, limit, offset)
    .map(promiseFrom);
}

function promiseFrom({ status, who, due, amount, currency, decidedAt, proof, ...row }: Row): LedgerPromise {
  return {
    ...row,
    promise: {
      who: who ?? '',
      due,
      amount: amount === null || currency === null ? null : { value: amount, currency },
      status,
      decidedAt: decidedAt || null,
      ...(proof !== null && { proof: JSON.parse(proof) as PromiseProof }),
    },
  };
}
