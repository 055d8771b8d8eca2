// Zooming and scrolling never leave the call, and keep what is under the pointer under the pointer.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  centred,
  following,
  leastSpanMs,
  moved,
  msOf,
  pxOf,
  wholeView,
  zoomed,
} from '../../../../renderer/app/call/wave/view.ts';

const durationMs = 36_000_000;

test('zooms from the whole of ten hours to 10 ms and back', () => {
  let view = wholeView(durationMs);
  for (let presses = 0; presses < 40; presses += 1) view = zoomed(view, 0.5, 7_200_000, durationMs);
  expect(view.spanMs).toBe(leastSpanMs);
  expect(view.fromMs).toBeLessThanOrEqual(7_200_000);
  expect(view.fromMs + view.spanMs).toBeGreaterThanOrEqual(7_200_000);
  for (let presses = 0; presses < 40; presses += 1) view = zoomed(view, 2, 7_200_000, durationMs);
  expect(view).toEqual(wholeView(durationMs));
});

test('turns the page when the playhead leaves it', () => {
  const view = { fromMs: 10_000, spanMs: 10_000 };
  expect(following(view, 15_000, durationMs)).toBe(view);
  expect(following(view, 20_100, durationMs)).toEqual({ fromMs: 19_100, spanMs: 10_000 });
  expect(following(view, 2000, durationMs)).toEqual({ fromMs: 1000, spanMs: 10_000 });
});

const duration = fc.integer({ min: 1, max: durationMs });
const step = fc.oneof(
  fc.record({
    zoom: fc.double({ min: 0.01, max: 100, noNaN: true }),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
  fc.record({ moveBy: fc.integer({ min: -durationMs, max: durationMs }) }),
  fc.record({ centre: fc.double({ min: 0, max: 1, noNaN: true }) }),
);

test('law: whatever is done, the view lies in the call and is no shorter than the shortest', () => {
  fc.assert(
    fc.property(duration, fc.array(step, { maxLength: 30 }), (length, steps) => {
      let view = wholeView(length);
      for (const one of steps) {
        if ('zoom' in one) view = zoomed(view, one.zoom, view.fromMs + one.at * view.spanMs, length);
        else if ('moveBy' in one) view = moved(view, one.moveBy, length);
        else view = centred(view, one.centre * length, length);
        expect(view.fromMs).toBeGreaterThanOrEqual(0);
        expect(view.fromMs + view.spanMs).toBeLessThanOrEqual(length + 1e-6);
        expect(view.spanMs).toBeGreaterThanOrEqual(Math.min(leastSpanMs, length));
      }
    }),
  );
});

test('law: what is under the pointer stays there, unless an end of the call comes in the way', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.3, max: 0.7, noNaN: true }),
      fc.double({ min: 0.2, max: 0.99, noNaN: true }),
      (share, factor) => {
        const view = { fromMs: 10_000_000, spanMs: 100_000 };
        const atMs = view.fromMs + share * view.spanMs;
        const near = zoomed(view, factor, atMs, durationMs);
        expect(pxOf(near, atMs, 1000)).toBeCloseTo(share * 1000, 3);
        expect(msOf(near, pxOf(near, atMs, 1000), 1000)).toBeCloseTo(atMs, 3);
      },
    ),
  );
});
