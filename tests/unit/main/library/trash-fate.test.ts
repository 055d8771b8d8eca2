import { expect, test } from 'vitest';
import { fateOf } from '../../../../main/library/trash-fate.ts';
import { makeCall } from '../../../support/make-call.ts';

const note = { trashedAtMs: Date.UTC(2026, 10, 24), why: 'by-hand' as const, words: '' };
const isOpenCase = (name: string) => name === 'Refund';

test('a call goes thirty days after it was moved to the trash', () => {
  expect(fateOf({ note, call: makeCall() }, isOpenCase)).toEqual({
    kind: 'goes',
    atMs: Date.UTC(2026, 11, 24),
  });
  expect(fateOf({ note, call: makeCall({ case: 'Closed' }) }, isOpenCase).kind).toBe('goes');
});

test('a call of an open case stays, and so does one of which something is not known', () => {
  const ofCase = makeCall({ case: 'Refund' });
  expect(fateOf({ note, call: ofCase }, isOpenCase)).toEqual({
    kind: 'kept',
    because: 'open-case',
    case: 'Refund',
  });
  expect(fateOf({ note: null, call: ofCase }, isOpenCase)).toMatchObject({ because: 'open-case' });
  expect(fateOf({ note: null, call: makeCall() }, isOpenCase)).toEqual({
    kind: 'kept',
    because: 'unknown-date',
  });
  expect(fateOf({ note, call: null }, isOpenCase)).toEqual({ kind: 'kept', because: 'unreadable' });
});
