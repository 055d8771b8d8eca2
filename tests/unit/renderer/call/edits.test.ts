// Every edit can be taken back, whatever the call was like before.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Call } from '../../../../contract/call.ts';
import {
  applyEdit,
  changesNothing,
  inverseOf,
  targetOf,
  type Edit,
} from '../../../../renderer/app/call/edits.ts';
import { anyEdit } from './any-edit.ts';
import { sampleCall, sampleMark } from './sample-call.ts';

describe('applyEdit', () => {
  test('changes what the patch says and nothing else', () => {
    const call = sampleCall();
    expect(applyEdit(call, { on: 'call', patch: { outcome: 'refused' } })).toEqual({
      ...call,
      outcome: 'refused',
    });
  });

  test('puts a mark where its time is', () => {
    const call = applyEdit(sampleCall(), { on: 'mark', mark: sampleMark('between', 700_000) });
    expect(call.marks.map((mark) => mark.id)).toEqual(['hold', 'between', 'promise']);
  });

  test('replaces the mark with the same id', () => {
    const changed = sampleMark('promise', 718_000, { kind: 'promise', text: 'Refund by Friday' });
    const call = applyEdit(sampleCall(), { on: 'mark', mark: changed });
    expect(call.marks).toHaveLength(2);
    expect(call.marks[1]?.text).toBe('Refund by Friday');
  });

  test('does not touch the call it was given', () => {
    const call = sampleCall();
    const before = structuredClone(call);
    applyEdit(call, { on: 'mark', mark: sampleMark('x', 1) });
    applyEdit(call, { on: 'mark-removal', markId: 'hold' });
    expect(call).toEqual(before);
  });
});

test('law: the inverse takes any edit back, after any others', () => {
  fc.assert(
    fc.property(fc.array(anyEdit, { maxLength: 8 }), anyEdit, (earlier, edit) => {
      const call = earlier.reduce<Call>(applyEdit, sampleCall());
      expect(applyEdit(applyEdit(call, edit), inverseOf(call, edit))).toEqual(call);
    }),
  );
});

describe('changesNothing', () => {
  test('knows what the call says already', () => {
    const call = sampleCall({ company: 'A' });
    expect(changesNothing(call, { on: 'call', patch: { company: 'A' } })).toBe(true);
    expect(changesNothing(call, { on: 'call', patch: { company: 'B' } })).toBe(false);
    expect(changesNothing(call, { on: 'mark-removal', markId: 'nowhere' })).toBe(true);
    const [hold] = call.marks;
    if (!hold) throw new Error('no mark');
    expect(changesNothing(call, { on: 'mark', mark: { ...hold, updatedAt: 'later' } })).toBe(true);
    expect(changesNothing(call, { on: 'mark', mark: { ...hold, text: 'long' } })).toBe(false);
  });
});

test('edits of one field or one mark share a target, and no others', () => {
  const company = (text: string): Edit => ({ on: 'call', patch: { company: text } });
  expect(targetOf(company('a'))).toBe(targetOf(company('b')));
  expect(targetOf(company('a'))).not.toBe(targetOf({ on: 'call', patch: { notes: 'a' } }));
  expect(targetOf({ on: 'mark', mark: sampleMark('x', 1) })).not.toBe(
    targetOf({ on: 'mark-removal', markId: 'x' }),
  );
});
