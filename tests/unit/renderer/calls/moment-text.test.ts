// The words of a moment: nothing is lost or marked wrongly, whatever comes.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { piecesOf } from '../../../../renderer/app/calls/moment-text.ts';

const shown = (text: string, ...matches: [number, number][]) =>
  piecesOf(text, matches)
    .map((piece) => (piece.hit ? `[${piece.text}]` : piece.text))
    .join('');

describe('piecesOf', () => {
  test('marks what was looked for', () => {
    expect(shown('we will send the refund', [17, 23])).toBe('we will send the [refund]');
    expect(shown('refund', [0, 6])).toBe('[refund]');
    expect(shown('no match')).toBe('no match');
    expect(shown('')).toBe('');
  });

  test('takes matches in any order, touching, overlapping, or past the end', () => {
    expect(shown('one two three', [8, 99], [0, 3])).toBe('[one] two [three]');
    expect(shown('abcdef', [0, 2], [2, 4], [3, 5])).toBe('[abcde]f');
    expect(shown('abc', [2, 2], [-4, 1])).toBe('[a]bc');
  });

  test('begins near a late match, at a word', () => {
    const text =
      'They first asked for my customer number and then for my birthday, after which the refund came up';
    expect(shown(text, [82, 88])).toBe('…after which the [refund] came up');
  });

  test('shows lines as one line', () => {
    expect(shown('first\nsecond', [6, 12])).toBe('first [second]');
  });

  test('law: without the dots it is a part of the text, and every mark is on its own words', () => {
    const spans = fc.array(fc.tuple(fc.nat(700), fc.nat(700)), { maxLength: 6 });
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 700 }), spans, (text, matches) => {
        const pieces = piecesOf(text, matches);
        const words = pieces.map((piece) => piece.text).join('');
        const flat = text.replace(/\s/g, ' ');
        const inner = words.replace(/^…/, '').replace(/…$/, '');
        expect(flat.includes(inner) || flat.includes(words)).toBe(true);
        for (const piece of pieces) expect(piece.text).not.toBe('');
        const marked = matches.filter(([a, b]) => a < b && a < flat.length);
        expect(pieces.some((piece) => piece.hit)).toBe(marked.length > 0);
      }),
    );
  });
});
