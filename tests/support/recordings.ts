// Recordings as phones and other programs leave them, made by ffmpeg: 440 Hz on the left, 1 kHz on the right, or both in one.
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

/** How each format is asked of ffmpeg. */
export const encoders = {
  mp3: ['-c:a', 'libmp3lame', '-b:a', '96k'],
  m4a: ['-c:a', 'aac', '-b:a', '96k'],
  wav: ['-c:a', 'pcm_s16le'],
  ogg: ['-c:a', 'libvorbis'],
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
export async function makeRecording(path: string, { seconds = 3, channels = 'stereo', more = [] }: Wish = {}): Promise<Uint8Array> {
  const extension = path.split('.').at(-1) as Extension;
  const tone = (hz: number) => ['-f', 'lavfi', '-i', `sine=frequency=${hz}:sample_rate=44100:duration=${seconds}`];
  const mix = channels === 'stereo' ? 'join=inputs=2:channel_layout=stereo' : 'amix=inputs=2';
  const graph = ['-filter_complex', `[0][1]${mix}`];
  await promisify(execFile)('ffmpeg', ['-v', 'error', '-y', ...tone(440), ...tone(1000), ...graph, ...encoders[extension], ...more, path]);
  return new Uint8Array(await readFile(path));
}
