// A line as it is typed becomes the question that the app is asked.
import { expect, test } from 'vitest';
import { askedFor } from '../../../../renderer/app/calls/search-state.ts';
import { promiseChips } from '../../../../renderer/app/calls/row-chips.ts';

test.each([
  ['', ''],
  ['   ', ''],
  ['refund ', 'refund'],
  ['refund  company:', 'refund'],
  ['refund company:n', 'refund company:n'],
  ['OUTCOME:none', 'outcome:none'],
  ['before:soon', 'before:soon'],
])('%j asks for %j: blanks and half a filter are no new question', (line, asked) => {
  expect(askedFor(line)).toBe(asked);
});

test('promises that need attention come first, two at most', () => {
  expect(promiseChips({ open: 1, broken: 2, kept: 3 }).map((chip) => chip.status)).toEqual([
    'broken',
    'open',
  ]);
  expect(promiseChips({ open: 0, broken: 0, kept: 1 }).map((chip) => chip.status)).toEqual(['kept']);
  expect(promiseChips({ open: 0, broken: 0, kept: 0 })).toEqual([]);
});
