// The control for dates and the line say the same.
import { expect, test } from 'vitest';
import {
  dateChoiceIn,
  dateRangeIn,
  withDateChoice,
  withDateRange,
} from '../../../../renderer/app/calls/date-choice.ts';

const today = '2026-11-25';

test.each(['any', 'today', 'last-7', 'last-30', 'this-year', 'custom'] as const)(
  'the choice "%s" is written into the line and read back from it',
  (choice) => {
    const line = withDateChoice('refund before:2024', choice, today);
    expect(dateChoiceIn(line, today)).toBe(choice);
    expect(line.startsWith('refund')).toBe(true);
    expect(withDateChoice(line, 'any', today)).toBe('refund');
  },
);

test.each([
  ['', { from: '', until: '' }],
  ['on:2026-03-01..2026-03-31', { from: '2026-03-01', until: '2026-03-31' }],
  ['on:2026-03', { from: '2026-03-01', until: '2026-03-31' }],
  ['after:2026-02 before:2026-04', { from: '2026-03-01', until: '2026-03-31' }],
  ['after:2026-02-27 after:2026-02-28', { from: '2026-03-01', until: '' }],
  ['before:yesterday', { from: '', until: '2026-11-23' }],
  ['on:2026-03-31..2026-03-01', { from: '2026-03-31', until: '2026-03-01' }],
  ['on:soon', { from: '', until: '' }],
])('%j shows the days %j, both included', (line, range) => {
  expect(dateRangeIn(line, today)).toEqual(range);
});

test('what names no day is left to its chip', () => {
  expect(dateChoiceIn('before:soon refund', today)).toBe('any');
});

test('a range of one’s own begins with what is chosen, takes either end alone, and goes when both are empty', () => {
  const custom = withDateChoice('on:last-7-days refund', 'custom', today);
  expect(custom).toBe('on:2026-11-19..2026-11-25 refund');
  expect(withDateRange(custom, { from: '', until: '2026-11-01' })).toBe('on:..2026-11-01 refund');
  expect(withDateRange(custom, { from: '', until: '' })).toBe('refund');
});
