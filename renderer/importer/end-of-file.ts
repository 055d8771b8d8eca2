// Whether a file ends as it should: its head promises a length, or its last page says how long it was.
import type { ImportedFile } from '../../contract/import.ts';
import { bytesOf } from './bytes-of.ts';
import type { MediaFile } from './media-file.ts';

/** Encoders round, pad and trim: less than this is missing from a file that nobody cut. */
const toleranceSeconds = 0.15;
/** An Ogg page is at most this long (RFC 3533): the last one begins within. */
const tailBytes = 66_000;

/** What the file says of its own length, in seconds; null where it says nothing that can be relied on. */
export async function promisedLength(
  format: string,
  byHead: number | null,
  preSkip: number,
  rateHz: number,
  url: URL,
): Promise<number | null> {
  switch (format) {
    case 'WAV':
      return promisedByWave(url);
    case 'MP3':
      return (await hasXing(url)) ? byHead : null;
    case 'Ogg': {
      const last = await lastPage(url);
      return last?.isEnd ? last.granule / rateHz - preSkip : null;
    }
    default:
      return byHead;
  }
}

/** What `ImportedFile.cutShort` should say; undefined for a file that ends as it should. */
export async function endOf(
  { promisedSeconds, format }: MediaFile,
  foundSeconds: number,
  url: URL,
): Promise<ImportedFile['cutShort']> {
  if (promisedSeconds !== null && promisedSeconds - foundSeconds > toleranceSeconds)
    return { promisedMs: Math.round(promisedSeconds * 1000) };
  if (format === 'Ogg' && !(await lastPage(url))?.isEnd) return { promisedMs: null };
  return undefined;
}

/** The reader of WAV believes the file's size; its head may have meant more. RIFF: chunks of a name, a size and data. */
async function promisedByWave(url: URL): Promise<number | null> {
  const head = await bytesOf(url, 'bytes=0-65535');
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  let bytesPerSecond = 0;
  for (let at = 12; at + 8 <= view.byteLength;) {
    const name = String.fromCharCode(...head.subarray(at, at + 4));
    const size = view.getUint32(at + 4, true);
    if (name === 'fmt ' && at + 20 <= view.byteLength) bytesPerSecond = view.getUint32(at + 16, true);
    // Recorders that do not know the length yet write the greatest one.
    if (name === 'data') return bytesPerSecond > 0 && size < 0xffff_0000 ? size / bytesPerSecond : null;
    at += 8 + size + (size & 1);
  }
  return null;
}

/** Only files with this head say how many frames they have; for others the length is guessed from the size. */
async function hasXing(url: URL): Promise<boolean> {
  const head = await bytesOf(url, 'bytes=0-262143');
  const text = new TextDecoder('latin1').decode(head);
  return /Xing|Info/.test(text);
}

interface LastPage {
  granule: number;
  /** It has the flag "end of stream". */
  isEnd: boolean;
}

/** The last whole page of an Ogg file (RFC 3533, section 6). */
async function lastPage(url: URL): Promise<LastPage | null> {
  const tail = await bytesOf(url, `bytes=-${tailBytes}`);
  const view = new DataView(tail.buffer, tail.byteOffset, tail.byteLength);
  for (let at = tail.length - 27; at >= 0; at -= 1) {
    if (view.getUint32(at) !== 0x4f676753 || at + lengthOfPage(tail, at) > tail.length) continue;
    return { granule: Number(view.getBigInt64(at + 6, true)), isEnd: (view.getUint8(at + 5) & 4) !== 0 };
  }
  return null;
}

function lengthOfPage(data: Uint8Array, at: number): number {
  const segments = data[at + 26] ?? 0;
  let bytes = 27 + segments;
  for (let index = 0; index < segments; index += 1) bytes += data[at + 27 + index] ?? 0;
  return bytes;
}
