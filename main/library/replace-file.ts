// Replaces a file so that at any moment, power cut included, either the old or the new one is there, whole.
import { randomBytes } from 'node:crypto';
import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { stampOf, type Stamp } from './stamp.ts';
import { writeFailure } from './write-failure.ts';

/** Writes `data` (text as UTF-8) and returns what the new file looks like. Fails with `disk-full` or `library-unwritable`. */
export async function replaceFile(path: string, data: string | Uint8Array): Promise<Stamp> {
  const folder = dirname(path);
  const temporary = join(folder, `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    const stamp = await writeNew(temporary, data);
    await renamePatiently(temporary, path);
    await syncFolder(folder);
    return stamp;
  } catch (cause) {
    await rm(temporary, { force: true }).catch(() => undefined); // the first failure is the one to tell
    throw writeFailure(cause, path);
  }
}

/** Makes names in the folder (new, renamed, removed) survive a power cut. Windows has no way to ask for it. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  await withFile(await open(folder, 'r'), (handle) => handle.sync());
}

async function writeNew(path: string, data: string | Uint8Array): Promise<Stamp> {
  return withFile(await open(path, 'wx', 0o600), async (handle) => {
    await handle.writeFile(data);
    await handle.sync();
    return stampOf(await handle.stat());
  });
}

/** On Windows a virus scanner or a sync program may hold the old file for a moment. */
export async function renamePatiently(from: string, to: string): Promise<void> {
  for (const waitMs of process.platform === 'win32' ? [10, 50, 200, 800] : []) {
    try {
      return await rename(from, to);
    } catch (cause) {
      if (!['EPERM', 'EACCES', 'EBUSY'].includes((cause as NodeJS.ErrnoException).code ?? '')) throw cause;
      await new Promise((resolve) => setTimeout(resolve, waitMs));
    }
  }
  await rename(from, to);
}

async function withFile<Value>(
  handle: FileHandle,
  work: (handle: FileHandle) => Promise<Value>,
): Promise<Value> {
  try {
    return await work(handle);
  } finally {
    await handle.close();
  }
}
