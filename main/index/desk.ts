// What is known of a company from its calls: the last one, those with open promises, and who and what was named.
import type { CallId, Outcome } from '../../contract/call.ts';
import type { LastContact } from '../../contract/library.ts';
import { companyNamed } from './company-names.ts';
import { prepared, type Db } from './db.ts';

const mostCalls = 20;
const mostNamed = 6;

export interface DeskRows {
  calls: number;
  last: LastContact | null;
  /** The newest calls that have open promises; what was promised stands in their files. */
  withOpenPromises: CallId[];
  agents: string[];
  references: string[];
}

/** The company by any of its names, in any case and with or without accents; nothing for an empty name. */
export function deskOf(db: Db, company: string): DeskRows {
  const { companyKey: key } = companyNamed(db, company);
  if (key === '') return { calls: 0, last: null, withOpenPromises: [], agents: [], references: [] };
  const calls = prepared<number>(db, 'SELECT count(*) FROM calls WHERE company_key = ?').pluck().get(key)!;
  const last = prepared<LastContact & { outcome: Outcome | null }>(
    db,
    `SELECT id AS callId, started_at_ms AS startedAtMs, duration_ms AS durationMs, outcome
       FROM calls WHERE company_key = ? ORDER BY started_at_ms DESC, id DESC LIMIT 1`,
  ).get(key);
  const withOpenPromises = prepared<CallId>(
    db,
    `SELECT id FROM calls WHERE company_key = ? AND promises_open > 0
      ORDER BY started_at_ms DESC, id DESC LIMIT ?`,
  )
    .pluck()
    .all(key, mostCalls);
  const named = (kind: 'agent' | 'reference') =>
    prepared<string>(
      db,
      `SELECT text FROM (SELECT key, started_at_ms FROM calls WHERE company_key = ?
                          ORDER BY started_at_ms DESC, id DESC LIMIT ?) AS latest
         JOIN moments ON call_key = latest.key
        WHERE kind = ? AND text <> '' ORDER BY started_at_ms DESC, position DESC`,
    )
      .pluck()
      .all(key, mostCalls, kind);
  const newest = (texts: string[]) => [...new Set(texts)].slice(0, mostNamed);
  return {
    calls,
    last: last ?? null,
    withOpenPromises,
    agents: newest(named('agent')),
    references: newest(named('reference')),
  };
}
