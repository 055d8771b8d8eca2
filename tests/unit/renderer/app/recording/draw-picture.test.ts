import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spanOf, tickOf } from '../../../../../renderer/app/recording/draw-picture.ts';

const minute = 60_000;

describe('span of the picture', () => {
  it('grows by round steps', () => {
    const spans = [0, 1, 1.5, 2, 3, 4, 6].map((minutes) => spanOf(minutes * minute) / minute);
    expect(spans).toEqual([1, 1.5, 2, 3, 4, 6, 8]);
  });

  it('always has room for what comes, and after the first minute is at least two thirds full', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 12 * 60 * minute }), (durationMs) => {
        const spanMs = spanOf(durationMs);
        expect(spanMs).toBeGreaterThan(durationMs);
        expect(Math.max(durationMs, minute) / spanMs).toBeGreaterThanOrEqual(2 / 3);
      }),
    );
  });
});

describe('times below the picture', () => {
  it('leaves room to read them, whatever the length', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 12 * 60 * minute }),
        fc.integer({ min: 300, max: 2000 }),
        (ms, width) => {
          const spanMs = spanOf(ms);
          expect((tickOf(spanMs, width) * width) / spanMs).toBeGreaterThanOrEqual(64);
        },
      ),
    );
  });
});
