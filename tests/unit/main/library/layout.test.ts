import fc from 'fast-check';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { callFolder, isCallId, newCallId, startOfCallId } from '../../../../main/library/layout.ts';
import { anyCall } from './any-call.ts';
import { anyUnicode } from './any-unicode.ts';

const id = '20261123T140500Z-k7f3q2x9';

test('a new id says in UTC when the call started', () => {
  expect(newCallId(Date.UTC(2026, 10, 23, 14, 5, 0, 999))).toMatch(/^20261123T140500Z-[0-9a-z]{8}$/);
});

test('ids made by chance differ', () => {
  expect(new Set(Array.from({ length: 1000 }, () => newCallId(0))).size).toBe(1000);
});

test('an id gives back its second, and ids sort by start', () => {
  const anyStart = fc.integer({ min: Date.UTC(0, 0, 1), max: Date.UTC(9999, 11, 31) });
  fc.assert(
    fc.property(anyStart, anyStart, (one, other) => {
      expect(startOfCallId(newCallId(one))).toBe(Math.floor(one / 1000) * 1000);
      if (one - other >= 1000) expect(newCallId(one) > newCallId(other)).toBe(true);
    }),
  );
});

test('no call can start at a moment that no date has', () => {
  for (const ms of [NaN, Infinity, 1e300, Date.UTC(10_000, 0, 1), Date.UTC(-1, 0, 1)])
    expect(() => newCallId(ms)).toThrow(expect.objectContaining({ code: 'bad-request' }));
});

test('a call lies in a folder of its year', () => {
  expect(callFolder('/library', id)).toBe(resolve('/library/calls/2026', id));
});

test.each([
  '',
  '.',
  '..',
  '../../etc',
  `../${id}`,
  `${id}/..`,
  `${id}/../../..`,
  `${id}\\..`,
  `${id}\0`,
  `${id}\n`,
  ` ${id}`,
  `${id} (conflicted copy)`,
  `${id}.`,
  `${id}:stream`,
  id.toUpperCase(),
  '20261123T140500Z-k7f3q2x',
  '20261123T140500Z-k7f3q2x99',
  '20261123T140500Z-k7f3q2x/',
  '20261323T140500Z-k7f3q2x9',
  '20260231T140500Z-k7f3q2x9',
  '20261123T250500Z-k7f3q2x9',
  '２０２６1123T140500Z-k7f3q2x9',
  '2026112３T140500Z-k7f3q2x9',
  'CON',
  '__proto__',
])('%j is not the id of a call and becomes no path', (text) => {
  expect(isCallId(text)).toBe(false);
  expect(() => callFolder('/library', text)).toThrow(expect.objectContaining({ code: 'bad-request' }));
});

test('whatever is asked for, no folder lies outside of the library', () => {
  const pieces = fc.constantFrom('..', '/', '\\', '\0', '.', id, '2026', ':', '~', 'Z', '%2e', 'é', '\u202e');
  const hostile = fc.oneof(
    fc.string(),
    anyUnicode(20),
    fc.array(pieces).map((some) => some.join('')),
    anyCall.map((call) => call.id),
  );
  fc.assert(
    fc.property(hostile, (text) => {
      let folder;
      try {
        folder = callFolder('/library', text);
      } catch (cause) {
        expect(cause).toMatchObject({ code: 'bad-request' });
        return;
      }
      expect(resolve(folder)).toBe(`/library/calls/${text.slice(0, 4)}/${text}`);
    }),
    { numRuns: 2000 },
  );
});
