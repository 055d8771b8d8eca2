// deletions.jsonl in the library: one line for each call that was removed for good, written before it goes.
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { CallId } from '../../contract/call.ts';
import { Failure } from '../../contract/failure.ts';
import type { TrashReason } from '../../contract/trash.ts';
import { callIdSchema } from './call-schema.ts';
import { parseJson } from './json.ts';
import { syncFolder } from './replace-file.ts';
import { writeFailure } from './write-failure.ts';

export const tombstonesFileName = 'deletions.jsonl';

/** What stays of a call: that it was there, when and why it went, and by which hashes a copy elsewhere is known to be it. */
export interface Tombstone {
  format: 1;
  id: CallId;
  startedAt: string;
  /** Null when its file could not be read. */
  durationMs: number | null;
  /** The last link of the seal's chain and the hash of the sound; null when it had no seal. */
  seal: { root: string; audioSha256: string } | null;
  trashedAt: string;
  why: TrashReason;
  removedAt: string;
  removed: 'by-hand' | 'after-30-days';
}

/** Returns once the line is on disk. Fails with `disk-full` or `library-unwritable`. */
export async function appendTombstone(library: string, tombstone: Tombstone): Promise<void> {
  const path = join(library, tombstonesFileName);
  try {
    const file = await open(path, 'a+', 0o600);
    try {
      // A crash may have left half a line: it stays a line of its own.
      const gap = (await endsMidLine(file)) ? '\n' : '';
      await file.appendFile(`${gap}${JSON.stringify(tombstone)}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    await syncFolder(library);
  } catch (cause) {
    throw writeFailure(cause, path);
  }
}

async function endsMidLine(file: Awaited<ReturnType<typeof open>>): Promise<boolean> {
  const { size } = await file.stat();
  if (size === 0) return false;
  const { buffer } = await file.read(Buffer.alloc(1), 0, 1, size - 1);
  return buffer[0] !== 0x0a;
}

const schema = z.looseObject({ id: callIdSchema, trashedAt: z.iso.datetime() });

/** Whether a call, as it was moved to the trash at this moment, has been removed. */
export type IsRemoved = (id: CallId, trashedAtMs: number) => boolean;

/** Lines that make no sense are passed over. `trash-unreadable` when nobody knows what has been removed. */
export async function readTombstones(library: string): Promise<IsRemoved> {
  const text = await readFile(join(library, tombstonesFileName), 'utf8').catch(
    (cause: NodeJS.ErrnoException) => {
      if (cause.code === 'ENOENT') return '';
      throw new Failure('trash-unreadable', `${tombstonesFileName} cannot be read: ${cause.code}`, { cause });
    },
  );
  const removed = new Set<string>();
  for (const line of text.split('\n')) {
    const parsed = parseJson(line);
    const checked = schema.safeParse('value' in parsed ? parsed.value : null);
    if (checked.success) removed.add(`${checked.data.id} ${Date.parse(checked.data.trashedAt)}`);
  }
  return (id, trashedAtMs) => removed.has(`${id} ${trashedAtMs}`);
}
