// Recordings as phones and other programs leave them, made by ffmpeg: 440 Hz on the left, 1 kHz on the right, or both in one.
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

/** How each format is asked of ffmpeg. */
export const encoders = {
  mp3: ['-c:a', 'libmp3lame', '-b:a', '96k'],
  m4a: ['-c:a', 'aac', '-b:a', '96k'],
  wav: ['-c:a', 'pcm_s16le'],
  ogg: ['-c:a', 'libvorbis', '-page_duration', '100000'],
  opus: ['-c:a', 'libopus', '-ar', '48000', '-page_duration', '100000'],
  flac: ['-c:a', 'flac'],
  webm: ['-c:a', 'libopus', '-ar', '48000', '-cluster_time_limit', '500'],
} as const;
export type Extension = keyof typeof encoders;

interface Wish {
  seconds?: number;
  /** `mono` has both tones in one channel. */
  channels?: 'stereo' | 'mono';
  more?: readonly string[];
}

/** Writes the file `path` in the format of its ending, and answers what is in it. */
export async function makeRecording(
  path: string,
  { seconds = 3, channels = 'stereo', more = [] }: Wish = {},
): Promise<Uint8Array> {
  const extension = path.split('.').at(-1) as Extension;
  const tone = (hz: number) => [
    '-f',
    'lavfi',
    '-i',
    `sine=frequency=${hz}:sample_rate=44100:duration=${seconds}`,
  ];
  const mix = channels === 'stereo' ? 'join=inputs=2:channel_layout=stereo' : 'amix=inputs=2';
  const graph = ['-filter_complex', `[0][1]${mix}`];
  await promisify(execFile)('ffmpeg', [
    '-v',
    'error',
    '-y',
    ...tone(440),
    ...tone(1000),
    ...graph,
    ...encoders[extension],
    ...more,
    path,
  ]);
  return new Uint8Array(await readFile(path));
}

/** AMR, which ffmpeg can only read: frames of 12.2 kbit/s with whatever bits, which any decoder makes the same noise of. */
export function makeAmr(seconds: number): Uint8Array {
  const next = randomly(7);
  const frame = () => [0x3c, ...Array.from({ length: 30 }, () => Math.floor(next() * 256)), 0];
  const frames = Array.from({ length: seconds * 50 }, frame);
  return Uint8Array.from([...new TextEncoder().encode('#!AMR\n'), ...frames.flat()]);
}

/** A copy in which `bits` bits, the same ones each time, are not what they were. */
export function flipped(data: Uint8Array, bits: number, seed: number): Uint8Array {
  const next = randomly(seed);
  const copy = data.slice();
  for (let count = 0; count < bits; count += 1) {
    const at = Math.floor(next() * copy.length);
    copy[at] = copy[at]! ^ (1 << Math.floor(next() * 8));
  }
  return copy;
}

/** A copy of which a part is zeros, as a failing card leaves it. */
export function blanked(data: Uint8Array, fromShare: number, toShare: number): Uint8Array {
  return data.slice().fill(0, Math.floor(data.length * fromShare), Math.floor(data.length * toShare));
}

/** Numbers from 0 to 1, the same for the same seed: a linear congruential generator. */
function randomly(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 1_103_515_245 + 12_345) & 0x7fffffff) / 0x7fffffff;
}
