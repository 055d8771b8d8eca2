import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold, foldedWords, wordsOf } from '../../../../main/index/words.ts';
import { anyUnicode } from '../library/any-unicode.ts';

test.each([
  ['Refund of $120', ' refund of 120'],
  ['CAFÉ Zürich', ' cafe zurich'],
  ['cafe\u0301', ' cafe'],
  ['Straße, Łódź & Åland', ' strasse lodz aland'],
  ['İstanbul ısı', ' istanbul isi'],
  ['ΟΔΟΣ οδός', ' οδοσ οδοσ'],
  ['Йод', ' иод'],
  ['שָׁלוֹם', ' שלום'],
  ['ＲＥＦＵＮＤ', ' refund'],
  ['返金します', ' 返 金 し ま す'],
  ['カード', ' カ ー ド'],
  ['か が', ' か が'],
  ['ｶﾞｽ ﾊﾟ', ' ガ ス パ'],
  ['ขอเงินคืน', ' ข อ เ งิ น คื น'],
  ['환불 요청', ' 환불 요청'],
  ['हिन्दी', ' हिन्दी'],
  ['done 👍🏽🎉', ' done 👍 🎉'],
  ["don't O'Neil", ' don t o neil'],
  ['follow-up @ 10:30', ' follow up 10 30'],
  ['a\0b\tc\nd', ' a b c d'],
  ['"*():^-', ''],
  ['', ''],
])('the words of %j are%j', (text, words) => {
  expect(foldedWords(text)).toBe(words);
});

test('each word knows where it stands', () => {
  expect(wordsOf('Über 東京!')).toEqual([
    { folded: 'uber', start: 0, end: 4 },
    { folded: '東', start: 5, end: 6 },
    { folded: '京', start: 6, end: 7 },
  ]);
});

test('a word without end is cut, and not in the middle of a letter', () => {
  expect(fold('x'.repeat(5_000))).toBe('x'.repeat(64));
  expect(fold('𐐨'.repeat(100))).toBe('𐐨'.repeat(64));
});

test('any text has words that stand where they say, hold nothing but letters, and are words of themselves', () => {
  fc.assert(
    fc.property(anyUnicode(40), (text) => {
      const words = wordsOf(text);
      const stands = words.map(({ start, end }) => [start, end]).flat();
      expect(stands).toEqual([...stands].sort((one, other) => one - other));
      expect(words.filter(({ start, end }) => start >= end || end > text.length)).toEqual([]);
      expect(words.filter(({ folded }) => /[\s"*=\0]/.test(folded))).toEqual([]);
      expect(words.map(({ start, end }) => fold(text.slice(start, end)))).toEqual(
        words.map(({ folded }) => folded),
      );
    }),
    { numRuns: 1_000 },
  );
});

test('plain text has the same words on the short way as on the long one', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => {
      expect(foldedWords(`${text} é`)).toBe(`${foldedWords(text)} e`);
    }),
  );
});
