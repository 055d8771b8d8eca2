// What the calls of one company say of it, row by row: for its measures, the picture of its calls and its promises.
import type { CallId, Outcome, PromiseStatus } from '../../contract/call.ts';
import { mostPromises, type CompanyPromise } from '../../contract/companies.ts';
import { companyNamed } from './company-names.ts';
import { prepared, type Db } from './db.ts';

export interface MeasuredCall {
  callId: CallId;
  startedAtMs: number;
  durationMs: number;
  holdMs: number;
  transfers: number;
  outcome: Outcome | null;
  /** Empty where no case is named. */
  caseKey: string;
  source: 'captured' | 'imported';
  open: number;
  kept: number;
  late: number;
  broken: number;
}

/** All calls of the company, by any of its names, the oldest first. */
export function callsOfCompany(db: Db, company: string): MeasuredCall[] {
  return prepared<MeasuredCall>(
    db,
    `SELECT id AS callId, started_at_ms AS startedAtMs, duration_ms AS durationMs, hold_ms AS holdMs, transfers,
            outcome, case_key AS caseKey, source, promises_open AS open, promises_kept AS kept,
            promises_late AS late, promises_broken AS broken
       FROM calls WHERE company_key = ? ORDER BY started_at_ms, id`,
  ).all(companyNamed(db, company).companyKey);
}

interface PromiseRow extends Omit<CompanyPromise, 'amount' | 'status'> {
  status: PromiseStatus;
  value: number | null;
  currency: string | null;
}

/** Open ones first, the earliest due before the others; then what was decided, the newest first. */
export function promisesOfCompany(db: Db, company: string): { promises: CompanyPromise[]; count: number } {
  const { companyKey } = companyNamed(db, company);
  const from = `calls CROSS JOIN moments ON call_key = calls.key WHERE company_key = ? AND +promise IS NOT NULL`;
  const rows = prepared<PromiseRow>(
    db,
    `SELECT calls.id AS callId, mark_id AS markId, started_at_ms AS startedAtMs, text, from_ms AS fromMs,
            to_ms AS toMs, promise AS status, due, amount AS value, currency
       FROM ${from}
      ORDER BY promise <> 'open', CASE promise WHEN 'open' THEN coalesce(due, '9999') END,
               coalesce(decided_at, '') DESC, started_at_ms DESC, position LIMIT ?`,
  ).all(companyKey, mostPromises);
  const count = prepared<number>(db, `SELECT count(*) FROM ${from}`).pluck().get(companyKey)!;
  return {
    count,
    promises: rows.map(({ value, currency, ...row }) => ({
      ...row,
      amount: value === null || currency === null ? null : { value, currency },
    })),
  };
}
