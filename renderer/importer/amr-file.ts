// AMR and AMR-WB, which phones recorded calls in for many years and no browser decodes (RFC 4867, section 5: storage format).
import { unreadableInFile } from '../../contract/import.ts';
import { FileBytes } from './file-bytes.ts';
import type { ReadableFile } from './readable-file.ts';
import type { Stretch } from './stretch.ts';

/** A frame is 20 ms; its first byte says its type, and so how many bytes it has. */
const frameSeconds = 0.02;
const kinds = [
  { sign: '#!AMR\n', codec: 'AMR', sampleRateHz: 8_000, bytes: [13, 14, 16, 18, 20, 21, 27, 32, 6] },
  {
    sign: '#!AMR-WB\n',
    codec: 'AMR-WB',
    sampleRateHz: 16_000,
    bytes: [18, 24, 33, 37, 41, 47, 51, 59, 61, 6],
  },
] as const;
type Kind = (typeof kinds)[number];

const nothingSent = 15;
const lost = 14;
/** Behind damage, this many frames in a row must make sense before one is believed. */
const believed = 4;
const blockBytes = 1 << 15;

/** Null for any other file. */
export async function openAmr(url: URL): Promise<ReadableFile | null> {
  const file = new FileBytes(url);
  const head = new TextDecoder('latin1').decode(await file.read(0, 9));
  const kind = kinds.find(({ sign }) => head.startsWith(sign));
  if (!kind) return null;
  const walk = { endsInFrame: false };
  return {
    format: 'AMR',
    codec: kind.codec,
    channels: 1,
    sampleRateHz: kind.sampleRateHz,
    promisedSeconds: null,
    taggedMs: null,
    skipSeconds: 0,
    sound: () => sound(file, kind, walk),
    cutShort: async () => (walk.endsInFrame ? { promisedMs: null } : undefined),
    close: () => undefined,
  };
}

async function* sound(
  file: FileBytes,
  kind: Kind,
  walk: { endsInFrame: boolean },
): AsyncGenerator<Stretch, void, undefined> {
  // 240 KB that nobody else needs.
  const { decoder } = await import('@audio/decode-amr');
  const amr = await decoder();
  try {
    amr.decode(Uint8Array.from(kind.sign, (letter) => letter.charCodeAt(0)));
    let seconds = 0;
    let passedOver = 0;
    let perFrame = kind.bytes[0] as number;
    for (let at = kind.sign.length; ;) {
      const data = await file.read(at, blockBytes);
      if (data.length === 0) return;
      const bytes = frameBytes(data, 0, kind);
      if (bytes === null || (passedOver > 0 && !isBelievable(data, kind))) {
        passedOver += 1;
        at += 1;
        continue;
      }
      if (bytes > data.length) {
        walk.endsInFrame = true;
        return;
      }
      if (passedOver > 0) {
        const missing = Math.max(1, Math.round(passedOver / perFrame)) * frameSeconds;
        yield { what: 'hole', seconds: missing, cause: unreadableInFile };
        seconds += missing;
        passedOver = 0;
      }
      const run = framesInRow(data, kind);
      perFrame = run.bytes / run.count;
      const { channelData } = amr.decode(data.slice(0, run.bytes));
      yield { what: 'sound', channels: channelData, sampleRateHz: kind.sampleRateHz, fromSeconds: seconds };
      seconds += run.count * frameSeconds;
      at += run.bytes;
    }
  } finally {
    amr.free();
  }
}

/** Bytes of the frame that begins here, its first byte included; null where none can begin. */
function frameBytes(data: Uint8Array, at: number, { bytes }: Kind): number | null {
  const first = data[at];
  // Padding bits are 0; the quality bit is 1 unless the frame was damaged before it was stored.
  if (first === undefined || (first & 0x87) !== 0x04) return null;
  const type = (first >> 3) & 15;
  if (type === nothingSent || type === lost) return 1;
  return bytes[type] ?? null;
}

/** Whole frames from the start of the data that follow each other. */
function framesInRow(data: Uint8Array, kind: Kind, most = Infinity): { bytes: number; count: number } {
  let at = 0;
  let count = 0;
  for (; count < most; count += 1) {
    const bytes = frameBytes(data, at, kind);
    if (bytes === null || at + bytes > data.length) break;
    at += bytes;
  }
  return { bytes: at, count };
}

const isBelievable = (data: Uint8Array, kind: Kind): boolean => {
  const { bytes, count } = framesInRow(data, kind, believed);
  return count === believed || bytes === data.length;
};
