import { expect, test } from 'vitest';
import { markMade } from '../../../../renderer/app/call/mark-made.ts';
import { makeCall, makeMark } from '../../../support/make-call.ts';

const made = { id: 'new', now: '2026-11-25T10:00:00.000Z' };
const call = makeCall({ durationMs: 60_000 });
const promise = { kind: 'promise', event: null } as const;

test('while it plays a mark reaches back to what was just heard, and not to before the call', () => {
  const mark = (atMs: number) => markMade(call, promise, { atMs, playing: true }, 10_000, made);
  expect(mark(30_000)).toMatchObject({ id: 'new', kind: 'promise', fromMs: 20_000, toMs: 30_000 });
  expect(mark(4_000)).toMatchObject({ fromMs: 0, toMs: 4_000 });
});

test('where the listener has stopped a mark begins, and ends with the call at the latest', () => {
  const mark = (atMs: number) => markMade(call, promise, { atMs, playing: false }, 10_000, made);
  expect(mark(30_000)).toMatchObject({ fromMs: 30_000, toMs: 40_000 });
  expect(mark(55_000)).toMatchObject({ fromMs: 55_000, toMs: 60_000 });
});

test('a promise is from whoever was on the line then, and a mark of consent says what happened', () => {
  const named = { ...call, marks: [makeMark({ kind: 'agent', text: 'Zoë', fromMs: 1_000, toMs: 2_000 })] };
  const at = { atMs: 30_000, playing: true };
  expect(markMade(named, promise, at, 0, made).promise).toMatchObject({ who: 'Zoë', status: 'open' });
  const told = markMade(call, { kind: 'consent', event: 'you-announced' }, at, 0, made);
  expect(told).toMatchObject({ kind: 'consent', consent: { event: 'you-announced' } });
  expect(told).not.toHaveProperty('promise');
});
