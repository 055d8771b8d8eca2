// Removes a call from the trash for good: its tombstone is on disk before anything goes, and its note is the last file to go.
import { readdir, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '../../contract/failure.ts';
import { startOfCallId } from './layout.ts';
import { syncFolder } from './replace-file.ts';
import { trashFolder } from './trash-folder.ts';
import type { TrashEntry } from './trash-list.ts';
import { noteFileName, writeNote } from './trash-note.ts';
import { appendTombstone, type Tombstone } from './trash-tombstones.ts';

interface Removal {
  removed: Tombstone['removed'];
  nowMs: number;
  /** The hashes of the seal in a call's folder, null when there is none. */
  sealOf(folder: string): Promise<Tombstone['seal']>;
}

/** Fails with `disk-full` or `library-unwritable` when nothing has gone yet, with `not-erased` when it must be finished. */
export async function removeFromTrash(
  library: string,
  entry: TrashEntry,
  { removed, nowMs, sealOf }: Removal,
): Promise<void> {
  const { id, folder, call } = entry;
  let { note } = entry;
  if (note === null) {
    // Its tombstone has to say which of several removals of this call it is.
    note = { trashedAtMs: nowMs, why: 'by-hand', words: 'Removed from the trash by hand.' };
    await writeNote(folder, note);
  }
  await appendTombstone(library, {
    format: 1,
    id,
    startedAt: call?.startedAt ?? new Date(startOfCallId(id)!).toISOString(),
    durationMs: call?.durationMs ?? null,
    seal: await sealOf(folder),
    trashedAt: new Date(note.trashedAtMs).toISOString(),
    why: note.why,
    removedAt: new Date(nowMs).toISOString(),
    removed,
  });
  await finishRemoval(library, entry);
}

/** Removes what a removal has left. `not-erased` when something of it stays. */
export async function finishRemoval(library: string, { name, folder }: TrashEntry): Promise<void> {
  try {
    for (const file of await readdir(folder))
      if (file !== noteFileName) await rm(join(folder, file), { recursive: true, force: true });
    await syncFolder(folder);
    await rm(join(folder, noteFileName), { force: true });
    await rmdir(folder);
    await syncFolder(trashFolder(library));
  } catch (cause) {
    throw new Failure('not-erased', `${name} could not be removed completely`, { cause });
  }
}
