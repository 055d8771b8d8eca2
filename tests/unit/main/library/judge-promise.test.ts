// A verdict changes the promise it is on, and nothing else of the call.
import { expect, test } from 'vitest';
import type { Mark } from '../../../../contract/call.ts';
import { callSchema } from '../../../../main/library/call-schema.ts';
import { verdictOf, withVerdict } from '../../../../main/library/judge-promise.ts';
import { makeCall, makeMark, makePromise } from '../../../support/make-call.ts';

const nowMs = Date.UTC(2026, 10, 25, 9);
const decidedAt = '2026-11-25T09:00:00.000Z';
const proof = { callId: '20261124T120000Z-00000abc', markId: null, text: 'credited' };

test('a verdict and its proof are put on the promise; other marks and unknown fields stay as they were', () => {
  const promise = { ...makePromise('Refund', { due: '2026-11-20' }), shelf: 'theirs' } as Mark;
  const call = { ...makeCall({ marks: [makeMark(), promise] }), drawer: 7 };
  const judged = withVerdict(call, promise.id, { status: 'kept', decidedAt, proof }, nowMs);
  expect(judged).toEqual({
    ...call,
    marks: [
      call.marks[0],
      {
        ...promise,
        updatedAt: new Date(nowMs).toISOString(),
        promise: { ...promise.promise, status: 'kept', decidedAt, proof },
      },
    ],
  });
  expect(callSchema.safeParse(judged).success).toBe(true);
});

test('what a verdict replaced can be put back, whatever it was', () => {
  const former = [
    makePromise('Open'),
    makePromise('Kept', { status: 'kept', decidedAt, proof }),
    makePromise('Broken', { status: 'broken', decidedAt }),
  ];
  for (const promise of former) {
    const call = makeCall({ marks: [promise] });
    const judged = withVerdict(call, promise.id, { status: 'late', decidedAt, proof }, nowMs);
    const back = withVerdict(judged, promise.id, verdictOf(promise), nowMs);
    expect(back.marks[0]!.promise).toEqual(promise.promise);
  }
});

test('a promise that another program wrote without details can be judged; what is no promise cannot', () => {
  const bare = makeMark({ kind: 'promise', text: 'Refund' });
  const note = makeMark();
  const call = makeCall({ marks: [bare, note] });
  const verdict = { status: 'broken', decidedAt } as const;
  expect(verdictOf(bare)).toEqual({ status: 'open', decidedAt: null });
  expect(withVerdict(call, bare.id, verdict, nowMs).marks[0]!.promise).toEqual({
    who: '',
    due: null,
    amount: null,
    ...verdict,
  });
  for (const id of [note.id, 'none'])
    expect(() => withVerdict(call, id, verdict, nowMs)).toThrow(
      expect.objectContaining({ code: 'mark-missing' }),
    );
});
