// Where the trash is, and the names of what lies in it: a call's id, with a number behind it where there was one already.
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { CallId } from '../../contract/call.ts';
import { Failure } from '../../contract/failure.ts';
import { isCallId } from './layout.ts';
import { syncFolder } from './replace-file.ts';

export function trashFolder(library: string): string {
  return join(library, 'trash');
}

/** `20261123T140500Z-k7f3q2x9`, then `20261123T140500Z-k7f3q2x9.2` and so on. */
export function trashName(id: CallId, copy: number): string {
  return copy === 1 ? id : `${id}.${copy}`;
}

/** The id of the call that lies in the trash under this name; null when it is no such name. */
export function idOfTrashName(name: string): CallId | null {
  const [id = '', copy, ...more] = name.split('.');
  const isCopy = copy === undefined || /^[1-9]\d{0,5}$/.test(copy);
  return isCopy && more.length === 0 && isCallId(id) ? id : null;
}

/** The folder of what lies in the trash under this name. What is no such name never becomes a path. */
export function trashedFolder(library: string, name: string): string {
  if (idOfTrashName(name) === null)
    throw new Failure('bad-request', `No name of the trash: ${JSON.stringify(name).slice(0, 80)}`);
  return join(trashFolder(library), name);
}

export async function makeTrashFolder(library: string): Promise<void> {
  const made = await mkdir(trashFolder(library), { recursive: true, mode: 0o700 });
  if (made !== undefined) await syncFolder(library);
}

/** Names of the calls in the trash; `trash-unreadable` when it cannot be looked into. Real folders only: a link could lead out of the library. */
export async function trashNames(library: string): Promise<string[]> {
  const entries = await readdir(trashFolder(library), { withFileTypes: true }).catch(
    (cause: NodeJS.ErrnoException) => {
      if (cause.code === 'ENOENT') return [];
      throw new Failure('trash-unreadable', `The trash cannot be read: ${cause.code}`, { cause });
    },
  );
  return entries
    .filter((entry) => entry.isDirectory() && idOfTrashName(entry.name) !== null)
    .map((entry) => entry.name)
    .sort();
}
