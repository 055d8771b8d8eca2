// Opens the index. It is a cache: one that cannot be used is put aside, and a new one made.
import Database from 'better-sqlite3';
import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { isDamage, type Db } from './db.ts';
import { migrate, migrations, versionOf } from './migrations.ts';

export interface OpenedIndex {
  db: Db;
  /** `kept`: as it was left. `new`: there was none. `replaced`: what was there could not be used. Unless kept, it is empty. */
  state: 'kept' | 'new' | 'replaced';
  /** The last user of the index did not close it. */
  unclean: boolean;
}

/** `file` may be `:memory:`. Another program's write is waited for no longer than this: all of the app waits, and the index can be written later. */
const busyMs = 250;

/** Throws what SQLite throws when not even a new index can be made: no room, no right to write. */
export function openIndex(file: string, nowMs: number): OpenedIndex {
  if (file === ':memory:') return { db: openFile(file), state: 'new', unclean: false };
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const state = existsSync(file) ? 'kept' : 'new';
  const unclean = existsSync(`${file}-wal`) && statSync(`${file}-wal`).size > 0;
  if (state === 'new') for (const rest of ['-wal', '-shm']) rmSync(file + rest, { force: true });
  try {
    return { db: openFile(file), state, unclean };
  } catch (cause) {
    if (!isUseless(cause)) throw cause;
    quarantine(file, nowMs);
    return { db: openFile(file), state: 'replaced', unclean: false };
  }
}

/** Puts the index aside as `<file>.corrupt-<time>`, its side files too: they belong to it and to no other. */
export function quarantine(file: string, nowMs: number): void {
  const time = new Date(nowMs).toISOString().replace(/[:.]/g, '-');
  for (const end of ['', '-wal', '-shm'])
    if (existsSync(file + end)) renameSync(file + end, `${file}.corrupt-${time}${end}`);
}

/** Reads all of the index, the full-text part too, and says whether SQLite finds it whole. Seconds at 100,000 calls. */
export function isWhole(db: Db): boolean {
  try {
    return db.pragma('quick_check(1)', { simple: true }) === 'ok';
  } catch (cause) {
    if (isDamage(cause)) return false;
    throw cause;
  }
}

class NewerIndex extends Error {}

/** Damaged, from a later version, or some other database: SQLite then lacks a table or finds one in the way. */
function isUseless(cause: unknown): boolean {
  return (
    cause instanceof NewerIndex || isDamage(cause) || (cause as { code?: unknown }).code === 'SQLITE_ERROR'
  );
}

function openFile(file: string): Db {
  const db = new Database(file, { timeout: busyMs });
  try {
    // Nothing is written before it is known whose database this is.
    const version = versionOf(db);
    if (version > migrations.length) throw new NewerIndex(`The index is of version ${version}`);
    migrate(db);
    for (const table of [
      'calls',
      'moments',
      'call_words',
      'companies',
      'company_words',
      'company_names',
      'talk',
      'cases',
    ])
      db.prepare(`SELECT 1 FROM ${table} LIMIT 1`).get();
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = NORMAL'); // a lost last write is found again at the next start
    db.pragma('foreign_keys = ON');
    db.pragma('cache_size = -4000'); // 4 MB: with the 16 that it would take, searches in 100,000 calls are no faster
    return db;
  } catch (cause) {
    db.close();
    throw cause;
  }
}
