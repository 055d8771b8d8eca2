// The facts of a letter as the company will read them.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Call } from '../../../../contract/call.ts';
import { letterWords } from '../../../../renderer/app/confirmation/letter-words.ts';
import { sampleCall } from '../call/sample-call.ts';

const said = (key: string, facts: object) => `${key} ${Object.values(facts).join(' ')}`;
const when = (call: Partial<Call>) => letterWords(sampleCall(call), said as never).when;

beforeEach(() => void vi.useFakeTimers({ now: new Date(2026, 10, 25, 12) }));
afterEach(() => void vi.useRealTimers());

test('a call was when the clock beside the caller said so, in whatever zone the letter is written', () => {
  const startedAt = '2026-11-23T14:05:00.000Z';
  expect(when({ startedAt, utcOffsetMinutes: -300 })).toMatch(/^on .*23 Nov.*09:05|^on .*Nov 23.*09:05/);
  expect(when({ startedAt, utcOffsetMinutes: 600 })).toMatch(/^on .*24 Nov.*00:05|^on .*Nov 24.*12:05/);
});

test('a call of today is said to be of today', () => {
  const offset = -new Date(2026, 10, 25).getTimezoneOffset();
  const startedAt = new Date(2026, 10, 25, 9, 30).toISOString();
  expect(when({ startedAt, utcOffsetMinutes: offset })).toMatch(/^today 0?9:30/);
});
