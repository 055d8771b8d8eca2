// The pages of an Ogg file, one after another, over what is damaged (RFC 3533).
import { oggChecksum } from '../../contract/ogg-checksum.ts';
import type { FileBytes } from './file-bytes.ts';

const headBytes = 27;
const mostPageBytes = headBytes + 255 + 255 * 255;
const searchBytes = 1 << 16;

export interface OggPage {
  bytes: number;
  serial: number;
  /** Where the last packet that ends here ends, in frames; -1 when none does. */
  granule: number;
  isContinued: boolean;
  /** A stream begins here. */
  isFirst: boolean;
  isLast: boolean;
  lacing: Uint8Array;
  body: Uint8Array;
}

/** Several streams one behind the other. Those that run side by side all begin before any goes on. */
export async function isChained(file: FileBytes): Promise<boolean> {
  let goesOn = false;
  for await (const { page } of pagesOf(file)) {
    if (page.isFirst && goesOn) return true;
    goesOn ||= !page.isFirst;
  }
  return false;
}

/** `isAfterDamage`: what lies before this page is no page, or a damaged one. */
export async function* pagesOf(
  file: FileBytes,
): AsyncGenerator<{ page: OggPage; isAfterDamage: boolean }, void, undefined> {
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
function readPage(data: Uint8Array): OggPage | null {
  if (data.length < headBytes) return null;
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  if (view.getUint32(0) !== 0x4f676753 || data[4] !== 0) return null; // "OggS", version 0
  const lacing = data.subarray(headBytes, headBytes + data[26]!);
  const bytes = headBytes + data[26]! + lacing.reduce((sum, segment) => sum + segment, 0);
  if (bytes > data.length || oggChecksum(data.subarray(0, bytes)) !== view.getUint32(22, true)) return null;
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
