// Whether anybody looks: sources outlast a glance away, and no longer.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepInterest } from '../../../../main/recording/interest.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('a screen that comes back in time was never gone; one that does not is gone once', () => {
  const told: boolean[] = [];
  const interest = keepInterest(10_000, () => {
    if (told.at(-1) !== interest.shown) told.push(interest.shown);
  });
  interest.show(true);
  interest.show(true);
  interest.show(false);
  vi.advanceTimersByTime(9_999);
  interest.show(true);
  vi.advanceTimersByTime(60_000);
  expect(told).toEqual([true]);
  interest.show(false);
  interest.show(false);
  vi.advanceTimersByTime(9_999);
  expect(interest.shown).toBe(true);
  vi.advanceTimersByTime(1);
  expect(told).toEqual([true, false]);
  interest.show(true);
  interest.show(false);
  interest.release();
  vi.advanceTimersByTime(60_000);
  expect(told).toEqual([true, false, true]);
});

test('a screen that went away is out of view at once, though its sources stay open a while', () => {
  const interest = keepInterest(10_000, () => undefined);
  interest.show(true);
  expect(interest.inView).toBe(true);
  interest.show(false);
  expect([interest.inView, interest.shown]).toEqual([false, true]);
});
