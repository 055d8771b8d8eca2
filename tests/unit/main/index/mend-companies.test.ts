// A company is found in spite of a slip of the pen, when nothing is found without it.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { search } from '../../../../main/index/search.ts';
import { slipsBetween, slipsForgiven } from '../../../../main/index/slip.ts';
import { makeCall, makeMark } from '../../../support/make-call.ts';
import { memoryIndex } from './memory-index.ts';

const on = (day: number, company: string, notes = '') =>
  makeCall({ company, notes, startedAt: `2026-11-${String(day).padStart(2, '0')}T12:00:00.000Z` });
const northwind = on(3, 'Northwind Telecom', 'refund');
const calls = [northwind, on(2, 'Contoso Bank'), on(1, 'Zażółć Gęślą'), on(1, 'Cont'), on(4, 'Telecom Sud')];
const db = memoryIndex(calls);
const find = (query: string) => {
  const { hits, showing } = search(db, { query, today: '2026-11-25' }, null, 20);
  return { companies: hits.map(({ company }) => company), showing };
};

test.each([
  ['nortwind', 'Northwind Telecom'],
  ['company:nortwind', 'Northwind Telecom'],
  ['company:Norhtwnd', 'Northwind Telecom'],
  ['nrothwind', 'Northwind Telecom'],
  ['morthwind', 'Northwind Telecom'],
  ['northwimd refund', 'Northwind Telecom'],
  ['company:"Nortwind Telecom"', 'Northwind Telecom'],
  ['contozo', 'Contoso Bank'],
  ['nortwi', 'Northwind Telecom'],
  ['zazulc', 'Zażółć Gęślą'],
])('%s finds %s', (query, company) => {
  const { companies, showing } = find(query);
  expect(companies).toEqual([company]);
  expect(showing).toHaveLength(1);
});

test('what was taken for what is said, with the name as the company writes it', () => {
  expect(find('company:nortwind').showing).toEqual([{ typed: 'nortwind', company: 'Northwind Telecom' }]);
  // Two companies have the word.
  expect(find('telceom').showing).toEqual([{ typed: 'telceom', company: 'Telecom' }]);
  expect(find('telceom').companies).toEqual(['Telecom Sud', 'Northwind Telecom']);
});

test.each([
  'northwind zebra',
  'bnk',
  'xorthxinx',
  'southwind',
  'company:southwind',
  'company:refund',
  '-nortwind zebra',
  'agent:nortwind',
  '"'.repeat(3),
])('nothing is made of %s', (query) => {
  expect(find(query).showing).toEqual([]);
});

test('nothing is mended while something is found as it was typed', () => {
  const noted = memoryIndex([northwind, on(5, 'Else', 'nortwind, they said')]);
  const page = search(noted, { query: 'nortwind', today: '2026-11-25' }, null, 9);
  expect(page.hits.map(({ company }) => company)).toEqual(['Else']);
  expect(page.showing).toEqual([]);
});

test('later pages of a mended search are of the same search', () => {
  const many = memoryIndex(Array.from({ length: 7 }, (_, index) => on(index + 1, 'Northwind')));
  const filter = { query: 'nortwind', today: '2026-11-25' };
  const first = search(many, filter, null, 4);
  const second = search(many, filter, first.next, 4);
  expect([first.hits.length, second.hits.length, second.calls, second.next]).toEqual([4, 3, 7, null]);
});

test('a company that comes later is found the next time', () => {
  const growing = memoryIndex([]);
  const asked = { query: 'fabrikan', today: '2026-11-25' };
  expect(search(growing, asked, null, 9).calls).toBe(0);
  const more = memoryIndex([makeCall({ company: 'Fabrikam', marks: [makeMark()] })]);
  expect(search(more, asked, null, 9).calls).toBe(1);
});

/** The textbook's way: by all of both words. */
function slipsOnPaper(one: string, other: string): number {
  if (one === '' || other === '') return one.length + other.length;
  const swapped =
    one.length > 1 && other.length > 1 && one.at(-1) === other.at(-2) && one.at(-2) === other.at(-1)
      ? slipsOnPaper(one.slice(0, -2), other.slice(0, -2)) + 1
      : Infinity;
  return Math.min(
    swapped,
    slipsOnPaper(one.slice(0, -1), other) + 1,
    slipsOnPaper(one, other.slice(0, -1)) + 1,
    slipsOnPaper(one.slice(0, -1), other.slice(0, -1)) + (one.at(-1) === other.at(-1) ? 0 : 1),
  );
}

test('slips are counted to the nearest beginning of a word', () => {
  const anyWord = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 5 });
  fc.assert(
    fc.property(anyWord, anyWord, fc.nat(2), (typed, word, atMost) => {
      const all = Array.from({ length: word.length + 1 }, (_, end) =>
        slipsOnPaper(typed, word.slice(0, end)),
      );
      const fewest = Math.min(...all);
      expect(slipsBetween([...typed], [...word], atMost)).toBe(fewest <= atMost ? fewest : null);
    }),
    { numRuns: 500 },
  );
});

test('the longer a word, the more is forgiven', () => {
  expect([3, 4, 7, 8, 20].map(slipsForgiven)).toEqual([0, 1, 1, 2, 2]);
});
