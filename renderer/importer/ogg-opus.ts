// The packets of an Ogg Opus file, page by page (RFC 3533, RFC 7845). Each page has a checksum and says where it ends, so a
// damaged one is passed over, and what comes behind it stays where it was.
import { unreadableInFile } from '../../contract/import.ts';
import type { FileBytes } from './file-bytes.ts';
import { pagesOf, type OggPage } from './ogg-pages.ts';
import { opusFrames } from './opus-frames.ts';
import type { Packet, PacketSource } from './packet.ts';
import { Refused } from './refused.ts';

const rateHz = 48_000;
const headerPackets = 2;

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

function isOpusHead({ body }: OggPage): boolean {
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
  { lacing, body, isContinued }: OggPage,
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
