// Ogg pages (RFC 3533): reading their heads, checking them, and re-numbering those of a restarted encoder.
import { oggChecksum } from '../contract/ogg-checksum.ts';

export const granuleRateHz = 48_000; // Opus in Ogg always counts at 48 kHz (RFC 7845, section 4)
const headBytes = 27;
const firstByte = 0x4f; // "O" of "OggS"
/** A page is never longer (RFC 3533, section 6). */
export const mostPageBytes = 65_307;

export interface OggPage {
  /** Bytes of the whole page, head included. */
  bytes: number;
  /** First page of a logical stream. */
  first: boolean;
  /** Last sample that ends in this page, pre-skip included; -1 when no packet ends here. */
  granule: number;
  serial: number;
  sequence: number;
}

const viewOf = (data: Uint8Array) => new DataView(data.buffer, data.byteOffset, data.byteLength);

/** The page that starts at byte `at`, or null when there is no whole, undamaged one. */
export function readPage(data: Uint8Array, at = 0): OggPage | null {
  if (at + headBytes > data.length) return null;
  const view = viewOf(data);
  if (view.getUint32(at) !== 0x4f676753 || data[at + 4] !== 0) return null; // "OggS", version 0
  const segments = data[at + 26]!;
  if (at + headBytes + segments > data.length) return null;
  let bytes = headBytes + segments;
  for (let index = 0; index < segments; index += 1) bytes += data[at + headBytes + index]!;
  if (at + bytes > data.length) return null;
  if (oggChecksum(data.subarray(at, at + bytes)) !== view.getUint32(at + 22, true)) return null;
  return {
    bytes,
    first: (data[at + 5]! & 2) !== 0,
    granule: Number(view.getBigInt64(at + 6, true)),
    serial: view.getUint32(at + 14, true),
    sequence: view.getUint32(at + 18, true),
  };
}

/** Where the next whole page begins, from byte `from` on; the end of the data when there is none. */
export function nextPage(data: Uint8Array, from: number): number {
  for (let at = data.indexOf(firstByte, from); at !== -1; at = data.indexOf(firstByte, at + 1))
    if (readPage(data, at)) return at;
  return data.length;
}

/** Pre-skip in samples at 48 kHz when the page holds the OpusHead packet (RFC 7845, section 5.1), else null. */
export function preSkipOf(page: Uint8Array): number | null {
  const body = headBytes + page[26]!;
  const magic = new TextDecoder().decode(page.subarray(body, body + 8));
  return magic === 'OpusHead' ? viewOf(page).getUint16(body + 10, true) : null;
}

/** True for the two pages a stream opens with: OpusHead and OpusTags. */
export function isHeaderPage(page: Uint8Array): boolean {
  const body = headBytes + page[26]!;
  const magic = new TextDecoder().decode(page.subarray(body, body + 8));
  return magic === 'OpusHead' || magic === 'OpusTags';
}

/**
 * A copy of `page` that continues another logical stream: an encoder that had to be started anew then leaves one
 * plain stream in the file, which every player reads, and not a chained one, which many do not.
 */
export function renumber(
  page: Uint8Array,
  to: { serial: number; sequence: number; granuleOffset: number },
): Uint8Array {
  const copy = page.slice();
  const view = viewOf(copy);
  const granule = view.getBigInt64(6, true);
  if (granule >= 0n) view.setBigInt64(6, granule + BigInt(to.granuleOffset), true);
  view.setUint32(14, to.serial, true);
  view.setUint32(18, to.sequence, true);
  view.setUint32(22, oggChecksum(copy), true);
  return copy;
}

export interface OggScan {
  /** Bytes up to the end of the last whole, undamaged page that follows on from the one before it. */
  wholeBytes: number;
  pages: number;
  durationMs: number;
}

/** Walks the pages from the start and stops at the first that is torn, damaged or foreign. */
export function scan(data: Uint8Array): OggScan {
  let wholeBytes = 0;
  let pages = 0;
  let preSkip = 0;
  let granule = 0;
  let serial: number | null = null;
  for (;;) {
    const page = readPage(data, wholeBytes);
    if (page === null || (serial !== null && page.serial !== serial)) break;
    serial = page.serial;
    if (page.first) preSkip = preSkipOf(data.subarray(wholeBytes, wholeBytes + page.bytes)) ?? 0;
    if (page.granule > 0) granule = page.granule;
    wholeBytes += page.bytes;
    pages += 1;
  }
  return { wholeBytes, pages, durationMs: durationOf(granule, preSkip) };
}

/** Playable length in ms of a stream whose last page has this granule position. */
export function durationOf(granule: number, preSkip: number): number {
  return Math.max(0, ((granule - preSkip) * 1000) / granuleRateHz);
}
