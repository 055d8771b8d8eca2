// Where an imported call is made: a folder of its own in the library that nothing reads, moved into place when it is whole.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rm, rmdir, utimes } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import type { CallId } from '../../contract/call.ts';
import { callFolder } from './layout.ts';
import { renamePatiently, syncFolder } from './replace-file.ts';
import { writeFailure } from './write-failure.ts';

/** A library may be kept in step between machines: each clears away only what it made itself. */
const stagesOf = (library: string) => join(library, '.import', hostname() || 'here');

/** A new, empty folder. `disk-full`, `library-unwritable`. */
export async function makeStage(library: string, job: string): Promise<string> {
  const folder = join(stagesOf(library), job);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    return folder;
  } catch (cause) {
    throw writeFailure(cause, folder);
  }
}

export async function removeStage(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
}

/** What a crash in the midst of an import left, gone. Also when there is nothing. */
export async function removeStages(library: string): Promise<void> {
  await removeStage(stagesOf(library));
  await rmdir(dirname(stagesOf(library))).catch(() => undefined); // another machine's may be in it
}

export interface Kept {
  bytes: number;
  /** SHA-256, hex. */
  sha256: string;
}

/** SHA-256 (hex) of a file. `pause` is awaited before each stretch. */
export async function hashOf(path: string, pause: () => Promise<void>): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    await pause();
    hash.update(chunk as Buffer);
  }
  return hash.digest('hex');
}

/**
 * Copies a file byte for byte, with its date, and syncs it. `pause` is awaited before each stretch.
 * Reading throws what it throws; writing throws `disk-full` or `library-unwritable`.
 */
export async function keepCopy(from: string, to: string, pause: () => Promise<void>): Promise<Kept> {
  const hash = createHash('sha256');
  const source = await open(from, 'r');
  try {
    const target = await open(to, 'wx', 0o600).catch((cause: unknown) => {
      throw writeFailure(cause, to);
    });
    let bytes = 0;
    try {
      const buffer = Buffer.alloc(1 << 20);
      for (;;) {
        await pause();
        const { bytesRead } = await source.read(buffer, 0, buffer.length, null);
        if (bytesRead === 0) break;
        const data = buffer.subarray(0, bytesRead);
        hash.update(data);
        await target.writeFile(data).catch((cause: unknown) => {
          throw writeFailure(cause, to);
        });
        bytes += bytesRead;
      }
      await target.sync();
    } finally {
      await target.close();
    }
    const { atime, mtime } = await source.stat();
    await utimes(to, atime, mtime).catch(() => undefined);
    return { bytes, sha256: hash.digest('hex') };
  } finally {
    await source.close();
  }
}

/** The whole folder in one step, so that a call is there with everything or not at all. Once it is there this does not fail. */
export async function moveIntoPlace(library: string, stage: string, id: CallId): Promise<void> {
  const folder = callFolder(library, id);
  try {
    await syncFolder(stage);
    await mkdir(dirname(folder), { recursive: true, mode: 0o700 });
    await renamePatiently(stage, folder);
  } catch (cause) {
    throw writeFailure(cause, folder);
  }
  for (const above of [dirname(folder), dirname(dirname(folder))])
    await syncFolder(above).catch(() => undefined); // only a power cut could still take it away
}
