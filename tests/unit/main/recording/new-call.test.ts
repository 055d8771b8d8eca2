// The call at its first moment: valid, named, and honest about what each side was recorded from.
import { afterEach, expect, test, vi } from 'vitest';
import { callSchema } from '../../../../main/library/call-schema.ts';
import { newCall } from '../../../../main/recording/new-call.ts';

afterEach(() => vi.unstubAllEnvs());
const startedAtMs = Date.UTC(2026, 10, 23, 14, 5);
const begun = {
  id: '20261123T140500Z-k7f3q2x9',
  company: '  Northwind ',
  startedAtMs,
  appVersion: '0.1.0',
  sources: { you: { phase: 'live', label: 'Headset' }, them: { phase: 'off' } },
} as const;

test('it is a call that call.json takes; a side that is off is recorded from nothing', () => {
  const call = newCall(begun);
  expect(callSchema.parse(call)).toEqual(call);
  expect(call).toMatchObject({ company: 'Northwind', durationMs: 0, source: { you: 'Headset', them: '' } });
});

test.each([
  ['America/New_York', -300],
  ['Australia/Adelaide', 630],
  ['Etc/UTC', 0],
])('the clock of the user, in %s, is %d minutes from UTC', (zone, minutes) => {
  vi.stubEnv('TZ', zone);
  expect(newCall(begun)).toMatchObject({
    timeZone: zone.replace('Etc/UTC', 'UTC'),
    utcOffsetMinutes: minutes,
  });
});
