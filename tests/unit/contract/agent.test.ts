// Who is on the line: the last one named, until the call is transferred.
import { expect, test } from 'vitest';
import type { Mark, MarkKind } from '../../../contract/call.ts';
import { agentAt, withAgent } from '../../../contract/agent.ts';

const mark = (kind: MarkKind, toMs: number, text = ''): Mark => ({
  id: `${kind}-${toMs}`,
  kind,
  fromMs: Math.max(0, toMs - 5_000),
  toMs,
  text,
  createdAt: '2026-11-24T14:00:00.000Z',
  updatedAt: '2026-11-24T14:00:00.000Z',
});
const promised = (toMs: number, who = ''): Mark => ({
  ...mark('promise', toMs),
  promise: { who, due: null, amount: null, status: 'open', decidedAt: null },
});
const marks = [mark('agent', 10_000, ' Maria '), mark('transfer', 60_000), mark('agent', 90_000, 'Tom')];

test('nobody is known before the first is named', () => expect(agentAt(marks, 5_000)).toBe(''));
test('the last one named is on the line', () => expect(agentAt(marks, 30_000)).toBe('Maria'));
test('a transfer ends the agent', () => expect(agentAt(marks, 70_000)).toBe(''));
test('and the next one named is on the line', () => expect(agentAt(marks, 100_000)).toBe('Tom'));
test('a promise is from who was on the line', () =>
  expect(withAgent(promised(30_000), marks).promise?.who).toBe('Maria'));
test('unless it says from whom', () =>
  expect(withAgent(promised(30_000, 'the supervisor'), marks).promise?.who).toBe('the supervisor'));
test('other marks stay as they are', () => expect(withAgent(marks[1]!, marks)).toBe(marks[1]));
