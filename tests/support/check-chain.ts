// Checks a chain of hashes the long way round: by its description alone, with none of the app's code.
import { createHash } from 'node:crypto';

/** Index of the first link that does not fit the bytes, or null when all do. */
export function firstBrokenLink(
  data: Uint8Array,
  links: readonly { bytes: number; hash: string }[],
): number | null {
  for (const [index, link] of links.entries()) {
    const before = links[index - 1];
    const stretch = data.subarray(before?.bytes ?? 0, link.bytes);
    const hash = createHash('sha256')
      .update(Buffer.from(before?.hash ?? '', 'hex'))
      .update(stretch);
    if (link.bytes > data.length || hash.digest('hex') !== link.hash) return index;
  }
  return null;
}
