import { expect, test } from 'vitest';
import type { Mark } from '../../../../contract/call.ts';
import { patchCall, withMark, withoutMark } from '../../../../main/library/edit-call.ts';
import { makeCall, makeMark, makePromise } from '../../../support/make-call.ts';

const now = Date.UTC(2027, 0, 1);
const call = makeCall({ durationMs: 60_000, marks: [makeMark({ id: 'a', fromMs: 30_000, toMs: 40_000 })] });

test('a patch changes what it names and nothing else', () => {
  expect(patchCall(call, { outcome: 'resolved', tags: ['x'] })).toEqual({
    ...call,
    outcome: 'resolved',
    tags: ['x'],
  });
  expect(patchCall(call, { company: undefined, notes: 'n' })).toEqual({ ...call, notes: 'n' });
});

test('a patch that changes nothing is none', () => {
  expect(patchCall(call, {})).toBeNull();
  expect(patchCall(call, { company: call.company, tags: [] })).toBeNull();
});

test('a patch cannot reach what a person may not change', () => {
  const patch = { durationMs: 1, id: 'x', marks: [] } as object;
  expect(patchCall(call, patch)).toBeNull();
});

test('marks are kept in the order of the call', () => {
  const { marks } = withMark(call, makeMark({ id: 'b', fromMs: 1_000, toMs: 2_000 }), now);
  expect(marks.map(({ id }) => id)).toEqual(['b', 'a']);
});

test('a mark with the same id is replaced; it keeps when it was made and what it does not know', () => {
  const old = { ...makePromise('Refund'), id: 'p', colour: 'red' };
  const promise = { ...old.promise!, status: 'kept' as const };
  Object.assign(old.promise!, { reminder: 'soon' });
  const sent: Mark = {
    ...makeMark({ id: 'p', kind: 'promise', text: 'Refund of $120', promise }),
    createdAt: '2030-01-01T00:00:00.000Z',
  };
  const { marks } = withMark({ ...call, marks: [old] }, sent, now);
  expect(marks).toEqual([
    {
      ...sent,
      colour: 'red',
      promise: { ...promise, reminder: 'soon' },
      createdAt: old.createdAt,
      updatedAt: '2027-01-01T00:00:00.000Z',
    },
  ]);
});

test('a mark that changes its kind loses the details of the old one', () => {
  const old = { ...makePromise('Refund'), id: 'p' };
  const { marks } = withMark({ ...call, marks: [old] }, makeMark({ id: 'p' }), now);
  expect(marks[0]).not.toHaveProperty('promise');
});

test.each([
  [-1, 10],
  [20, 10],
  [0, 61_001],
  [NaN, 10],
  [0, NaN],
  [0, Infinity],
])('a mark from %d to %d does not lie within a call of a minute', (fromMs, toMs) => {
  expect(() => withMark(call, makeMark({ fromMs, toMs }), now)).toThrow(
    expect.objectContaining({ code: 'bad-request' }),
  );
});

test.each([
  [0, 0],
  [0, 60_000],
  [60_400, 60_900],
])('a mark from %d to %d does, clocks differing a little', (fromMs, toMs) => {
  expect(withMark(call, makeMark({ fromMs, toMs }), now).marks).toHaveLength(2);
});

test('a mark is removed by its id; one that is not there is missing', () => {
  expect(withoutMark(call, 'a').marks).toEqual([]);
  expect(() => withoutMark(call, 'z')).toThrow(expect.objectContaining({ code: 'mark-missing' }));
});
