import fc from 'fast-check';
import { expect, test } from 'vitest';
import { excerpt, matchesIn } from '../../../../main/index/highlight.ts';
import { termsOf } from '../../../../main/index/terms.ts';
import { foldedWords } from '../../../../main/index/words.ts';
import { anyText } from './naive.ts';

const marked = (text: string, query: string) => {
  let from = 0;
  let all = '';
  for (const [start, end] of matchesIn(text, termsOf(query))) {
    all += `${text.slice(from, start)}[${text.slice(start, end)}]`;
    from = end;
  }
  return all + text.slice(from);
};

test.each([
  ['Refund of $120', 'refund', '[Refund] of $120'],
  ['Refund of $120', 'ref 12', '[Ref]und of $[12]0'],
  ['Ré\u0301fund', 'ref', '[Ré\u0301f]und'],
  ['Straße', 'strass', '[Straß]e'],
  ['cafe\u0301s', 'cafe', '[cafe\u0301]s'],
  ['refund, refunded', 'refund', '[refund], [refund]ed'],
  ['an e-mail, a mail', 'e-ma', 'an [e-ma]il, a mail'],
  ['東京都', '京', '東[京]都'],
  ['北京に東京', '東京', '北京に[東京]'],
  ['ｶﾞｽの料金', 'ガ', '[ｶﾞ]ｽの料金'],
  ['thanks 🎉🎉', '🎉', 'thanks [🎉🎉]'],
  ['abc', 'ab abc', '[abc]'],
  ['unfund', 'fund', 'unfund'],
  ['nothing', '"*', 'nothing'],
])('in %j, %j marks %j', (text, query, expected) => {
  expect(marked(text, query)).toBe(expected);
});

test('what is marked are the words asked for, in order, and there is a mark wherever the index finds one', () => {
  fc.assert(
    fc.property(anyText(12), anyText(4), (text, query) => {
      const terms = termsOf(query);
      const matches = matchesIn(text, terms);
      let last = -1;
      for (const [start, end] of matches) {
        expect(start).toBeGreaterThan(last);
        expect(end).toBeGreaterThan(start);
        last = end;
        const words = foldedWords(text.slice(start, end));
        expect(terms.some((term) => words.startsWith(term) || term.startsWith(words))).toBe(true);
      }
      const words = foldedWords(text);
      expect(matches.length > 0).toBe(terms.some((term) => words.includes(term)));
    }),
    { numRuns: 1_000 },
  );
});

test('a short text is shown whole', () => {
  expect(excerpt('Refund of $120', termsOf('refund'))).toEqual({ text: 'Refund of $120', matches: [[0, 6]] });
});

test('of a long text the surroundings of the first match are shown', () => {
  const text = `${'one two three. '.repeat(100)}A refund was agreed. ${'four five six. '.repeat(100)}refund`;
  const shown = excerpt(text, termsOf('refund'));
  expect(shown.text.length).toBeLessThan(300);
  expect(shown.text).toMatch(/^… \S.* A refund was agreed\. .*…$/);
  expect(shown.matches.map(([start, end]) => shown.text.slice(start, end))).toEqual(['refund']);
});

test('of a long text without a match the beginning is shown', () => {
  expect(excerpt('word '.repeat(100), []).text).toMatch(/^word .*…$/);
});

test('an excerpt cuts no letter in two and marks what it should', () => {
  const anyLongText = fc.array(fc.constantFrom('🎉', 'refund', ' ', '東', 'x'.repeat(50), ' of '), {
    minLength: 20,
    maxLength: 200,
  });
  fc.assert(
    fc.property(anyLongText, (pieces) => {
      const shown = excerpt(pieces.join(''), termsOf('refund'));
      expect(isWellFormed(shown.text)).toBe(true);
      for (const [start, end] of shown.matches)
        expect('refund'.startsWith(shown.text.slice(start, end))).toBe(true);
      expect(shown.matches.length > 0).toBe(foldedWords(pieces.join('')).includes(' refund'));
    }),
  );
});

function isWellFormed(text: string): boolean {
  return !/[\ud800-\udfff]/u.test(text); // with the flag, only a half that stands alone matches
}
