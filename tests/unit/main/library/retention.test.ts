// Which calls a rule moves and which it leaves.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Call } from '../../../../contract/call.ts';
import { agedBeforeMs } from '../../../../main/library/retention-rule.ts';
import { decideRetention } from '../../../../main/library/retention.ts';
import { makeCall, makeMark, makePromise } from '../../../support/make-call.ts';
import { anyCall } from './any-call.ts';

const now = Date.UTC(2026, 10, 23, 15);
const rule = { months: 12 };
const old = (fields: Partial<Call> = {}) => makeCall({ startedAt: '2024-05-03T10:00:00.000Z', ...fields });
const isOpenCase = (name: string) => name !== 'Closed';
const decide = (calls: Call[]) => decideRetention(calls, rule, now, isOpenCase);

test.each([
  ['2026-11-23T15:00:00.000Z', 12, '2025-11-23T15:00:00.000Z'],
  ['2026-03-31T08:30:00.000Z', 1, '2026-02-28T08:30:00.000Z'],
  ['2028-03-31T00:00:00.000Z', 1, '2028-02-29T00:00:00.000Z'],
  ['2028-02-29T12:00:00.000Z', 12, '2027-02-28T12:00:00.000Z'],
  ['2026-01-15T00:00:00.000Z', 600, '1976-01-15T00:00:00.000Z'],
])('at %s, %i months ago was %s', (at, months, before) => {
  expect(new Date(agedBeforeMs({ months }, Date.parse(at))).toISOString()).toBe(before);
});

test('a call that began before the time it is kept for goes; one that began at that moment stays', () => {
  const before = makeCall({ startedAt: '2025-11-23T14:59:59.999Z' });
  const at = makeCall({ startedAt: '2025-11-23T15:00:00.000Z' });
  expect(decide([before, at])).toEqual({ go: [before], stay: [] });
});

test('calls of open cases, with open promises, taken back, and worked on lately stay, each with its reason', () => {
  const calls = [
    old({ case: 'Refund' }),
    old({ marks: [makePromise('A letter')] }),
    old({ marks: [makeMark({ kind: 'promise', text: 'by another program, without details' })] }),
    old({ keep: true }),
    old({ updatedAt: '2026-10-25T00:00:00.000Z' }),
  ];
  expect(decide(calls).go).toEqual([]);
  expect(decide(calls).stay.map(({ because }) => because)).toEqual([
    'open-case',
    'open-promise',
    'open-promise',
    'taken-back',
    'changed-lately',
  ]);
});

test('calls of closed cases and with decided promises go', () => {
  const calls = [
    old({ case: 'Closed' }),
    old({ marks: [makePromise('A letter', { status: 'broken' }), makeMark()] }),
    old({ keep: false, updatedAt: '2026-10-24T14:59:59.000Z' }),
  ];
  expect(decide(calls)).toEqual({ go: calls, stay: [] });
});

test('whatever the calls: each is in one place at most, what goes has no reason to stay, and a longer time takes no more', () => {
  const months = fc.integer({ min: 1, max: 600 });
  const nowMs = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2100, 0, 1) });
  fc.assert(
    fc.property(fc.array(anyCall, { maxLength: 8 }), months, months, nowMs, (calls, one, other, at) => {
      const isOpen = (name: string) => name.length % 2 === 0;
      const decideFor = (kept: number) => decideRetention(calls, { months: kept }, at, isOpen);
      const short = decideFor(Math.min(one, other));
      const long = decideFor(Math.max(one, other));
      const beforeMs = agedBeforeMs({ months: Math.min(one, other) }, at);
      const isAged = ({ startedAt }: Call) => Date.parse(startedAt) < beforeMs;
      const stay = short.stay.map(({ call }) => call);

      expect([...short.go, ...stay].every(isAged)).toBe(true);
      expect(calls.filter((call) => short.go.includes(call) !== stay.includes(call))).toEqual(
        calls.filter(isAged),
      );
      for (const call of short.go) {
        expect(call.keep).not.toBe(true);
        expect(call.case.trim() === '' || !isOpen(call.case)).toBe(true);
        expect(
          call.marks.some(
            ({ kind, promise }) => kind === 'promise' && (promise?.status ?? 'open') === 'open',
          ),
        ).toBe(false);
      }
      expect(long.go.every((call) => short.go.includes(call))).toBe(true);
      // Decided one by one, or once more, it is the same decision.
      expect(calls.flatMap((call) => decideRetention([call], { months: one }, at, isOpen).go)).toEqual(
        decideFor(one).go,
      );
    }),
  );
});
