// Brings an older index up to date. A step's place in the list is its version: append only.
import type { Db } from './db.ts';
import { calls } from './migrations/001-calls.ts';
import { ledger } from './migrations/002-ledger.ts';

/**
 * A step that changes what is derived from a call (words.ts included) must end with emptying the tables: the app then
 * finds every call missing and indexes it anew.
 */
export const migrations: readonly string[] = [calls, ledger];

/** Version of the index's schema; 0 for an empty file. */
export function versionOf(db: Db): number {
  return db.pragma('user_version', { simple: true }) as number;
}

/** Each step is one transaction together with its version, so that a crash leaves a whole step or none. */
export function migrate(db: Db, steps: readonly string[] = migrations): void {
  for (const [index, sql] of steps.entries()) {
    const version = index + 1;
    if (version <= versionOf(db)) continue;
    db.transaction(() => {
      db.exec(sql);
      db.pragma(`user_version = ${version}`);
    })();
  }
}
