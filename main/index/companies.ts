// Companies as they are named in calls, with the sums of their calls: for the list of them and the box that completes.
import type { CompanySuggestion } from '../../contract/library.ts';
import { prepared, type Db } from './db.ts';
import { beyondKeys } from './keys.ts';
import { termsOf } from './terms.ts';
import { foldedWords } from './words.ts';

const mostSuggestions = 8;
/** Between names that do not follow each other; no term can contain it. */
const apart = ' =';

/** What two spellings of the same company share: `Café Zürich` and `CAFE ZURICH` are one. Empty when none is named. */
export function companyKey(company: string): string {
  return foldedWords(company) || company.trim();
}

/** What one call adds to its company. */
export interface CallSums {
  durationMs: number;
  open: number;
  kept: number;
  late: number;
  broken: number;
}

/** Counts a call in. Whole milliseconds, so that the sums are the same in whatever order calls come and go. */
export function addToCompany(
  db: Db,
  named: { companyKey: string; company: string },
  startedAtMs: number,
  { durationMs, open, kept, late, broken }: CallSums,
): void {
  if (named.companyKey === '') return;
  prepared(
    db,
    `INSERT INTO companies (key, company, last_started_at_ms, calls, duration_ms,
                            promises_open, promises_kept, promises_late, promises_broken)
          VALUES (?, ?, ?, 1, ?, ?, ?, ?, ?)
         ON CONFLICT (key) DO UPDATE SET
            calls = calls + 1, duration_ms = duration_ms + excluded.duration_ms,
            promises_open = promises_open + excluded.promises_open,
            promises_kept = promises_kept + excluded.promises_kept,
            promises_late = promises_late + excluded.promises_late,
            promises_broken = promises_broken + excluded.promises_broken`,
  ).run(named.companyKey, named.company, startedAtMs, Math.round(durationMs), open, kept, late, broken);
}

/** Counts a call out again. A company without calls goes when it is looked at anew. */
export function takeFromCompany(db: Db, key: string, sums: CallSums): void {
  const { durationMs, open, kept, late, broken } = sums;
  prepared(
    db,
    `UPDATE companies SET calls = calls - 1, duration_ms = duration_ms - ?, promises_open = promises_open - ?,
        promises_kept = promises_kept - ?, promises_late = promises_late - ?, promises_broken = promises_broken - ?
      WHERE key = ?`,
  ).run(Math.round(durationMs), open, kept, late, broken, key);
}

/** Whether a call of this start decides what the company is called and when it was last used. */
export function isNewestOf(db: Db, key: string, startedAtMs: number): boolean {
  const last = prepared<number>(db, 'SELECT last_started_at_ms FROM companies WHERE key = ?')
    .pluck()
    .get(key);
  return last === undefined || startedAtMs >= last;
}

/** Names a company as its newest call does; removes it when no call names it any more. */
export function refreshCompany(db: Db, key: string): void {
  if (key === '') return;
  const newest = prepared<[string, number]>(
    db,
    `SELECT company, started_at_ms FROM calls WHERE company_key = ?
      ORDER BY started_at_ms DESC, id DESC LIMIT 1`,
  )
    .raw()
    .get(key);
  if (newest === undefined) {
    prepared(db, 'DELETE FROM companies WHERE key = ?').run(key);
    return;
  }
  const aliases = prepared<string>(db, 'SELECT key FROM company_names WHERE company_key = ? AND key <> ?')
    .pluck()
    .all(key, key);
  const names = [key, ...aliases];
  prepared(db, 'UPDATE companies SET company = ?, last_started_at_ms = ?, words = ? WHERE key = ?').run(
    ...newest,
    names.join(apart),
    key,
  );
  const addWord = prepared(db, 'INSERT OR IGNORE INTO company_words VALUES (?, ?)');
  for (const word of new Set(names.flatMap((name) => name.trim().split(' ')))) addWord.run(word, key);
}

/** Companies of which each word asked for begins some word, whatever its case and accents; last used first, at most 8. */
export function suggestCompanies(db: Db, prefix: string): CompanySuggestion[] {
  const [from, values] = companiesWith(prefix);
  return prepared<CompanySuggestion>(
    db,
    `SELECT company, calls, last_started_at_ms AS lastStartedAtMs FROM ${from}
      ORDER BY last_started_at_ms DESC, key LIMIT ?`,
  ).all(...values, mostSuggestions);
}

/** What to select from, and its values: companies of which each word of the text begins some word of some name; all without one. */
export function companiesWith(text: string): [from: string, values: readonly unknown[]] {
  const [first, ...others] = termsOf(text);
  if (first === undefined) return ['companies WHERE last_started_at_ms < ?', [beyondKeys]];
  const word = first.slice(1).split(' ')[0]!;
  const terms = [first, ...others];
  return [
    // The plus keeps SQLite from reading all words in the order of their companies.
    `(SELECT DISTINCT +company_key AS company_key FROM company_words WHERE word >= ? AND word < ?) AS found
       CROSS JOIN companies ON companies.key = found.company_key
      WHERE ${terms.map(() => 'instr(words, ?) > 0').join(' AND ')}`,
    [word, `${word}\u{10ffff}`, ...terms],
  ];
}
