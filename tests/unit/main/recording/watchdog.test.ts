// Whether a side lives: by frames and samples, never by what a device says of itself.
import { expect, test } from 'vitest';
import type { SideReport } from '../../../../contract/capture.ts';
import {
  healthOf,
  observe,
  startWatch,
  silentAfterMs,
  stalledAfterMs,
} from '../../../../main/recording/watchdog.ts';

const talking: SideReport = { frames: 2400, peak: 0.3, allZero: false };
const zeros: SideReport = { frames: 2400, peak: 0, allZero: true };
const nothing: SideReport = { frames: 0, peak: 0, allZero: false };

function after(seconds: number, you: SideReport, them: SideReport) {
  let watch = startWatch(0);
  for (let atMs = 50; atMs <= seconds * 1000; atMs += 50) watch = observe(watch, { you, them }, atMs);
  return { you: healthOf(watch, 'you', seconds * 1000), them: healthOf(watch, 'them', seconds * 1000) };
}

test('two sides that deliver are live', () => {
  expect(after(30, talking, talking)).toEqual({ you: 'live', them: 'live' });
});

test('a side without frames is stalled well within three seconds, the other is not', () => {
  expect(stalledAfterMs).toBeLessThan(3000);
  expect(after(2, talking, nothing)).toEqual({ you: 'live', them: 'stalled' });
});

test('exact zeros while the other side talks are a dead source, after a while', () => {
  expect(after(silentAfterMs / 1000 - 1, talking, zeros).them).toBe('live');
  expect(after(silentAfterMs / 1000 + 1, talking, zeros).them).toBe('silent');
});

test('only the time counts in which the other side was heard', () => {
  let watch = startWatch(0);
  // Talks one second in four, for half a minute: less than ten seconds in all.
  for (let atMs = 50; atMs <= 30_000; atMs += 50)
    watch = observe(watch, { you: atMs % 4_000 < 1_000 ? talking : zeros, them: zeros }, atMs);
  expect(healthOf(watch, 'them', 30_000)).toBe('live');
});

test('two silent sides are a pause in the conversation', () => {
  expect(after(60, zeros, zeros)).toEqual({ you: 'live', them: 'live' });
});

test('the first sound makes a silent side live again', () => {
  let watch = startWatch(0);
  for (let atMs = 50; atMs < 20_000; atMs += 50) watch = observe(watch, { you: talking, them: zeros }, atMs);
  expect(healthOf(watch, 'them', 20_000)).toBe('silent');
  watch = observe(watch, { you: zeros, them: talking }, 20_050);
  expect(healthOf(watch, 'them', 20_050)).toBe('live');
});
