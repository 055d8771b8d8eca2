// Dates are chosen by the calendar of the user's own place.
import { describe, expect, test } from 'vitest';
import { rangeOf, type DateFilter } from '../../../../renderer/app/calls/date-range.ts';

const now = new Date(2026, 10, 23, 14, 5).getTime();
const day = (year: number, month: number, date: number) => new Date(year, month - 1, date).getTime();
const chosen = (choice: DateFilter['choice'], from = '', until = '') => rangeOf({ choice, from, until }, now);

describe('rangeOf', () => {
  test('any date is no range', () => {
    expect(chosen('any')).toEqual({ fromMs: null, untilMs: null });
  });

  test('counts today as one of the days', () => {
    expect(chosen('today').fromMs).toBe(day(2026, 11, 23));
    expect(chosen('last-7').fromMs).toBe(day(2026, 11, 17));
    expect(chosen('last-30').fromMs).toBe(day(2026, 10, 25));
    expect(chosen('this-year').fromMs).toBe(day(2026, 1, 1));
  });

  test('is the same all day long, so that the question is asked once', () => {
    const late = new Date(2026, 10, 23, 23, 59).getTime();
    expect(rangeOf({ choice: 'last-7', from: '', until: '' }, late)).toEqual(chosen('last-7'));
  });

  test('includes both days of a range of one’s own', () => {
    expect(chosen('custom', '2026-03-01', '2026-03-31')).toEqual({
      fromMs: day(2026, 3, 1),
      untilMs: day(2026, 4, 1),
    });
  });

  test('leaves an end open that is not filled in, or half filled in', () => {
    expect(chosen('custom', '2026-03-01', '')).toEqual({ fromMs: day(2026, 3, 1), untilMs: null });
    expect(chosen('custom', '2026-03', 'soon')).toEqual({ fromMs: null, untilMs: null });
  });
});
