// The number a call is kept under: grows with its start, so that newest first is a walk backwards over rowids.
import { prepared, type Db } from './db.ts';

/** So many calls can start in the same millisecond and stay in order. Keys stay below 2^53 until the year 2248. */
export const keysPerMs = 1024;
const latestMs = 2 ** 43 - 2 ** 20;

/** The lowest key of calls that start at this moment (epoch ms). */
export function firstKeyAt(startedAtMs: number): number {
  return Math.max(-latestMs, Math.min(latestMs, Math.floor(startedAtMs))) * keysPerMs;
}

export const lowestKey = firstKeyAt(-Infinity);
export const beyondKeys = Number.MAX_SAFE_INTEGER;

/** A key for a call that starts at this moment: the first that nobody has. */
export function freeKey(db: Db, startedAtMs: number): number {
  const isTaken = prepared<number>(db, 'SELECT 1 FROM calls WHERE key = ?').pluck();
  let key = firstKeyAt(startedAtMs);
  while (isTaken.get(key) !== undefined) key += 1;
  return key;
}

/** The key below which a list goes on after this call. If it has gone meanwhile: below the next newer, as ids sort by start. */
export function keyOfCall(db: Db, id: string): number {
  const key = prepared<number>(db, 'SELECT key FROM calls WHERE id >= ? ORDER BY id LIMIT 1').pluck().get(id);
  return key ?? beyondKeys;
}
