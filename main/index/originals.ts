// Which call was imported from a file: known by what the file holds, whatever it is called.
import type { Call, CallId } from '../../contract/call.ts';
import { prepared, type Db } from './db.ts';

/** Within a transaction; what was there before went with the call's row. */
export function insertOriginal(db: Db, key: number, { source }: Call): void {
  if (source.file) prepared(db, 'INSERT INTO originals VALUES (?, ?)').run(source.file.sha256, key);
}

export const originalSql =
  'SELECT calls.id FROM originals JOIN calls ON calls.key = originals.call_key WHERE originals.sha256 = ? LIMIT 1';

/** `sha256`: hex, as in call.json. */
export function callOfOriginal(db: Db, sha256: string): CallId | null {
  return prepared<CallId>(db, originalSql).pluck().get(sha256) ?? null;
}
