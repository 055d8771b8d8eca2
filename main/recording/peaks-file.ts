// peaks.bin: 100 pairs of bytes a second (you, them; loudest sample, 0 to 255). A cache: audio.ogg can give it again.
import { open, readFile, stat, type FileHandle } from 'node:fs/promises';
import type { PeaksView } from '../../contract/library.ts';
import { makeQueue } from '../queue.ts';

const pairBytes = 2;
export const peakMs = 10;

export interface PeaksFile {
  append(pairs: Uint8Array): Promise<void>;
  /** Makes the file as long as the sound: cuts what was measured but never written, fills what was lost with zero. */
  fit(durationMs: number): Promise<void>;
  close(): Promise<void>;
}

export async function createPeaksFile(path: string): Promise<PeaksFile> {
  const file: FileHandle = await open(path, 'w', 0o600);
  const queue = makeQueue();
  let bytes = 0; // counted when asked for: what the disk does not take leaves its place empty and shifts nothing
  return {
    append(pairs) {
      const at = bytes;
      bytes += pairs.length;
      return queue.run(async () => void (await file.write(pairs, 0, pairs.length, at)));
    },
    fit(durationMs) {
      const whole = peaksBytes(durationMs);
      bytes = whole;
      return queue.run(() => file.truncate(whole));
    },
    close: () => queue.run(() => file.close()),
  };
}

/** Size of the peaks of `durationMs` of sound. */
export function peaksBytes(durationMs: number): number {
  return Math.floor(durationMs / peakMs) * pairBytes;
}

/** True when the file is there and as long as the sound asks for, give or take a tenth of a second. */
export async function peaksAreWhole(path: string, durationMs: number): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found !== null && Math.abs(found.size - peaksBytes(durationMs)) <= 10 * pairBytes;
}

/** Reads the whole file and reduces it to at most `buckets` values a side, each the loudest of its stretch. */
export async function readPeaks(path: string, durationMs: number, buckets: number): Promise<PeaksView> {
  return { durationMs, ...reducePeaks(await readFile(path), buckets) };
}

export function reducePeaks(pairs: Uint8Array, buckets: number): { you: Uint8Array; them: Uint8Array } {
  const count = Math.floor(pairs.length / pairBytes);
  const size = Math.max(1, Math.min(buckets, count));
  const you = new Uint8Array(size);
  const them = new Uint8Array(size);
  for (let bucket = 0, index = 0; bucket < size; bucket += 1) {
    let loudestYou = 0;
    let loudestThem = 0;
    for (const end = Math.ceil(((bucket + 1) * count) / size); index < end; index += 1) {
      const one = pairs[index * pairBytes]!;
      const other = pairs[index * pairBytes + 1]!;
      if (one > loudestYou) loudestYou = one;
      if (other > loudestThem) loudestThem = other;
    }
    you[bucket] = loudestYou;
    them[bucket] = loudestThem;
  }
  return { you, them };
}
