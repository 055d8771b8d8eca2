// How far a day is away, as people say it: in days, then in weeks, then in months.
import { expect, test } from 'vitest';
import { dayDistance } from '../../../../renderer/app/promise/day-words.ts';

test.each([
  ['2026-11-25', 'today'],
  ['2026-11-26', 'tomorrow'],
  ['2026-11-24', 'yesterday'],
  ['2026-11-30', 'in 5 days'],
  ['2026-11-12', '13 days ago'],
  ['2026-12-09', 'in 2 weeks'],
  ['2027-01-24', 'in 8 weeks'],
  ['2026-09-25', '8 weeks ago'],
  ['2027-03-25', 'in 4 months'],
  ['2024-11-25', '2 years ago'],
])('%s is %s', (day, words) => {
  expect(dayDistance(day, '2026-11-25', 'en')).toBe(words);
});
