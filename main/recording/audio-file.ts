// audio.ogg while it grows: append a page, extend the chain, know the duration, sync to disk.
import { createHash } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import { Failure } from '../../contract/failure.ts';
import { startChain, type Link } from '../evidence/chain.ts';
import { durationOf, isHeaderPage, preSkipOf, readPage, renumber, type OggPage } from '../ogg.ts';

export interface AudioFile {
  /** Playable length of what has been written, in ms. */
  readonly durationMs: number;
  readonly bytes: number;
  /** Playable length in ms once these pages, which wait, are written too. */
  durationWith(waiting: readonly Uint8Array[]): number;
  /** Writes one page at the end. Pages of a restarted encoder continue the first one's stream. Throws `disk-full` when there is no room: asking again with the same page is safe. */
  append(page: Uint8Array): Promise<void>;
  /** Forces what was written to the disk. */
  sync(): Promise<void>;
  link(): Link | null;
  /** Closes the file; the hash is SHA-256 (hex) of all of it. */
  close(): Promise<{ bytes: number; sha256: string; durationMs: number }>;
}

/** How far the stream has come. Encoders are told apart by their serial; each one's granules start anew at `offset`. */
interface Place {
  encoder: number | null;
  offset: number;
  granule: number;
  preSkip: number;
}

function placeAfter(place: Place, head: OggPage, page: Uint8Array): Place {
  const offset = head.serial === place.encoder ? place.offset : place.granule;
  const granule = head.granule > 0 ? head.granule + offset : place.granule;
  const opens = place.encoder === null && head.first;
  const preSkip = opens ? (preSkipOf(page) ?? 0) : place.preSkip;
  return { encoder: head.serial, offset, granule, preSkip };
}

/** Creates the file; it must not exist. */
export async function createAudioFile(path: string): Promise<AudioFile> {
  const file = await open(path, 'wx', 0o600);
  const whole = createHash('sha256');
  const chain = startChain();
  let bytes = 0;
  let place: Place = { encoder: null, offset: 0, granule: 0, preSkip: 0 };
  let serial: number | null = null;
  let sequence = 0;

  const durationMs = () => durationOf(place.granule, place.preSkip);

  return {
    get durationMs() {
      return durationMs();
    },
    get bytes() {
      return bytes;
    },
    durationWith(waiting) {
      const end = waiting.reduce((before, page) => {
        const head = readPage(page);
        return head === null ? before : placeAfter(before, head, page);
      }, place);
      return durationOf(end.granule, end.preSkip);
    },
    async append(page) {
      const head = readPage(page);
      if (head === null || head.bytes !== page.length)
        throw new Failure('bad-request', 'Not one whole Ogg page');
      const after = placeAfter(place, head, page);
      serial ??= head.serial;
      const continued = head.serial !== serial;
      if (continued && isHeaderPage(page)) return;
      const next = continued ? renumber(page, { serial, sequence, granuleOffset: after.offset }) : page;
      await writeAt(file, next, bytes);
      bytes += next.length;
      whole.update(next);
      chain.add(next);
      sequence += 1;
      place = after;
    },
    sync: () => file.datasync(),
    link: () => chain.link(durationMs()),
    async close() {
      await file.truncate(bytes); // half a page that found no room for the other is no part of what is sealed
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
