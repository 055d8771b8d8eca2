// The frames of MP3 and of raw AAC, which follow each other without a container. Over what is damaged the walk looks for the
// next two frames that fit; how long that was is reckoned from the bytes passed over.
import { unreadableInFile } from '../../contract/import.ts';
import type { FileBytes } from './file-bytes.ts';
import type { FrameHead } from './frame-heads.ts';
import type { Packet, PacketSource } from './packet.ts';

const searchBytes = 1 << 16;
/** Longer than any frame of either kind. */
const mostFrameBytes = 8_192;
/** Bytes that stray between frames without a frame being missing. */
const leastSkippedShare = 0.5;

type ReadHead = (data: Uint8Array, at: number) => FrameHead | null;

export function framesOf(file: FileBytes, readHead: ReadHead): PacketSource {
  return { packets: () => walk(file, readHead), leastHoleSeconds: 0.002, holeCause: unreadableInFile };
}

async function* walk(file: FileBytes, readHead: ReadHead): AsyncGenerator<Packet, void, undefined> {
  let at = await behindTag(file);
  let kind: string | null = null;
  let seconds = 0;
  let heardBytes = 0;
  let heardSeconds = 0;
  for (;;) {
    const found = await nextFrame(file, at, kind, readHead);
    if (!found) return;
    const { head, position } = found;
    const skipped = position - at;
    const frameBytes = heardSeconds > 0 ? heardBytes / (heardSeconds / head.seconds) : 0;
    // Before the first frame there may be anything.
    if (heardSeconds > 0 && skipped > frameBytes * leastSkippedShare)
      seconds += Math.max(1, Math.round(skipped / frameBytes)) * head.seconds;
    kind ??= head.kind;
    at = position + head.bytes;
    if (head.isSilentInfo) continue;
    const data = (await file.read(position, head.bytes)).slice();
    if (data.length < head.bytes) return; // cut off in its midst
    yield { data, timestamp: seconds, duration: head.seconds };
    seconds += head.seconds;
    heardSeconds += head.seconds;
    heardBytes += head.bytes;
  }
}

/** A frame of the same kind as those before it; one that is not where the last one ended must have another behind it. */
async function nextFrame(
  file: FileBytes,
  from: number,
  kind: string | null,
  readHead: ReadHead,
): Promise<{ head: FrameHead; position: number } | null> {
  for (let at = from; ; at += searchBytes) {
    const data = await file.read(at, searchBytes + mostFrameBytes);
    for (let index = 0; index < Math.min(data.length, searchBytes); index += 1) {
      if (data[index] !== 0xff) continue;
      const head = readHead(data, index);
      if (!head || (kind !== null && head.kind !== kind)) continue;
      const isInPlace = kind !== null && at + index === from;
      if (
        isInPlace ||
        readHead(data, index + head.bytes)?.kind === head.kind ||
        index + head.bytes === data.length
      )
        return { head, position: at + index };
    }
    if (data.length < searchBytes + mostFrameBytes) return null;
  }
}

/** ID3v2 tags at the start: ten bytes, the last four their size in sevens of bits. */
async function behindTag(file: FileBytes): Promise<number> {
  for (let at = 0; ;) {
    const head = await file.read(at, 10);
    if (head.length < 10 || head[0] !== 0x49 || head[1] !== 0x44 || head[2] !== 0x33) return at;
    const size =
      ((head[6]! & 127) << 21) | ((head[7]! & 127) << 14) | ((head[8]! & 127) << 7) | (head[9]! & 127);
    at += 10 + size;
  }
}
