// The index for those who only ask: opened without writing to it, while whoever keeps it may have it open too.
import Database from 'better-sqlite3';
import { existsSync } from 'node:fs';
import { isDamage, type Db } from './db.ts';
import { migrations, versionOf } from './migrations.ts';

/** Null when there is none that this version of the app could use. Throws what else SQLite throws. */
export function readIndex(file: string): Db | null {
  if (!existsSync(file)) return null;
  const db = new Database(file, { readonly: true, fileMustExist: true, timeout: 5_000 });
  try {
    if (versionOf(db) === migrations.length) return db;
  } catch (cause) {
    if (!isDamage(cause)) throw cause;
  }
  db.close();
  return null;
}

/** The same index in memory, which may be written to. */
export function copyInMemory(db: Db): Db {
  const image = db.serialize();
  // A database in memory cannot keep a write-ahead log: its header must ask for none (SQLite's file format, 1.3.3).
  image.writeUInt8(1, 18);
  image.writeUInt8(1, 19);
  return new Database(image);
}
