// The database as the other files of this folder see it, and each of its statements prepared once.
import type Database from 'better-sqlite3';

export type Db = Database.Database;

const statements = new WeakMap<Db, Map<string, Database.Statement<unknown[], unknown>>>();

/** The statement for this SQL. `Row` is what the SQL selects: nothing checks it but the tests of the file it is in. */
export function prepared<Row = unknown>(db: Db, sql: string): Database.Statement<unknown[], Row> {
  let known = statements.get(db);
  if (known === undefined) statements.set(db, (known = new Map()));
  let statement = known.get(sql);
  if (statement === undefined) known.set(sql, (statement = db.prepare(sql)));
  return statement as Database.Statement<unknown[], Row>;
}

/** True when SQLite says that the file itself is damaged or no database, so that only a new one helps. */
export function isDamage(cause: unknown): boolean {
  const code = String((cause as { code?: unknown } | null)?.code);
  return code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT');
}
