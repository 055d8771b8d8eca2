// Compares a sound file with its seal, stretch by stretch, in one walk over its bytes.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { preSkipOf, readPage } from '../ogg.ts';
import { startChain, type Link } from './chain.ts';
import { locateDamage, type Span } from './locate-damage.ts';
import type { ReadSeal } from './seal-file.ts';

export type SoundChange =
  | { what: 'altered'; span: Span }
  /** The end is missing from here on. */
  | { what: 'cut'; fromMs: number }
  /** Something was added behind the sealed end. */
  | { what: 'longer'; bytes: number }
  /** The sound fits a part of the seal, and the seal does not fit itself. */
  | { what: 'seal' };

/** What differs from the seal; nothing when the file is byte for byte what was sealed. Throws what reading throws. */
export async function checkSound(path: string, { audio, chain, facts }: ReadSeal): Promise<SoundChange[]> {
  if (!isInOrder(chain, audio.bytes)) return [{ what: 'seal' }];
  const { bytes, sha256, broken } = await walk(path, chain, audio.bytes);
  const isWhole = bytes === audio.bytes && sha256 === audio.sha256;
  if (isWhole) return broken.length === 0 ? [] : [{ what: 'seal' }];

  const changes = await alterations(path, broken);
  if (bytes < audio.bytes) {
    const whole = chain.filter((link) => link.bytes <= bytes).at(-1);
    return [...changes, { what: 'cut', fromMs: whole?.durationMs ?? 0 }];
  }
  // What was written after the last link is covered by the hash of the whole alone.
  if (sha256 !== audio.sha256 && changes.length === 0) {
    const end = { bytes: audio.bytes, durationMs: facts.durationMs };
    const tail = stretchBetween(chain.at(-1), end);
    changes.push(...(tail.bytes > 0 ? await alterations(path, [tail]) : [{ what: 'seal' as const }]));
  }
  if (bytes > audio.bytes) changes.push({ what: 'longer', bytes: bytes - audio.bytes });
  return changes;
}

/** Each link must cover something, and nothing beyond the end. */
function isInOrder(chain: readonly Link[], bytes: number): boolean {
  return chain.every((link, at) => {
    const before = chain[at - 1];
    return (
      link.bytes > (before?.bytes ?? 0) && link.bytes <= bytes && link.durationMs >= (before?.durationMs ?? 0)
    );
  });
}

/** A stretch between two links: its place in the file, and the time it stands for. */
interface Place extends Span {
  fromByte: number;
  bytes: number;
}

type End = Pick<Link, 'bytes' | 'durationMs'>;

function stretchBetween(before: End = { bytes: 0, durationMs: 0 }, end: End): Place {
  return {
    fromByte: before.bytes,
    bytes: end.bytes - before.bytes,
    fromMs: before.durationMs,
    toMs: end.durationMs,
  };
}

interface Walk {
  /** Length of the file. */
  bytes: number;
  /** SHA-256 (hex) of as much of it as was sealed. */
  sha256: string;
  /** The stretches that are there and differ. Each is hashed from the sealed link before it, so one change breaks one. */
  broken: Place[];
}

async function walk(path: string, chain: readonly Link[], sealedBytes: number): Promise<Walk> {
  const whole = createHash('sha256');
  const broken: Place[] = [];
  let bytes = 0;
  let at = 0;
  let stretch = startChain();
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    const data = chunk as Buffer;
    whole.update(data.subarray(0, Math.max(0, sealedBytes - bytes)));
    let from = 0;
    for (let link = chain[at]; link && link.bytes <= bytes + data.length; link = chain[at]) {
      const to = link.bytes - bytes;
      stretch.add(data.subarray(from, to));
      if (stretch.link(link.durationMs)?.hash !== link.hash) broken.push(stretchBetween(chain[at - 1], link));
      stretch = startChain(link);
      from = to;
      at += 1;
    }
    stretch.add(data.subarray(from));
    bytes += data.length;
  }
  return { bytes, sha256: whole.digest('hex'), broken };
}

/** What has changed in these stretches, as closely as the pages in them tell. */
async function alterations(path: string, places: readonly Place[]): Promise<SoundChange[]> {
  if (places.length === 0) return [];
  const file = await open(path, 'r');
  try {
    const head = await readAt(file, 0, 200);
    const preSkip = (readPage(head) && preSkipOf(head)) ?? 0;
    const spans: Span[] = [];
    for (const { fromByte, bytes, fromMs, toMs } of places) {
      const data = await readAt(file, fromByte, bytes);
      spans.push(...locateDamage({ data, fromMs, toMs }, preSkip));
    }
    return merged(spans).map((span) => ({ what: 'altered', span }));
  } finally {
    await file.close();
  }
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Uint8Array> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}

/** Spans in order, those that touch as one. */
function merged(spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (last && last.toMs >= span.fromMs) last.toMs = Math.max(last.toMs, span.toMs);
    else joined.push({ ...span });
  }
  return joined;
}
