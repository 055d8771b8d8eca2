// What a decoder gives counts, and not what the head of the file says of it.
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import type { Door } from '../../../../renderer/capture/door.ts';
import { DecodeJob } from '../../../../renderer/importer/decode-job.ts';
import type { ReadableFile } from '../../../../renderer/importer/readable-file.ts';
import type { Stretch } from '../../../../renderer/importer/stretch.ts';

const { heard, opened } = vi.hoisted(() => ({
  heard: { left: [] as Float32Array[], right: [] as Float32Array[] },
  opened: { file: null as unknown },
}));
// Only a browser decodes and encodes.
vi.mock('../../../../renderer/importer/open-file.ts', () => ({ openFile: async () => opened.file }));
vi.mock('../../../../renderer/capture/encoder.ts', () => ({
  OpusPages: class {
    waiting = 0;
    add(left: Float32Array, right: Float32Array) {
      heard.left.push(left);
      heard.right.push(right);
    }
    async finish() {}
    abandon() {}
  },
}));

beforeEach(() => {
  heard.left = [];
  heard.right = [];
});

/** HE-AAC: its head speaks of the half that every decoder understands. */
async function decode(stretches: Stretch[]) {
  vi.stubGlobal('location', { href: 'http://app/' });
  onTestFinished(() => void vi.unstubAllGlobals());
  opened.file = {
    format: 'AAC',
    codec: 'AAC',
    channels: 1,
    sampleRateHz: 22_050,
    promisedSeconds: null,
    taggedMs: null,
    skipSeconds: 0,
    async *sound() {
      yield* stretches;
    },
    cutShort: async () => undefined,
    close: () => undefined,
  } satisfies ReadableFile;
  const door = { ask: async () => ({ ok: true, value: undefined }), listen: () => () => {} };
  return new DecodeJob(door as unknown as Door, 'job').run();
}
const second = (...values: number[]): Stretch => ({
  what: 'sound',
  channels: values.map((value) => new Float32Array(44_100).fill(value)),
  sampleRateHz: 44_100,
  fromSeconds: 0,
});
const lengthOf = (parts: Float32Array[]) => parts.reduce((sum, part) => sum + part.length, 0);

test('mono by its head and stereo by its decoder: both voices are kept', async () => {
  expect(await decode([second(0, 0.5)])).toMatchObject({ voices: 'apart' });
  expect(Math.max(...heard.right.flatMap((part) => [...part]))).toBeGreaterThan(0.4);
});

test('a first packet that gives nothing does not make the rest last twice as long', async () => {
  const made = await decode([{ what: 'hole', seconds: 0.04, cause: '' }, second(0.5)]);
  expect(made!.frames).toBe(48_000);
  expect(lengthOf(heard.left)).toBe(1.04 * 48_000);
});
