// Levels of peaks say the same as the peaks themselves, and columns the same as the samples.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnsOf } from '../../../../renderer/app/call/wave/columns.ts';
import { fullScale, levelFor, levelsOf, loudestIn } from '../../../../renderer/app/call/wave/levels.ts';

const bytes = fc.uint8Array({ minLength: 1, maxLength: 5000 });

test('law: every level’s bucket holds the loudest of the peaks it stands for', () => {
  fc.assert(
    fc.property(bytes, (you) => {
      const them = Uint8Array.from(you).reverse();
      for (const { bucketMs, ...level } of levelsOf({ you, them }, 10)) {
        const size = bucketMs / 10;
        expect(level.you.length).toBe(Math.ceil(you.length / size));
        level.you.forEach((value, i) =>
          expect(value).toBe(Math.max(...you.subarray(i * size, (i + 1) * size))),
        );
        expect(level.them[0]).toBe(Math.max(...them.subarray(0, size)));
      }
    }),
    { numRuns: 30 },
  );
});

test('a bar looks at a few values only, whatever the zoom', () => {
  const you = new Uint8Array(3_600_000).fill(3);
  you[1_800_000] = 200;
  const levels = levelsOf({ you, them: you }, 10);
  for (const barMs of [10, 100, 3000, 116_000]) {
    const level = levelFor(levels, barMs);
    expect(barMs / level.bucketMs).toBeLessThanOrEqual(8);
    expect(loudestIn(level, 'you', 18_000_000, 18_000_000 + barMs)).toBe(200);
    expect(loudestIn(level, 'you', 10_000_000, 10_000_000 + barMs)).toBe(3);
  }
  expect(fullScale(levels)).toBe(200);
});

test('does not blow silence up to speech', () => {
  const hush = new Uint8Array(100).fill(2);
  expect(fullScale(levelsOf({ you: hush, them: hush }, 10))).toBe(48);
});

const silent = levelsOf({ you: new Uint8Array(1000), them: new Uint8Array(1000) }, 10);

test('columns keep their shape when scrolled by less than one', () => {
  const you = Uint8Array.from({ length: 60_000 }, (_, i) => (i * 37) % 251);
  const levels = levelsOf({ you, them: you }, 10);
  const at = (fromMs: number) => columnsOf('you', { fromMs, spanMs: 300_000 }, 900, levels, () => undefined);
  expect(at(100_400).high.slice(0, -1)).toEqual(at(100_000).high.slice(0, -1));
  expect(at(100_400).firstPx).toBeCloseTo(at(100_000).firstPx - 1.2, 5);
});

test('near by, columns are real samples: 10 ms of 1 kHz swing ten times to both sides', () => {
  const wave = Float32Array.from({ length: 48_000 }, (_, i) => 0.5 * Math.sin((2 * Math.PI * i) / 48));
  const piece = { rateHz: 48_000, you: wave, them: new Float32Array(48_000) };
  const view = { fromMs: 400, spanMs: 10 };
  const { high, low, stepPx } = columnsOf('you', view, 480, silent, (index) =>
    index === 0 ? piece : undefined,
  );
  expect(stepPx).toBe(1);
  expect(Math.max(...high)).toBeCloseTo(0.5, 2);
  expect(Math.min(...low)).toBeCloseTo(-0.5, 2);
  const rising = [...high].filter((value, i) => i > 0 && value > 0.25 && high[i - 1]! <= 0.25);
  expect(rising).toHaveLength(10);
  const other = columnsOf('them', view, 480, silent, () => piece);
  expect(Math.max(...other.high)).toBe(0);
});

test('until samples are there, peaks stand in for them', () => {
  const loud = levelsOf({ you: new Uint8Array(100).fill(255), them: new Uint8Array(100) }, 10);
  const { high, low } = columnsOf('you', { fromMs: 0, spanMs: 100 }, 100, loud, () => undefined);
  expect([high[50], low[50]]).toEqual([1, -1]);
});
