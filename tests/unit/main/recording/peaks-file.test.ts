// peaks.bin: as long as the sound, in step with it, and small to draw.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  createPeaksFile,
  peaksAreWhole,
  readPeaks,
  reducePeaks,
} from '../../../../main/recording/peaks-file.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const pairs = (...you: number[]) => Uint8Array.from(you.flatMap((value) => [value, value + 100]));

test('peaks that come faster than the disk takes them are all kept, in order', async () => {
  const path = join(await temporaryFolder(), 'peaks.bin');
  const file = await createPeaksFile(path);
  await Promise.all([1, 2, 3, 4, 5].map((value) => file.append(pairs(value, value + 10))));
  await file.close();
  expect(new Uint8Array(await readFile(path))).toEqual(pairs(1, 11, 2, 12, 3, 13, 4, 14, 5, 15));
});

test('fitted to the sound, what is too much goes, what is missing is silence, and what follows lies after it', async () => {
  const path = join(await temporaryFolder(), 'peaks.bin');
  const file = await createPeaksFile(path);
  void file.append(pairs(1, 2, 3));
  void file.append(new Uint8Array(8_000_000)); // takes the disk a while
  void file.fit(20); // asked for while the peaks are still on their way
  void file.append(pairs(4));
  await file.fit(40);
  await file.close();
  expect([...(await readFile(path))]).toEqual([...pairs(1, 2, 4), 0, 0]);
});

test('a file is whole when it is as long as the sound asks for, give or take a tenth of a second', async () => {
  const path = join(await temporaryFolder(), 'peaks.bin');
  expect(await peaksAreWhole(path, 0)).toBe(false);
  await writeFile(path, new Uint8Array(2 * 100));
  expect(await peaksAreWhole(path, 1_000)).toBe(true);
  expect(await peaksAreWhole(path, 1_100)).toBe(true);
  expect(await peaksAreWhole(path, 1_120)).toBe(false);
  expect(await peaksAreWhole(path, 880)).toBe(false);
  expect(await readPeaks(path, 1_000, 50)).toMatchObject({ durationMs: 1_000, you: new Uint8Array(50) });
});

test('no loud moment is lost by drawing it small, and none is drawn on the other side', () => {
  const peak = fc.tuple(fc.integer({ min: 0, max: 255 }), fc.integer({ min: 0, max: 255 }));
  fc.assert(
    fc.property(
      fc.array(peak, { minLength: 1, maxLength: 300 }),
      fc.integer({ min: 1, max: 400 }),
      (all, buckets) => {
        const { you, them } = reducePeaks(Uint8Array.from(all.flat()), buckets);
        const size = Math.min(buckets, all.length);
        expect([you.length, them.length]).toEqual([size, size]);
        for (const [index, [mine, theirs]] of all.entries()) {
          const bucket = Math.floor((index * size) / all.length);
          expect(you[bucket]).toBeGreaterThanOrEqual(mine);
          expect(them[bucket]).toBeGreaterThanOrEqual(theirs);
        }
        expect(Math.max(...you)).toBe(Math.max(...all.map(([mine]) => mine)));
        expect(Math.max(...them)).toBe(Math.max(...all.map(([, theirs]) => theirs)));
      },
    ),
  );
});
