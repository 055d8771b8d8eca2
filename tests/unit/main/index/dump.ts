// All that an index says, without what may differ between two indexes of the same calls: the order of calls that started
// in the very same millisecond.
import type { Db } from '../../../../main/index/db.ts';

export function dump(db: Db): Record<string, unknown[]> {
  db.exec('CREATE VIRTUAL TABLE IF NOT EXISTS temp.found USING fts5vocab (main, call_words, instance)');
  const all = (sql: string) => db.prepare(sql).all();
  return {
    calls: all('SELECT *, NULL AS key FROM calls ORDER BY id').map((row) => ({
      ...(row as object),
      key: null,
    })),
    moments: all(
      `SELECT calls.id, position, mark_id, kind, from_ms, text, words, promise
         FROM moments JOIN calls ON calls.key = call_key ORDER BY calls.id, position`,
    ),
    words: all(
      `SELECT calls.id, term, col, offset FROM temp.found LEFT JOIN calls ON calls.key = doc
        ORDER BY calls.id, col, offset`,
    ),
    companies: all('SELECT * FROM companies ORDER BY key'),
    cases: all('SELECT * FROM cases ORDER BY key'),
    companyWords: all('SELECT * FROM company_words ORDER BY word, company_key'),
    strays: all('SELECT * FROM moments WHERE call_key NOT IN (SELECT key FROM calls)'),
  };
}
