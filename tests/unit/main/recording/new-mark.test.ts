// A mark made by one key: valid as it stands, and never before the call began.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { consentEvents, markKinds } from '../../../../contract/call.ts';
import { markSchema } from '../../../../main/library/call-schema.ts';
import { newMark } from '../../../../main/recording/new-mark.ts';

test('whatever the key and the moment, it is a mark that call.json takes, and reaches back no further than the start', () => {
  const request = fc.record({
    kind: fc.constantFrom(...markKinds),
    event: fc.option(fc.constantFrom(...consentEvents)),
    atMs: fc.double({ min: 0, max: 1e8, noNaN: true }),
    reachBackMs: fc.nat({ max: 120_000 }),
    nowMs: fc.nat(),
  });
  fc.assert(
    fc.property(request, (asked) => {
      const mark = newMark(asked);
      expect(markSchema.parse(mark)).toEqual(mark);
      if (mark.kind !== 'consent') expect(mark.toMs).toBe(Math.round(asked.atMs));
      expect(mark.fromMs).toBe(Math.max(0, Math.round(asked.atMs - asked.reachBackMs)));
      expect(mark.promise !== undefined).toBe(mark.kind === 'promise');
      expect(mark.consent?.event).toBe(
        mark.kind === 'consent' ? (asked.event ?? 'they-announced') : undefined,
      );
    }),
  );
});

test('what was said about recording has a span of at least three seconds, wherever it is marked', () => {
  const moment = fc.double({ min: 0, max: 1e8, noNaN: true });
  fc.assert(
    fc.property(fc.constantFrom(...consentEvents), moment, fc.nat(120_000), (event, atMs, reachBackMs) => {
      const mark = newMark({ kind: 'consent', event, atMs, reachBackMs, nowMs: 0 });
      expect(mark.consent).toEqual({ event });
      expect(mark.toMs - mark.fromMs).toBeGreaterThanOrEqual(3_000);
      expect(mark.toMs).toBeGreaterThanOrEqual(Math.round(atMs));
    }),
  );
});
