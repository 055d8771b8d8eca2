// The running hash of a recording: one link for each stretch of its bytes, each link holding all before it.
import { createHash } from 'node:crypto';

/** One link: `hash` is SHA-256 (hex) over the previous link's hash (32 bytes; none before the first) and the bytes up to `bytes`. */
export interface Link {
  /** Length of the file at this link. */
  bytes: number;
  durationMs: number;
  hash: string;
}

export interface Chain {
  add(data: Uint8Array): void;
  /** Closes the stretch since the last link; null when nothing was added. */
  link(durationMs: number): Link | null;
}

/** A chain that goes on from `from`, or starts anew. */
export function startChain(from: Link | null = null): Chain {
  let bytes = from?.bytes ?? 0;
  let linkedBytes = bytes;
  let previous = from?.hash ?? '';
  let hash = begin(previous);
  return {
    add(data) {
      hash.update(data);
      bytes += data.length;
    },
    link(durationMs) {
      if (bytes === linkedBytes) return null;
      previous = hash.digest('hex');
      hash = begin(previous);
      linkedBytes = bytes;
      return { bytes, durationMs: Math.round(durationMs), hash: previous };
    },
  };
}

function begin(previous: string) {
  return createHash('sha256').update(Buffer.from(previous, 'hex'));
}
