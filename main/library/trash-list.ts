// What lies in the trash: read from its folders, each with its note and, where it can be read, its call.
import { readdir, stat } from 'node:fs/promises';
import type { Call, CallId } from '../../contract/call.ts';
import { Failure } from '../../contract/failure.ts';
import { readCallIn } from './call-file.ts';
import { idOfTrashName, trashNames, trashedFolder } from './trash-folder.ts';
import { readNote, type TrashNote } from './trash-note.ts';
import { readTombstones, type IsRemoved } from './trash-tombstones.ts';

export interface TrashEntry {
  name: string;
  id: CallId;
  folder: string;
  /** Null when it cannot be read: then nobody knows since when it is here. */
  note: TrashNote | null;
  call: Call | null;
}

export interface TrashLook {
  /** The last that was moved there first; those of which it is not known before them. */
  entries: TrashEntry[];
  /** Its tombstone is written, it is not gone yet: to be finished, and not to be had any more. */
  going: TrashEntry[];
}

const atOnce = 16;

export async function lookIntoTrash(library: string): Promise<TrashLook> {
  const look: TrashLook = { entries: [], going: [] };
  const names = await trashNames(library);
  if (names.length === 0) return look;
  const isRemoved = await readTombstones(library);
  for (let start = 0; start < names.length; start += atOnce) {
    const reads = names.slice(start, start + atOnce).map((name) => readEntry(library, name));
    for (const entry of await Promise.all(reads)) {
      const where = await whereIs(entry, isRemoved);
      if (where === 'here') look.entries.push(entry);
      if (where === 'going') look.going.push(entry);
    }
  }
  const since = ({ note }: TrashEntry) => note?.trashedAtMs ?? Infinity;
  look.entries.sort((one, other) => (since(one) < since(other) ? 1 : since(one) > since(other) ? -1 : 0));
  return look;
}

/** What lies there under this name; `trash-missing` when there is nothing, or nothing any more. */
export async function findInTrash(library: string, name: string): Promise<TrashEntry> {
  const entry = await readEntry(library, name);
  const isThere = (await stat(entry.folder).catch(() => null))?.isDirectory() ?? false;
  if (!isThere || (await whereIs(entry, await readTombstones(library))) !== 'here')
    throw new Failure('trash-missing', `There is no ${name} in the trash`);
  return entry;
}

/** Without asking whether it is being removed. */
export async function readEntry(library: string, name: string): Promise<TrashEntry> {
  const folder = trashedFolder(library, name);
  const id = idOfTrashName(name)!;
  const read = await readCallIn(folder, id).catch(() => null);
  return { name, id, folder, note: await readNote(folder), call: read?.call ?? null };
}

/** `left`: it was taken back or removed while it was looked at. */
async function whereIs(
  { id, folder, note }: TrashEntry,
  isRemoved: IsRemoved,
): Promise<'here' | 'going' | 'left'> {
  if (note !== null) return isRemoved(id, note.trashedAtMs) ? 'going' : 'here';
  const files = await readdir(folder).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return null;
    throw cause;
  });
  if (files === null) return 'left';
  return files.length === 0 ? 'going' : 'here'; // the last thing a removal does is to remove the empty folder
}
