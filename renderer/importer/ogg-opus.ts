// The packets of an Ogg Opus file, page by page (RFC 3533, RFC 7845). Each page has a checksum and says where it ends, so a
// damaged one is passed over, and what comes behind it stays where it was.
import { unreadableInFile } from '../../contract/import.ts';
import type { FileBytes } from './file-bytes.ts';
import { opusFrames } from './opus-frames.ts';
import type { Packet, PacketSource } from './packet.ts';
import { Refused } from './refused.ts';

const rateHz = 48_000;
const headBytes = 27;
const mostPageBytes = headBytes + 255 + 255 * 255;
const searchBytes = 1 << 16;
const headerPackets = 2;

interface Page {
  bytes: number;
  serial: number;
  /** Where the last packet that ends here ends, in frames; -1 when none does. */
  granule: number;
  isContinued: boolean;
  isFirst: boolean;
  isLast: boolean;
  lacing: Uint8Array;
  body: Uint8Array;
}

export function oggOpus(file: FileBytes): PacketSource {
  return { packets: () => walk(file), leastHoleSeconds: 0.002, holeCause: unreadableInFile };
}

async function* walk(file: FileBytes): AsyncGenerator<Packet, void, undefined> {
  let serial: number | null = null;
  let seen = 0;
  let begun: Uint8Array[] = [];
  let origin = 0;
  let reached: number | null = null;
  for await (const { page, isAfterDamage } of pagesOf(file)) {
    // Streams that run side by side all begin before any goes on: one that begins later goes on where this one ends.
    if (page.isFirst && seen >= headerPackets) {
      if (!isOpusHead(page)) throw new Refused('codec', 'Opus and something else, one after the other');
      serial = page.serial;
      seen = 0;
      origin = reached ?? 0;
    }
    serial ??= page.serial;
    if (page.serial !== serial) continue;
    if (isAfterDamage || !page.isContinued) begun = [];
    const { packets, rest } = packetsIn(page, begun, isAfterDamage);
    begun = rest;
    // The first two are about the sound: OpusHead and OpusTags.
    const sound = packets.slice(Math.max(0, headerPackets - seen));
    seen += packets.length;
    const frames = sound.map(opusFrames);
    const inPage = frames.reduce((sum, one) => sum + one, 0);
    // The last page may say that the end of its last packet is not to be heard.
    const start: number = Math.max(
      reached ?? -Infinity,
      page.granule < 0 ? (reached ?? 0) : origin + page.granule - inPage,
    );
    reached = yield* placed(
      sound,
      frames,
      page.isLast && reached !== null ? Math.min(start, reached) : start,
    );
  }
}

function isOpusHead({ body }: Page): boolean {
  return new TextDecoder('latin1').decode(body.subarray(0, 8)) === 'OpusHead';
}

function* placed(
  packets: readonly Uint8Array[],
  frames: readonly number[],
  start: number,
): Generator<Packet, number> {
  let at = start;
  for (const [index, data] of packets.entries()) {
    const length = frames[index]!;
    yield { data, timestamp: at / rateHz, duration: length / rateHz };
    at += length;
  }
  return at;
}

/** Whole packets that end in the page; of the one that goes on, what there is. `begun`: what earlier pages had of the first. */
function packetsIn(
  { lacing, body, isContinued }: Page,
  begun: readonly Uint8Array[],
  isAfterDamage: boolean,
): { packets: Uint8Array[]; rest: Uint8Array[] } {
  const packets: Uint8Array[] = [];
  let parts = [...begun];
  // The beginning of this packet was lost.
  let isHeadless = isContinued && (isAfterDamage || begun.length === 0);
  let from = 0;
  let length = 0;
  for (const segment of lacing) {
    length += segment;
    if (segment === 255) continue;
    parts.push(body.subarray(from, from + length));
    if (!isHeadless) packets.push(joined(parts));
    isHeadless = false;
    parts = [];
    from += length;
    length = 0;
  }
  const rest = length > 0 && !isHeadless ? [...parts, body.slice(from, from + length)] : [];
  return { packets, rest };
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  if (parts.length === 1) return parts[0]!.slice();
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  parts.reduce((at, part) => (whole.set(part, at), at + part.length), 0);
  return whole;
}

async function* pagesOf(
  file: FileBytes,
): AsyncGenerator<{ page: Page; isAfterDamage: boolean }, void, undefined> {
  let at = 0;
  let isAfterDamage = false;
  for (;;) {
    const page = readPage(await file.read(at, mostPageBytes));
    if (page) {
      yield { page, isAfterDamage };
      at += page.bytes;
      isAfterDamage = false;
      continue;
    }
    const next = await nextSign(file, at + 1);
    if (next === null) return;
    at = next;
    isAfterDamage = true;
  }
}

/** Where the next page may begin; null at the end of the file. */
async function nextSign(file: FileBytes, from: number): Promise<number | null> {
  for (let at = from; ; at += searchBytes - 3) {
    const data = await file.read(at, searchBytes);
    for (let index = data.indexOf(0x4f); index !== -1; index = data.indexOf(0x4f, index + 1))
      if (data[index + 1] === 0x67 && data[index + 2] === 0x67 && data[index + 3] === 0x53) return at + index;
    if (data.length < searchBytes) return null;
  }
}

/** The page that begins here, null when there is no whole, undamaged one. */
function readPage(data: Uint8Array): Page | null {
  if (data.length < headBytes) return null;
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  if (view.getUint32(0) !== 0x4f676753 || data[4] !== 0) return null; // "OggS", version 0
  const lacing = data.subarray(headBytes, headBytes + data[26]!);
  const bytes = headBytes + data[26]! + lacing.reduce((sum, segment) => sum + segment, 0);
  if (bytes > data.length || checksum(data.subarray(0, bytes)) !== view.getUint32(22, true)) return null;
  const flags = data[5]!;
  return {
    bytes,
    serial: view.getUint32(14, true),
    granule: Number(view.getBigInt64(6, true)),
    isContinued: (flags & 1) !== 0,
    isFirst: (flags & 2) !== 0,
    isLast: (flags & 4) !== 0,
    lacing,
    body: data.subarray(headBytes + data[26]!, bytes),
  };
}

const crcTable = Uint32Array.from({ length: 256 }, (_, index) => {
  let crc = index << 24;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 0x80000000 ? (crc << 1) ^ 0x04c11db7 : crc << 1;
  return crc >>> 0;
});

/** With its own four bytes taken as zero (RFC 3533, section 6). */
function checksum(page: Uint8Array): number {
  let crc = 0;
  for (let at = 0; at < page.length; at += 1) {
    const byte = at >= 22 && at < 26 ? 0 : page[at]!;
    crc = ((crc << 8) ^ crcTable[(crc >>> 24) ^ byte]!) >>> 0;
  }
  return crc;
}
