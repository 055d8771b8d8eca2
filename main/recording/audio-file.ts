// audio.ogg while it grows: append a page, extend the chain, know the duration, sync to disk.
import { createHash } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import { Failure } from '../../contract/failure.ts';
import { startChain, type Link } from '../evidence/chain.ts';
import { durationOf, isHeaderPage, preSkipOf, readPage, renumber } from './ogg.ts';

export interface AudioFile {
  /** Playable length of what has been written, in ms. */
  readonly durationMs: number;
  readonly bytes: number;
  /** Writes one page at the end. Pages of a restarted encoder continue the first one's stream. Throws `disk-full` when there is no room: asking again with the same page is safe. */
  append(page: Uint8Array): Promise<void>;
  /** The next pages come from a new encoder. */
  continueWithNewEncoder(): void;
  /** Forces what was written to the disk. */
  sync(): Promise<void>;
  link(): Link | null;
  /** Closes the file; the hash is SHA-256 (hex) of all of it. */
  close(): Promise<{ bytes: number; sha256: string; durationMs: number }>;
}

/** Creates the file; it must not exist. */
export async function createAudioFile(path: string): Promise<AudioFile> {
  const file = await open(path, 'wx', 0o600);
  const whole = createHash('sha256');
  const chain = startChain();
  let bytes = 0;
  let preSkip = 0;
  let granule = 0;
  let serial: number | null = null;
  let sequence = 0;
  let granuleOffset = 0;

  const durationMs = () => durationOf(granule, preSkip);

  return {
    get durationMs() {
      return durationMs();
    },
    get bytes() {
      return bytes;
    },
    async append(page) {
      const head = readPage(page);
      if (head === null || head.bytes !== page.length)
        throw new Failure('bad-request', 'Not one whole Ogg page');
      const continued = serial !== null && head.serial !== serial;
      if (continued && isHeaderPage(page)) return;
      const next =
        continued || granuleOffset > 0 ? renumber(page, { serial: serial!, sequence, granuleOffset }) : page;
      await writeAt(file, next, bytes);
      bytes += next.length;
      whole.update(next);
      chain.add(next);
      serial ??= head.serial;
      sequence += 1;
      if (head.first) preSkip = preSkipOf(page) ?? 0;
      if (head.granule > 0) granule = head.granule + granuleOffset;
    },
    continueWithNewEncoder() {
      granuleOffset = granule;
    },
    sync: () => file.datasync(),
    link: () => chain.link(durationMs()),
    async close() {
      await file.datasync();
      await file.close();
      return { bytes, sha256: whole.digest('hex'), durationMs: durationMs() };
    },
  };
}

/** Writes all of `data` at `position`. A short write is no end: the next try starts at the same place. */
async function writeAt(file: FileHandle, data: Uint8Array, position: number): Promise<void> {
  let done = 0;
  try {
    while (done < data.length) {
      const { bytesWritten } = await file.write(data, done, data.length - done, position + done);
      done += bytesWritten;
    }
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG')
      throw new Failure('disk-full', 'No room left for the recording', { cause });
    throw new Failure('library-unwritable', `The recording could not be written: ${code ?? String(cause)}`, {
      cause,
    });
  }
}
