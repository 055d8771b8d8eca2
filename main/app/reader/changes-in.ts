// What the index does not know yet of the calls in their folders, piece by piece.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { CallId } from '../../../contract/call.ts';
import { indexedCalls } from '../../index/calls.ts';
import { isDamage } from '../../index/db.ts';
import { isWhole } from '../../index/open-index.ts';
import { readIndex } from '../../index/read-index.ts';
import { callFolder } from '../../library/layout.ts';
import { lookThrough } from '../../library/list-calls.ts';
import { readCalls, type ReadCall } from '../../library/read-calls.ts';
import type { Stamp } from '../../library/stamp.ts';
import { fileNames } from '../../recording/running-files.ts';

export interface ReadTask {
  library: string;
  /** The index's file, or what it holds. */
  index: string | ReadonlyMap<CallId, Stamp>;
  /** `changed`: only calls whose file is not the one that was indexed. */
  which: 'changed' | 'all';
  /** Whether all of the index is to be read first, to see that it is whole. */
  check: boolean;
}

export type Piece =
  /** The index is not whole. Nothing comes after it. */
  | { kind: 'damaged' }
  /** How many calls will be read; which of the index have no folder any more; which recordings were never ended. */
  | { kind: 'found'; toRead: number; gone: readonly CallId[]; unfinished: readonly CallId[] }
  | { kind: 'read'; calls: readonly ReadCall[] };

const callsInPiece = 100;

/** Newest calls first. What is saved while this goes on may come as it was before. */
export async function* changesIn(task: ReadTask): AsyncGenerator<Piece, void, undefined> {
  const { library, which } = task;
  // The index first: a call that is saved in between is then not taken for one that has gone.
  const indexed = knownCalls(task);
  if (indexed === 'damaged') return yield { kind: 'damaged' };
  const { calls, withoutFile } = lookThrough(library);
  const toRead = calls
    .filter(({ id, stamp }) => which === 'all' || indexed.get(id) !== stamp)
    .map(({ id }) => id);
  const present = new Set(calls.map(({ id }) => id));
  const gone = [...indexed.keys()].filter((id) => !present.has(id));
  const unfinished = withoutFile.filter((id) => existsSync(join(callFolder(library, id), fileNames.journal)));
  yield { kind: 'found', toRead: toRead.length, gone, unfinished };

  let piece: ReadCall[] = [];
  for await (const read of readCalls(library, toRead)) {
    if (piece.push(read) < callsInPiece) continue;
    yield { kind: 'read', calls: piece };
    piece = [];
  }
  if (piece.length > 0) yield { kind: 'read', calls: piece };
}

function knownCalls({ index, check }: ReadTask): ReadonlyMap<CallId, Stamp> | 'damaged' {
  if (typeof index !== 'string') return index;
  try {
    const db = readIndex(index);
    if (db === null) return new Map();
    try {
      return check && !isWhole(db) ? 'damaged' : indexedCalls(db);
    } finally {
      db.close();
    }
  } catch (cause) {
    if (isDamage(cause)) return 'damaged';
    throw cause;
  }
}
