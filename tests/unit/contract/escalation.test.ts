// Days counted by the calendar: across leap days, ends of years and changes of clocks, by a table made by hand.
import { describe, expect, it, test } from 'vitest';
import { dayAfter, foremost, ruleClock, type Wait } from '../../../contract/escalation.ts';
import { makeRule } from '../../support/make-case.ts';

const weeks = (count: number): Wait => ({ count, unit: 'weeks' });
const days = (count: number): Wait => ({ count, unit: 'days' });

test.each([
  ['2026-11-17', weeks(8), '2027-01-12', 'across the new year'],
  ['2026-11-17', weeks(6), '2026-12-29', ''],
  ['2028-01-04', weeks(8), '2028-02-29', 'onto a leap day'],
  ['2028-02-28', days(1), '2028-02-29', 'a leap year'],
  ['2027-02-28', days(1), '2027-03-01', 'no leap year'],
  ['2100-02-28', days(1), '2100-03-01', 'a century without a leap day'],
  ['2026-03-01', days(60), '2026-04-30', 'clocks go forward in between, in Europe and America'],
  ['2026-10-01', days(60), '2026-11-30', 'clocks go back in between'],
  ['2026-10-24', days(1), '2026-10-25', 'a day of 25 hours in London'],
  ['2026-12-31', days(15), '2027-01-15', ''],
  ['2026-11-17', days(0), '2026-11-17', 'at once'],
])('%s and %j is %s (%s)', (from, wait, until) => {
  expect(dayAfter(from, wait)).toBe(until);
});

describe('a rule', () => {
  const on = (today: string, fields = {}, firstComplaint: string | null = '2026-11-17', isOn = true) =>
    ruleClock(makeRule(fields), { isOn, firstComplaint, today });

  it('waits, is reached on the very day, and stays so', () => {
    expect(on('2026-11-25')).toEqual({ state: 'waiting', from: '2027-01-12', daysLeft: 48, daysInAll: 56 });
    expect(on('2027-01-11')).toMatchObject({ state: 'waiting', daysLeft: 1 });
    expect(on('2027-01-12')).toEqual({ state: 'reached', from: '2027-01-12', daysSince: 0 });
    expect(on('2027-01-20')).toMatchObject({ state: 'reached', daysSince: 8 });
  });

  it('is off by itself, or with the whole clock', () => {
    expect(on('2026-11-25', { on: false })).toEqual({ state: 'off' });
    expect(on('2026-11-25', {}, '2026-11-17', false)).toEqual({ state: 'off' });
  });

  it('does not count from a day that nobody knows', () => {
    expect(on('2026-11-25', {}, null)).toEqual({ state: 'no-start' });
    expect(on('2026-11-25', { starts: 'own-day' })).toEqual({ state: 'no-start' });
    expect(on('2026-11-25', { starts: 'own-day', startedOn: '2026-11-20', wait: days(15) })).toMatchObject({
      from: '2026-12-05',
      daysLeft: 10,
    });
  });
});

test('the clock told of is what was reached last, else what comes first; never one that is off', () => {
  const at = (today: string, wait: Wait) =>
    ruleClock(makeRule({ wait }), { isOn: true, firstComplaint: '2026-11-01', today });
  const clocks = (today: string) => [
    at(today, days(60)),
    { state: 'off' } as const,
    at(today, days(15)),
    at(today, days(5)),
  ];
  expect(foremost(clocks('2026-11-02'))).toMatchObject({ state: 'waiting', from: '2026-11-06' });
  expect(foremost(clocks('2026-11-20'))).toMatchObject({ state: 'reached', from: '2026-11-16' });
  expect(foremost([{ state: 'off' }, { state: 'no-start' }])).toBeNull();
});
