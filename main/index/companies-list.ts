// All companies with the sums of their calls, found and ordered in the index, a page at a time.
import type { CompanyPage, CompanyRow, CompanySort } from '../../contract/companies.ts';
import { companiesWith } from './companies.ts';
import { prepared, type Db } from './db.ts';

export interface CompaniesWanted {
  /** Beginnings of words of any of its names; empty for all. */
  find: string;
  sort: CompanySort;
  offset: number;
  limit: number;
  /** The user's own calendar date: what was due before it and is open is overdue. */
  today: string;
}

/** `walk` lets SQLite begin the order's own index instead of reading the table. */
const orders: Record<CompanySort, { walk: string; order: string }> = {
  last: { walk: 'last_started_at_ms < 9e15', order: 'last_started_at_ms DESC, key' },
  name: { walk: `key > ''`, order: 'key' },
  open: { walk: 'promises_open >= 0', order: 'promises_open DESC, last_started_at_ms DESC, key DESC' },
  broken: { walk: 'promises_broken >= 0', order: 'promises_broken DESC, last_started_at_ms DESC, key DESC' },
  time: { walk: 'duration_ms >= 0', order: 'duration_ms DESC, key DESC' },
};

interface Row extends Omit<CompanyRow, 'promises'> {
  key: string;
  open: number;
  overdue: number;
  kept: number;
  late: number;
  broken: number;
}

export function listCompanies(db: Db, { find, sort, offset, limit, today }: CompaniesWanted): CompanyPage {
  const { walk, order } = orders[sort];
  const [from, values] = find.trim() === '' ? [`companies WHERE ${walk}`, []] : companiesWith(find);
  const rows = prepared<Row>(
    db,
    `SELECT shown.*, ${overdueOf('shown.key')} AS overdue
       FROM (SELECT companies.key, company, calls, last_started_at_ms AS lastStartedAtMs, duration_ms AS durationMs,
                    promises_open AS open, promises_kept AS kept, promises_late AS late, promises_broken AS broken
               FROM ${from} ORDER BY ${order} LIMIT ? OFFSET ?) AS shown`,
  ).all(today, today, ...values, limit, offset);
  const total = prepared<number>(db, `SELECT count(*) FROM ${from}`)
    .pluck()
    .get(...values)!;
  return {
    companies: rows.map(({ key: _key, open, overdue, kept, late, broken, ...row }) => ({
      ...row,
      promises: { open, overdue, kept, late, broken },
    })),
    total,
  };
}

/**
 * Counted for those that are shown: what is overdue changes with the day. Two values: the day, twice.
 * The pluses keep SQLite from reading the overdue promises of everybody for each company.
 */
function overdueOf(key: string): string {
  return `(SELECT count(*) FROM calls CROSS JOIN moments ON call_key = calls.key
            WHERE calls.company_key = ${key} AND next_due < ? AND +promise = 'open' AND +due < ?)`;
}
