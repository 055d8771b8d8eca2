// Moves a call's whole folder into the trash and back: one rename, so that a crash leaves it in one of the two places.
import { mkdir, rm, rmdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { CallId } from '../../contract/call.ts';
import { Failure } from '../../contract/failure.ts';
import { callFolder } from './layout.ts';
import { renamePatiently, syncFolder } from './replace-file.ts';
import { idOfTrashName, makeTrashFolder, trashFolder, trashName, trashedFolder } from './trash-folder.ts';
import { noteFileName, writeNote, type TrashNote } from './trash-note.ts';
import { writeFailure } from './write-failure.ts';

/** The recorder's file: as long as it is there, the call is being recorded or waits to be put in order. */
const journalFileName = 'journal.jsonl';

/** Answers its name in the trash. `call-running` while it is being recorded. */
export async function moveToTrash(library: string, id: CallId, note: TrashNote): Promise<string> {
  const from = callFolder(library, id);
  if (await isThere(join(from, journalFileName)))
    throw new Failure('call-running', `The call ${id} is being recorded`);
  try {
    // Before the move: what is in the trash says since when. Where the folder lies decides, so one left by a crash is no harm.
    await writeNote(from, note);
    await makeTrashFolder(library);
    const name = await moveToFreeName(library, id, from);
    await syncFolder(trashFolder(library));
    await syncFolder(dirname(from));
    return name;
  } catch (cause) {
    throw writeFailure(cause, trashFolder(library));
  }
}

/** Answers the id it has again. `call-in-the-way` when a call of this id came from elsewhere meanwhile: neither is touched. */
export async function moveBack(library: string, name: string): Promise<CallId> {
  const from = trashedFolder(library, name);
  const id = idOfTrashName(name)!;
  const to = callFolder(library, id);
  if (!(await isThere(from))) throw new Failure('trash-missing', `There is no ${name} in the trash`);
  try {
    const made = await mkdir(dirname(to), { recursive: true, mode: 0o700 });
    if (made !== undefined) await syncFolder(dirname(dirname(to)));
    await rmdir(to).catch(() => undefined); // an empty folder is nobody's call
    if (await isThere(to)) throw new Failure('call-in-the-way', `There is a call ${id} already`);
    await renamePatiently(from, to);
    await syncFolder(dirname(to));
    await syncFolder(trashFolder(library));
  } catch (cause) {
    if (isTaken(cause)) throw new Failure('call-in-the-way', `There is a call ${id} already`, { cause });
    throw writeFailure(cause, to);
  }
  await rm(join(to, noteFileName), { force: true }).catch(() => undefined); // it says nothing any more
  return id;
}

async function moveToFreeName(library: string, id: CallId, from: string): Promise<string> {
  for (let copy = 1; ; copy += 1) {
    const name = trashName(id, copy);
    const to = trashedFolder(library, name);
    if (await isThere(to)) continue;
    try {
      await renamePatiently(from, to);
      return name;
    } catch (cause) {
      if (!isTaken(cause)) throw cause;
    }
  }
}

/** A rename never replaces a folder that holds anything, on any system. */
function isTaken(cause: unknown): boolean {
  return ['EEXIST', 'ENOTEMPTY', 'ENOTDIR'].includes((cause as NodeJS.ErrnoException).code ?? '');
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
