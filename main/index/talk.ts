// How long each side of a call talked, as it was measured from its peaks: asked for again only when a hold has changed.
import type { CallId } from '../../contract/call.ts';
import { companyNamed } from './company-names.ts';
import { prepared, type Db } from './db.ts';

export interface Span {
  fromMs: number;
  toMs: number;
}

export interface Talk {
  youMs: number;
  themMs: number;
}

export interface CallTalk {
  callId: CallId;
  durationMs: number;
  holds: readonly Span[];
  /** Null where it is to be measured (again). */
  talk: Talk | null;
}

interface Row {
  callId: CallId;
  durationMs: number;
  holds: string;
  youMs: number | null;
  themMs: number | null;
  without: string | null;
}

/** Calls of the company that were captured by this app; of imported ones it is not known which side is whose. */
export function talkOfCompany(db: Db, company: string): CallTalk[] {
  const rows = prepared<Row>(
    db,
    `SELECT calls.id AS callId, duration_ms AS durationMs, you_ms AS youMs, them_ms AS themMs, without,
            (SELECT json_group_array(json_array(from_ms, to_ms)) FROM moments
              WHERE call_key = calls.key AND kind = 'hold') AS holds
       FROM calls LEFT JOIN talk ON call_id = calls.id WHERE company_key = ? AND source = 'captured'`,
  ).all(companyNamed(db, company).companyKey);
  return rows.map(({ callId, durationMs, youMs, themMs, without, ...row }) => {
    const holds = (JSON.parse(row.holds) as [number, number][]).map(([fromMs, toMs]) => ({ fromMs, toMs }));
    const isMeasured = youMs !== null && themMs !== null && without === nameOf(holds);
    return { callId, durationMs, holds, talk: isMeasured ? { youMs, themMs } : null };
  });
}

export function keepTalk(db: Db, { callId, holds }: CallTalk, { youMs, themMs }: Talk): void {
  const values = [callId, youMs, themMs, nameOf(holds)];
  prepared(db, 'INSERT OR REPLACE INTO talk VALUES (?, ?, ?, ?)').run(...values);
}

const nameOf = (holds: readonly Span[]) => JSON.stringify(holds.map(({ fromMs, toMs }) => [fromMs, toMs]));
