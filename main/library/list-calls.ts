// What calls there are, by their folders: a look at names and times, without reading any.
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { CallId } from '../../contract/call.ts';
import { callFileName, callsFolder, isCallId } from './layout.ts';
import { stampOf, type Stamp } from './stamp.ts';

export interface ListedCall {
  id: CallId;
  stamp: Stamp;
}

/** Calls that have a call.json, newest first. As `lookThrough`. */
export function listCalls(library: string): ListedCall[] {
  return lookThrough(library).calls;
}

/**
 * Calls that have a call.json, newest first, and those that have none: they are being recorded, wait to be recovered, or
 * are only beginning to arrive. Left out: folders that are no call's (a sync program's copies too).
 * Waits for the disk: not for a thread that anyone waits for. A promise for each of 100,000 calls would take five times
 * as long.
 */
export function lookThrough(library: string): { calls: ListedCall[]; withoutFile: CallId[] } {
  const calls: ListedCall[] = [];
  const withoutFile: CallId[] = [];
  for (const { id, folder } of callFolders(callsFolder(library))) {
    const stamp = look(folder);
    if (stamp === null) withoutFile.push(id);
    else calls.push({ id, stamp });
  }
  return { calls: calls.sort((one, other) => (one.id < other.id ? 1 : -1)), withoutFile };
}

function look(folder: string): Stamp | null {
  try {
    const found = statSync(join(folder, callFileName), { throwIfNoEntry: false });
    return found ? stampOf(found) : null;
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'ENOTDIR' ? null : 'unreadable'; // reading it will say why
  }
}

function* callFolders(calls: string): Generator<{ id: CallId; folder: string }> {
  for (const year of foldersIn(calls)) {
    if (!/^\d{4}$/.test(year)) continue;
    for (const id of foldersIn(join(calls, year)))
      if (id.startsWith(year) && isCallId(id)) yield { id, folder: join(calls, year, id) };
  }
}

/** Real folders only: a link could lead out of the library. */
function foldersIn(folder: string): string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw cause;
  }
}
