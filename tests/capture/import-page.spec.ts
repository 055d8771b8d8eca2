// The page that decodes files, in a current Chromium, on real files of each format: whole, cut short, with flipped bits, and with a
// stretch of zeros. It never hangs, never passes off what is missing, and never closes a hole up.
import { expect, test as base } from '@playwright/test';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decode, tonePerWindow, type Heard } from '../support/listen.ts';
import { blanked, encoders, flipped, makeAmr, makeRecording, type Extension } from '../support/recordings.ts';
import { openImportPage, type Decoded, type ImportPage } from './import-page.ts';

const seconds = 4;
const lengthMs = seconds * 1000;
const windowMs = 100;
const extensions = Object.keys(encoders) as Extension[];

/** Made once for all: a browser, a folder, and a file of each format. */
interface Shared {
  folder: string;
  importer: ImportPage;
  recordings: ReadonlyMap<Extension, Uint8Array>;
}

const test = base.extend<object, Shared>({
  folder: [
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'on-record-files-'));
      await use(folder);
      await rm(folder, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
  importer: [
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const importer = await openImportPage();
      await use(importer);
      await importer.close();
    },
    { scope: 'worker' },
  ],
  recordings: [
    async ({ folder }, use) => {
      const made = extensions.map(async (extension) => {
        return [extension, await makeRecording(join(folder, `whole.${extension}`), { seconds })] as const;
      });
      await use(new Map(await Promise.all(made)));
    },
    { scope: 'worker' },
  ],
});

interface HeardCall {
  durationMs: number;
  left: Heard[];
  right: Heard[];
}

async function hear(folder: string, { ogg }: Decoded): Promise<HeardCall> {
  const path = join(folder, 'heard.ogg');
  await writeFile(path, ogg);
  const { channels, sampleRateHz, durationMs } = await decode(path);
  const [left, right] = channels.map((side) => tonePerWindow(side, sampleRateHz, windowMs, [440, 1000]));
  return { durationMs, left: left!, right: right! };
}

const shareOf = (heard: readonly Heard[], what: Heard) =>
  heard.filter((one) => one === what).length / Math.max(1, heard.length);

/** What the page says is not in the call, in ms: listed gaps, and what it says of the end. */
function toldMs({ file }: Decoded): number {
  const gaps = file!.gaps.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0);
  return gaps + (file!.cutShort ? Infinity : 0);
}

/** Mostly its own tone: flipped bits make noise of a moment without anybody being able to tell. */
async function expectTrue(folder: string, done: Decoded, name: string, leastShare: number): Promise<void> {
  if (done.refusal) {
    expect(done.refusal.reason, name).not.toBe('failed');
    expect(done.refusal.reason, name).not.toBe('stuck');
    return;
  }
  const { durationMs, left, right } = await hear(folder, done);
  // The file lasts as long as the sound it was made of, or it is said that it does not.
  if (toldMs(done) < Infinity) expect(Math.abs(durationMs - lengthMs), name).toBeLessThan(120);
  else expect(durationMs, name).toBeLessThan(lengthMs + 120);
  expect(done.peaks.length / 200 - durationMs / 1000, name).toBeLessThan(0.05);
  const silent = left.filter((one) => one === 'silence').length * windowMs;
  const gaps = done.file!.gaps.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0);
  expect(silent, `${name}: silence that is not listed`).toBeLessThanOrEqual(gaps + windowMs);
  const heard = (side: readonly Heard[]) => side.filter((one) => one !== 'silence');
  expect(shareOf(heard(left), 440), name).toBeGreaterThanOrEqual(leastShare);
  expect(shareOf(heard(right), 1000), name).toBeGreaterThanOrEqual(leastShare);
}

test('whole files of each format come out whole, each side on its own', async ({
  importer,
  folder,
  recordings,
}) => {
  for (const extension of extensions) {
    const data = recordings.get(extension)!;
    const done = await importer.decode(data);
    expect(done.file, extension).toMatchObject({ channels: 2, voices: 'apart', gaps: [] });
    expect(done.file!.cutShort, extension).toBeUndefined();
    await expectTrue(folder, done, extension, 0.97);
  }
});

test('one channel, or two with the same sound, is both voices together', async ({ importer, folder }) => {
  for (const extension of ['mp3', 'm4a', 'opus'] as const) {
    const mono = await importer.decode(
      await makeRecording(join(folder, `m.${extension}`), { channels: 'mono' }),
    );
    expect(mono.file, extension).toMatchObject({ channels: 1, voices: 'together' });
    const twice = await importer.decode(
      await makeRecording(join(folder, `t.${extension}`), { channels: 'mono', more: ['-ac', '2'] }),
    );
    expect(twice.file, extension).toMatchObject({ channels: 2, voices: 'together' });
    const { left, right } = await hear(folder, twice);
    expect(left).toEqual(right);
  }
});

test('Ogg files one behind the other are one call, or are refused by name: the second is not passed over', async ({
  importer,
  folder,
  recordings,
}) => {
  const twice = (extension: Extension) =>
    importer.decode(new Uint8Array(Buffer.concat([recordings.get(extension)!, recordings.get(extension)!])));
  const opus = await twice('opus');
  const { durationMs, left } = await hear(folder, opus);
  expect(Math.abs(durationMs - 2 * lengthMs)).toBeLessThan(120);
  expect(shareOf(left, 440)).toBeGreaterThan(0.97);
  expect(opus.file!.gaps).toEqual([]);
  const vorbis = await twice('ogg');
  expect(vorbis.refusal).toEqual({
    reason: 'codec',
    what: 'several pieces of Vorbis, one behind the other',
  });
});

test('files cut short give what there is and say so, or are refused by reason', async ({
  importer,
  folder,
  recordings,
}) => {
  const refused: string[] = [];
  for (const extension of extensions) {
    const data = recordings.get(extension)!;
    for (const part of [0.1, 0.5, 0.9]) {
      const name = `${extension} cut at ${part}`;
      const done = await importer.decode(data.subarray(0, Math.floor(data.length * part)));
      await expectTrue(folder, done, name, 0.9);
      if (done.refusal) refused.push(`${name}: ${done.refusal.reason}`);
      else expect(done.file!.cutShort, name).toBeDefined();
    }
  }
  // An M4A says at its end where everything is; of a tenth of some others only the head is there.
  expect(
    refused.filter((line) => !/^m4a .*head-missing$|cut at 0\.1: (head-missing|nothing-decodes)$/.test(line)),
  ).toEqual([]);
});

test('files with flipped bits never hang and never pass off silence as sound', async ({
  importer,
  folder,
  recordings,
}) => {
  for (const extension of extensions) {
    const data = recordings.get(extension)!;
    for (const bits of [3, 30, 300]) {
      const done = await importer.decode(flipped(data, bits, 42 + bits));
      await expectTrue(folder, done, `${extension} with ${bits} bits flipped`, bits > 3 ? 0 : 0.8);
    }
  }
});

test('a stretch of zeros is a listed gap, and what comes behind it stays where it was', async ({
  importer,
  folder,
  recordings,
}) => {
  for (const extension of ['mp3', 'opus', 'm4a'] as const) {
    const data = recordings.get(extension)!;
    const done = await importer.decode(blanked(data, 0.4, 0.5));
    expect(done.file!.cutShort, extension).toBeUndefined();
    const gaps = done.file!.gaps;
    expect(gaps, extension).toHaveLength(1);
    expect(gaps[0]!.fromMs, extension).toBeGreaterThan(1_300);
    expect(gaps[0]!.toMs, extension).toBeLessThan(2_400);
    await expectTrue(folder, done, extension, 0.85);
  }
});

test('formats that cannot be stepped into again end where the damage is, and say how long they should be', async ({
  importer,
  folder,
  recordings,
}) => {
  for (const extension of ['flac', 'webm', 'ogg'] as const) {
    const data = recordings.get(extension)!;
    const done = await importer.decode(blanked(data, 0.4, 0.5));
    await expectTrue(folder, done, extension, 0.85);
    const { durationMs } = await hear(folder, done);
    if (durationMs < lengthMs - 200)
      expect(done.file!.cutShort?.promisedMs, extension).toBeGreaterThan(3_900);
  }
});

test('AMR is decoded as others decode it, and survives cuts, flipped bits and zeros', async ({
  importer,
  folder,
}) => {
  const data = makeAmr(seconds);
  const whole = await importer.decode(data);
  expect(whole.file).toMatchObject({
    format: 'AMR',
    codec: 'AMR',
    channels: 1,
    sampleRateHz: 8000,
    voices: 'together',
  });
  const path = join(folder, 'a.amr');
  await writeFile(path, data);
  const theirs = (await decode(path)).channels[0]!;
  await writeFile(join(folder, 'ours.ogg'), whole.ogg);
  const ours = (await decode(join(folder, 'ours.ogg'))).channels[0]!;
  expect(Math.abs(ours.length - theirs.length) / 48).toBeLessThan(25);
  expect(likeness(loudness(ours), loudness(theirs))).toBeGreaterThan(0.9);

  const cut = await importer.decode(data.subarray(0, data.length - 10));
  expect(cut.file!.cutShort).toEqual({ promisedMs: null });
  const zeros = await importer.decode(blanked(data, 0.4, 0.5));
  expect(zeros.file!.gaps).toHaveLength(1);
  expect(Math.abs((await hear(folder, zeros)).durationMs - lengthMs)).toBeLessThan(60);
  for (const bits of [3, 30, 300]) {
    const { file, refusal } = await importer.decode(flipped(data, bits, bits));
    expect(file !== undefined || refusal!.reason !== 'failed').toBe(true);
  }
});

test('what cannot be decoded is refused with the name of what it is', async ({ importer, folder }) => {
  const alac = await makeRecording(join(folder, 'a.m4a'), { more: ['-c:a', 'alac'] });
  expect((await importer.decode(alac)).refusal).toEqual({ reason: 'codec', what: 'ALAC' });
  const adpcm = await makeRecording(join(folder, 'a.wav'), { more: ['-c:a', 'adpcm_ima_wav'] });
  expect((await importer.decode(adpcm)).refusal).toEqual({ reason: 'codec', what: 'IMA-ADPCM' });
  const flacInOgg = await makeRecording(join(folder, 'a.ogg'), { more: ['-c:a', 'flac'] });
  expect((await importer.decode(flacInOgg)).refusal).toEqual({ reason: 'codec', what: 'FLAC in Ogg' });
  const text = new TextEncoder().encode('This is no sound at all, only words.');
  expect((await importer.decode(text)).refusal).toEqual({ reason: 'not-sound', what: '' });
});

/** Root mean square of each tenth of a second. */
function loudness(samples: Float32Array): number[] {
  const size = 4_800;
  return Array.from({ length: Math.floor(samples.length / size) }, (_, at) =>
    Math.sqrt(samples.subarray(at * size, (at + 1) * size).reduce((sum, one) => sum + one * one, 0) / size),
  );
}

/** Pearson's correlation. */
function likeness(one: readonly number[], other: readonly number[]): number {
  const count = Math.min(one.length, other.length);
  const mean = (values: readonly number[]) =>
    values.slice(0, count).reduce((sum, value) => sum + value, 0) / count;
  const [meanOne, meanOther] = [mean(one), mean(other)];
  let [both, ofOne, ofOther] = [0, 0, 0];
  for (let at = 0; at < count; at += 1) {
    const [a, b] = [one[at]! - meanOne, other[at]! - meanOther];
    both += a * b;
    ofOne += a * a;
    ofOther += b * b;
  }
  return both / Math.sqrt(ofOne * ofOther);
}
