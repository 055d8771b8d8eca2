// A mark as one key makes it: reaching back, and for what was said about recording long enough to be heard.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { consentEvents } from '../../../../contract/call.ts';
import { newMark } from '../../../../main/recording/new-mark.ts';

test('what was said about recording has a span of at least three seconds, wherever it is marked', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...consentEvents),
      fc.double({ min: 0, max: 1e8, noNaN: true }),
      fc.nat(120_000),
      (event, atMs, reachBackMs) => {
        const mark = newMark({ kind: 'consent', event, atMs, reachBackMs, nowMs: 0 });
        expect(mark.consent).toEqual({ event });
        expect(mark.toMs - mark.fromMs).toBeGreaterThanOrEqual(3_000);
        expect(mark.fromMs).toBe(Math.max(0, Math.round(atMs - reachBackMs)));
        expect(mark.toMs).toBeGreaterThanOrEqual(Math.round(atMs));
      },
    ),
  );
});

test('other marks end at the key', () => {
  expect(newMark({ kind: 'note', event: null, atMs: 400, reachBackMs: 5_000, nowMs: 0 })).toMatchObject({
    fromMs: 0,
    toMs: 400,
  });
});
