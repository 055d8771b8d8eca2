// A date is typed figure by figure: only a whole one is said.
import { expect, test } from 'vitest';
import { writtenDay } from '../../../../renderer/app/promise/written-day.ts';

const box = (value: string, badInput = false) => ({ value, validity: { badInput } });

test('a whole date is said, and so is an emptied box', () => {
  expect(writtenDay(box('2026-11-30'))).toBe('2026-11-30');
  expect(writtenDay(box(''))).toBe(null);
});

test('half a date takes nothing away, and the years on the way to 2026 are none', () => {
  expect(writtenDay(box('', true))).toBe(undefined);
  for (const year of ['0002', '0020', '0202', '0026', '20261'])
    expect(writtenDay(box(`${year}-11-30`))).toBe(undefined);
});
