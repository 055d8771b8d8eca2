// A search as it is typed and chosen becomes the question that the app is asked.
import { describe, expect, test } from 'vitest';
import { filterOf, isNarrowed, noSearch } from '../../../../renderer/app/calls/search-state.ts';
import { promiseChips } from '../../../../renderer/app/calls/row-chips.ts';

describe('filterOf', () => {
  test('asks for everything at first', () => {
    expect(filterOf(noSearch, 0)).toEqual({ text: '', outcome: null, fromMs: null, untilMs: null });
  });

  test('is not asked anew for a blank at the end', () => {
    expect(filterOf({ ...noSearch, text: 'refund ' }, 0)).toEqual(
      filterOf({ ...noSearch, text: 'refund' }, 0),
    );
  });

  test('tells calls without an outcome from all calls', () => {
    expect(filterOf({ ...noSearch, outcome: 'none' }, 0).outcome).toBe('none');
    expect(filterOf({ ...noSearch, outcome: 'any' }, 0).outcome).toBeNull();
  });
});

describe('isNarrowed', () => {
  test('is what makes an empty list mean "nothing found" and not "no calls yet"', () => {
    expect(isNarrowed(noSearch)).toBe(false);
    expect(isNarrowed({ ...noSearch, text: '  ' })).toBe(false);
    expect(isNarrowed({ ...noSearch, text: 'x' })).toBe(true);
    expect(isNarrowed({ ...noSearch, outcome: 'none' })).toBe(true);
    expect(isNarrowed({ ...noSearch, date: { ...noSearch.date, choice: 'today' } })).toBe(true);
  });
});

test('promises that need attention come first, two at most', () => {
  expect(promiseChips({ open: 1, broken: 2, kept: 3 }).map((chip) => chip.status)).toEqual([
    'broken',
    'open',
  ]);
  expect(promiseChips({ open: 0, broken: 0, kept: 1 }).map((chip) => chip.status)).toEqual(['kept']);
  expect(promiseChips({ open: 0, broken: 0, kept: 0 })).toEqual([]);
});
