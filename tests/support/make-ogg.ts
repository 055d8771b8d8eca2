// Real Ogg/Opus sound for tests, made by ffmpeg: two tones, pages of at most a tenth of a second.
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { readPage } from '../../main/ogg.ts';

/** `seconds` of 440 Hz on the left and 1 kHz on the right. */
export async function makeOgg(folder: string, seconds: number, name = 'made.ogg'): Promise<Uint8Array> {
  const path = join(folder, name);
  const tone = (hz: number) => [
    '-f',
    'lavfi',
    '-i',
    `sine=frequency=${hz}:sample_rate=48000:duration=${seconds}`,
  ];
  const join2 = [
    '-filter_complex',
    '[0][1]join=inputs=2:channel_layout=stereo',
    '-c:a',
    'libopus',
    '-b:a',
    '64k',
  ];
  const pages = ['-page_duration', '100000'];
  await promisify(execFile)('ffmpeg', [
    '-v',
    'error',
    '-y',
    ...tone(440),
    ...tone(1000),
    ...join2,
    ...pages,
    path,
  ]);
  return new Uint8Array(await readFile(path));
}

/** `seconds` of sound in which each side talks, as a tone, in the given spans only: [from, to] in seconds. */
export async function makeTalk(
  path: string,
  seconds: number,
  talk: { you: readonly (readonly [number, number])[]; them: readonly (readonly [number, number])[] },
): Promise<void> {
  const side = (hz: number, spans: readonly (readonly [number, number])[]) => {
    const talking = spans.map(([from, to]) => `between(t,${from},${to})`).join('+') || '0';
    return `sine=frequency=${hz}:sample_rate=48000:duration=${seconds},volume=0:enable='not(${talking})'`;
  };
  const graph = `${side(440, talk.you)}[you];${side(1000, talk.them)}[them];[you][them]join=inputs=2:channel_layout=stereo`;
  const opus = ['-c:a', 'libopus', '-b:a', '64k', '-page_duration', '100000'];
  await promisify(execFile)('ffmpeg', ['-v', 'error', '-y', '-filter_complex', graph, ...opus, path]);
}

/** The pages of a whole file, one by one. */
export function pagesOf(data: Uint8Array): Uint8Array[] {
  const pages: Uint8Array[] = [];
  for (let at = 0; at < data.length;) {
    const page = readPage(data, at);
    if (page === null) throw new Error(`No page at ${at}`);
    pages.push(data.slice(at, at + page.bytes));
    at += page.bytes;
  }
  return pages;
}
