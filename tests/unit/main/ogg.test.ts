// Ogg pages: what is whole is read, what is damaged is not, and a restarted encoder leaves one plain stream.
import fc from 'fast-check';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { durationOf, isHeaderPage, preSkipOf, readPage, renumber, scan } from '../../../main/ogg.ts';
import { decode, dominantToneHz } from '../../support/listen.ts';
import { makeOgg, pagesOf } from '../../support/make-ogg.ts';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';

let folder: string;
let sound: Uint8Array;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'on-record-ogg-'));
  sound = await makeOgg(folder, 3);
});

describe('scan', () => {
  test('finds every page of a file and its duration', () => {
    const found = scan(sound);
    expect(found.wholeBytes).toBe(sound.length);
    expect(found.pages).toBe(pagesOf(sound).length);
    expect(found.durationMs).toBeCloseTo(3000, 0);
  });

  test('cuts a torn file at the end of its last whole page, wherever it was torn', () => {
    const ends = new Set<number>([0]);
    let at = 0;
    for (const page of pagesOf(sound)) ends.add((at += page.length));
    fc.assert(
      fc.property(fc.nat(sound.length), (length) => {
        const { wholeBytes } = scan(sound.subarray(0, length));
        expect(ends.has(wholeBytes)).toBe(true);
        expect(wholeBytes).toBeLessThanOrEqual(length);
        expect(length - wholeBytes).toBeLessThan(70_000);
      }),
    );
  });

  test('stops at the page in which a single bit was changed', () => {
    fc.assert(
      fc.property(fc.nat(sound.length - 1), fc.nat(7), (byte, bit) => {
        const changed = sound.slice();
        changed[byte]! ^= 1 << bit;
        expect(scan(changed).wholeBytes).toBeLessThanOrEqual(byte);
      }),
    );
  });

  test('never reads past the end, whatever the bytes are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (noise) => {
        expect(scan(noise).wholeBytes).toBeLessThanOrEqual(noise.length);
      }),
    );
  });
});

test('a stream opens with two header pages, the first of which tells the pre-skip', () => {
  const [head, tags, first] = pagesOf(sound);
  expect(readPage(head!)?.first).toBe(true);
  expect(preSkipOf(head!)).toBe(312);
  expect([isHeaderPage(head!), isHeaderPage(tags!), isHeaderPage(first!)]).toEqual([true, true, false]);
});

test('pages of a second encoder, renumbered, play on as one stream with the right length', async () => {
  const before = pagesOf(sound);
  const after = pagesOf(await makeOgg(folder, 2, 'second.ogg')).slice(2);
  const last = readPage(before.at(-1)!)!;
  let { sequence } = last;
  const joined = after.map((page) =>
    renumber(page, { serial: last.serial, sequence: (sequence += 1), granuleOffset: last.granule }),
  );
  // The last page of the first stream says that the stream ends; ours never sees that page before a crash.
  const whole = Buffer.concat([...before.slice(0, -1), ...joined]);
  const path = join(folder, 'joined.ogg');
  await writeFile(path, whole);

  expect(scan(whole).wholeBytes).toBe(whole.length);
  const { channels, sampleRateHz } = await decode(path);
  const tail = (channel: number) => channels[channel]!.subarray(-sampleRateHz);
  expect(dominantToneHz(tail(0), sampleRateHz, [440, 1000])).toBe(440);
  expect(dominantToneHz(tail(1), sampleRateHz, [440, 1000])).toBe(1000);
});

test('a granule position less the pre-skip is the duration, and never below zero', () => {
  expect(durationOf(48_312, 312)).toBe(1000);
  expect(durationOf(0, 312)).toBe(0);
});
