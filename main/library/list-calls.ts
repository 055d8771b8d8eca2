// What calls there are, by their folders: a look at names and times, without reading any.
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { CallId } from '../../contract/call.ts';
import { callFileName, callsFolder, isCallId } from './layout.ts';
import { stampOf, type Stamp } from './stamp.ts';

export interface ListedCall {
  id: CallId;
  stamp: Stamp;
}

const atOnce = 64;

/**
 * Calls that have a call.json, newest first. Left out: folders that are no call's (a sync program's copies too), and
 * calls that have no call.json yet, which are being recorded or wait for the recorder to recover them.
 */
export async function listCalls(library: string): Promise<ListedCall[]> {
  const folders = await callFolders(callsFolder(library));
  const listed: ListedCall[] = [];
  for (let start = 0; start < folders.length; start += atOnce) {
    const looks = folders.slice(start, start + atOnce).map(({ id, folder }) => look(id, folder));
    for (const found of await Promise.all(looks)) if (found) listed.push(found);
  }
  return listed.sort((one, other) => (one.id < other.id ? 1 : -1));
}

async function look(id: CallId, folder: string): Promise<ListedCall | null> {
  try {
    return { id, stamp: stampOf(await stat(join(folder, callFileName))) };
  } catch (cause) {
    if (['ENOENT', 'ENOTDIR'].includes((cause as NodeJS.ErrnoException).code ?? '')) return null;
    return { id, stamp: 'unreadable' }; // reading it will say why
  }
}

async function callFolders(calls: string): Promise<{ id: CallId; folder: string }[]> {
  const found: { id: CallId; folder: string }[] = [];
  for (const year of await foldersIn(calls)) {
    if (!/^\d{4}$/.test(year)) continue;
    for (const id of await foldersIn(join(calls, year)))
      if (id.startsWith(year) && isCallId(id)) found.push({ id, folder: join(calls, year, id) });
  }
  return found;
}

/** Real folders only: a link could lead out of the library. */
async function foldersIn(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw cause;
  }
}
