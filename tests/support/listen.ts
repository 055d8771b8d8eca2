// Hears what is in a sound file: decodes it with ffmpeg and measures tones and levels.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

export interface Sound {
  sampleRateHz: number;
  /** One array per channel, samples from -1 to 1. */
  channels: Float32Array[];
  durationMs: number;
}

/** The tone in Hz that makes up most of a window, or why there is none. */
export type Heard = number | 'silence' | 'other';

const run = promisify(execFile);
// Below -60 dBFS: an encoder's noise, not a sound.
const silenceRms = 0.001;

/** Decodes any file that ffmpeg reads, to 48 kHz. Throws with ffmpeg's words if it cannot. */
export async function decode(path: string): Promise<Sound> {
  const sampleRateHz = 48_000;
  const probe = [
    '-v',
    'error',
    '-select_streams',
    'a:0',
    '-show_entries',
    'stream=channels',
    '-of',
    'csv=p=0',
  ];
  const count = Number.parseInt((await run('ffprobe', [...probe, path])).stdout, 10);
  const args = ['-v', 'error', '-i', path, '-map', 'a:0', '-f', 'f32le', '-ar', String(sampleRateHz), '-'];
  const options = { encoding: 'buffer' as const, maxBuffer: 2 ** 31 };
  const { stdout } = await run('ffmpeg', args, options);
  const channels = deinterleave(stdout, count);
  return { sampleRateHz, channels, durationMs: ((channels[0]?.length ?? 0) * 1000) / sampleRateHz };
}

/** Splits little-endian 32-bit floats, frame after frame, into one array per channel. */
export function deinterleave(bytes: Buffer, channelCount: number): Float32Array[] {
  const frames = Math.floor(bytes.length / (4 * channelCount));
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return Array.from({ length: channelCount }, (_, channel) =>
    Float32Array.from({ length: frames }, (_, at) =>
      view.getFloat32((at * channelCount + channel) * 4, true),
    ),
  );
}

/** Root mean square of the samples; a sine of amplitude 1 has 0.707. */
export function rms(samples: Float32Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  return samples.length === 0 ? 0 : Math.sqrt(sum / samples.length);
}

/**
 * Amplitude (0 to 1) of the sine of `frequencyHz` in the samples, by Goertzel's algorithm:
 * https://en.wikipedia.org/wiki/Goertzel_algorithm
 */
export function toneLevel(samples: Float32Array, sampleRateHz: number, frequencyHz: number): number {
  if (samples.length === 0) return 0;
  const coefficient = 2 * Math.cos((2 * Math.PI * frequencyHz) / sampleRateHz);
  let last = 0;
  let beforeLast = 0;
  for (const sample of samples) {
    const now = sample + coefficient * last - beforeLast;
    beforeLast = last;
    last = now;
  }
  const power = last * last + beforeLast * beforeLast - coefficient * last * beforeLast;
  return (2 * Math.sqrt(Math.max(0, power))) / samples.length;
}

/** Which candidate tone holds at least half of the energy; 'silence' below -60 dBFS; 'other' for anything else. */
export function dominantToneHz(
  samples: Float32Array,
  sampleRateHz: number,
  candidatesHz: readonly number[],
): Heard {
  const loudness = rms(samples);
  if (loudness < silenceRms) return 'silence';
  const shares = candidatesHz.map((hz) => ({
    hz,
    // The energy of a sine of amplitude A is A²/2.
    share: toneLevel(samples, sampleRateHz, hz) ** 2 / 2 / loudness ** 2,
  }));
  const best = shares.reduce((a, b) => (b.share > a.share ? b : a), { hz: Number.NaN, share: 0 });
  return best.share >= 0.5 ? best.hz : 'other';
}

/** What is heard in each whole window, in order; window i covers `i * windowMs` to `(i + 1) * windowMs`. */
export function tonePerWindow(
  samples: Float32Array,
  sampleRateHz: number,
  windowMs: number,
  candidatesHz: readonly number[],
): Heard[] {
  const size = Math.round((sampleRateHz * windowMs) / 1000);
  return Array.from({ length: Math.floor(samples.length / size) }, (_, at) =>
    dominantToneHz(samples.subarray(at * size, (at + 1) * size), sampleRateHz, candidatesHz),
  );
}
