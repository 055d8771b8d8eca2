// Companies as they are named in calls: kept for the company box, which completes from them.
import type { CompanySuggestion } from '../../contract/library.ts';
import { prepared, type Db } from './db.ts';
import { beyondKeys } from './keys.ts';
import { termsOf } from './terms.ts';
import { foldedWords } from './words.ts';

const mostSuggestions = 8;

/** What two spellings of the same company share: `Café Zürich` and `CAFE ZURICH` are one. Empty when none is named. */
export function companyKey(company: string): string {
  return foldedWords(company) || company.trim();
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
  const { changes } = prepared(
    db,
    `INSERT INTO companies
       SELECT company_key, company, started_at_ms FROM calls WHERE company_key = ?
        ORDER BY started_at_ms DESC, id DESC LIMIT 1
           ON CONFLICT (key) DO UPDATE SET
              company = excluded.company, last_started_at_ms = excluded.last_started_at_ms`,
  ).run(key);
  if (changes === 0) {
    prepared(db, 'DELETE FROM companies WHERE key = ?').run(key);
    return;
  }
  const addWord = prepared(db, 'INSERT OR IGNORE INTO company_words VALUES (?, ?)');
  for (const word of new Set(key.trim().split(' '))) addWord.run(word, key);
}

/** Companies of which each word asked for begins some word, whatever its case and accents; last used first, at most 8. */
export function suggestCompanies(db: Db, prefix: string): CompanySuggestion[] {
  const [first, ...others] = termsOf(prefix);
  if (first === undefined) return suggest(db, 'companies WHERE last_started_at_ms < ?', beyondKeys);
  const word = first.slice(1).split(' ')[0]!;
  const terms = [first, ...others];
  return suggest(
    db,
    `company_words JOIN companies ON companies.key = company_key
      WHERE word >= ? AND word < ? ${terms.map(() => 'AND instr(key, ?) > 0').join(' ')}`,
    word,
    `${word}\u{10ffff}`,
    ...terms,
  );
}

/** The calls of a company are counted only for those that are shown. */
function suggest(db: Db, from: string, ...values: unknown[]): CompanySuggestion[] {
  return prepared<CompanySuggestion>(
    db,
    `SELECT company, last_started_at_ms AS lastStartedAtMs,
            (SELECT count(*) FROM calls WHERE company_key = found.key) AS calls
       FROM (SELECT DISTINCT key, companies.company, last_started_at_ms FROM ${from}
              ORDER BY last_started_at_ms DESC, key LIMIT ?) AS found`,
  ).all(...values, mostSuggestions);
}
