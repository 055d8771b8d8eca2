// The Range header: what a player asks for is what it gets.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseRange } from '../../../../main/app/byte-range.ts';

test.each([
  ['bytes=0-', { start: 0, end: 999 }],
  ['bytes=100-199', { start: 100, end: 199 }],
  ['bytes=100-5000', { start: 100, end: 999 }],
  ['bytes=-100', { start: 900, end: 999 }],
  ['bytes=-5000', { start: 0, end: 999 }],
  ['bytes=1000-', 'unsatisfiable'],
  ['bytes=-0', 'unsatisfiable'],
  ['bytes=200-100', null],
  ['bytes=0-1,5-6', null],
  ['lines=0-1', null],
  ['bytes=-', null],
])('%s of 1000 bytes', (header, span) => {
  expect(parseRange(header, 1000)).toEqual(span);
});

test('a span never lies outside the file', () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(), fc.nat(), fc.nat(10_000), (noise, from, to, size) => {
      for (const header of [noise, `bytes=${from}-${to}`, `bytes=-${to}`, `bytes=${from}-`]) {
        const span = parseRange(header, size);
        if (span === null || span === 'unsatisfiable') continue;
        expect(span.start).toBeGreaterThanOrEqual(0);
        expect(span.start).toBeLessThanOrEqual(span.end);
        expect(span.end).toBeLessThan(size);
      }
    }),
  );
});
