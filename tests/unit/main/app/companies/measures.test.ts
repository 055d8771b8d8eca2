// Each measure by hand, and at its edges.
import { expect, test } from 'vitest';
import {
  firstCallResolution,
  holdShare,
  measuresOf,
  promisesKept,
  repeatCallsPerCase,
  talkShare,
  timeOnThePhone,
  transfersPerCall,
} from '../../../../../main/app/companies/measures.ts';
import type { MeasuredCall } from '../../../../../main/index/company-calls.ts';

let made = 0;
const call = (fields: Partial<MeasuredCall> = {}): MeasuredCall => ({
  callId: `call-${(made += 1)}`,
  startedAtMs: 0,
  durationMs: 60_000,
  holdMs: 0,
  transfers: 0,
  outcome: null,
  caseKey: '',
  source: 'captured',
  open: 0,
  kept: 0,
  late: 0,
  broken: 0,
  ...fields,
});
const times = (count: number, fields: Partial<MeasuredCall> = {}) =>
  Array.from({ length: count }, () => call(fields));

test('without calls nothing is measured, and with two neither, though it is said how many there are', () => {
  for (const measure of Object.values(measuresOf([])))
    expect(measure).toMatchObject({ value: null, n: 0, calls: 0 });
  const two = times(2, { outcome: 'resolved', caseKey: 'a', kept: 1, holdMs: 1_000, transfers: 1 });
  for (const measure of Object.values(measuresOf(two))) expect(measure.value).toBeNull();
  expect(measuresOf(two).time).toMatchObject({ n: 2, calls: 2 });
  expect(
    talkShare(
      [
        { youMs: 1, themMs: 1 },
        { youMs: 1, themMs: 1 },
      ],
      2,
    ),
  ).toMatchObject({ value: null, n: 2 });
});

test('time on the phone is the sum of all calls', () => {
  const calls = [call({ durationMs: 60_000 }), call({ durationMs: 0 }), call({ durationMs: 30_500 })];
  expect(timeOnThePhone(calls)).toEqual({ value: 90_500, part: 90_500, whole: 3, n: 3, calls: 3 });
});

test('hold share is hold over length; a hold counts up to the end of its call, and calls of no length say nothing', () => {
  const calls = [
    call({ durationMs: 100_000, holdMs: 50_000 }),
    call({ durationMs: 100_000, holdMs: 0 }),
    call({ durationMs: 50_000, holdMs: 50_900 }),
  ];
  expect(holdShare(calls)).toEqual({ value: 0.4, part: 100_000, whole: 250_000, n: 3, calls: 3 });
  expect(holdShare(times(3, { durationMs: 0, holdMs: 500 }))).toMatchObject({ value: null, n: 0 });
  expect(holdShare([...times(2), call({ durationMs: 0 })])).toMatchObject({ value: null, n: 2 });
});

test('transfers are counted per call', () => {
  expect(transfersPerCall([call({ transfers: 3 }), ...times(3)])).toMatchObject({
    value: 0.75,
    part: 3,
    n: 4,
  });
});

test('promises kept are those in time among those decided; the calls behind them must be three', () => {
  const calls = [
    call({ kept: 1, open: 4 }),
    call({ broken: 2 }),
    call({ late: 1 }),
    ...times(4, { open: 1 }),
  ];
  expect(promisesKept(calls)).toEqual({ value: 0.25, part: 1, whole: 4, n: 4, calls: 3 });
  expect(promisesKept([call({ kept: 9 }), call({ broken: 1 }), ...times(5)])).toMatchObject({
    value: null,
    n: 10,
    calls: 2,
  });
});

test('a case is resolved on the first call when its only call resolved it', () => {
  const calls = [
    call({ outcome: 'resolved' }), // yes: a case of its own
    call({ outcome: 'refused' }), // no
    call({ outcome: 'resolved', caseKey: 'a' }), // no: there was a second
    call({ outcome: 'resolved', caseKey: 'a' }),
    call({ outcome: 'follow-up' }), // not known yet
    call({ outcome: null, caseKey: 'b' }), // not known yet
    call({ outcome: 'resolved', caseKey: 'c' }), // yes
    call({ outcome: null, caseKey: 'd' }), // no: there was a second
    call({ outcome: null, caseKey: 'd' }),
  ];
  expect(firstCallResolution(calls)).toEqual({ value: 0.4, part: 2, whole: 5, n: 5, calls: 7 });
});

test('repeat calls per case are counted over calls that have one', () => {
  const calls = [...times(4, { caseKey: 'a' }), call({ caseKey: 'b' }), ...times(9)];
  expect(repeatCallsPerCase(calls)).toEqual({ value: 1.5, part: 5, whole: 2, n: 2, calls: 5 });
  expect(repeatCallsPerCase(times(3, { caseKey: 'a' })).value).toBe(2);
  expect(
    repeatCallsPerCase([call({ caseKey: 'a' }), call({ caseKey: 'b' }), call({ caseKey: 'c' })]).value,
  ).toBe(0);
  expect(repeatCallsPerCase(times(9))).toMatchObject({ value: null, n: 0 });
});

test('the talk share leaves out calls in which only one side was heard', () => {
  const talks = [
    { youMs: 10_000, themMs: 30_000 },
    { youMs: 20_000, themMs: 20_000 },
    { youMs: 10_000, themMs: 10_000 },
    { youMs: 90_000, themMs: 0 },
    { youMs: 0, themMs: 0 },
    null,
  ];
  expect(talkShare(talks, 8)).toEqual({
    value: 0.4,
    part: 40_000,
    whole: 100_000,
    n: 3,
    calls: 3,
    leftOut: 5,
  });
});
