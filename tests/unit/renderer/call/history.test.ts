// Undo and redo lead back and forth over exactly what was done.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Call } from '../../../../contract/call.ts';
import { applyEdit, inverseOf, type Edit } from '../../../../renderer/app/call/edits.ts';
import {
  closed,
  noHistory,
  redone,
  undone,
  withChange,
  type History,
} from '../../../../renderer/app/call/history.ts';
import { anyEdit } from './any-edit.ts';
import { sampleCall } from './sample-call.ts';

interface Desk {
  call: Call;
  history: History;
}

const make = ({ call, history }: Desk, edit: Edit): Desk => ({
  call: applyEdit(call, edit),
  history: withChange(history, { forward: edit, inverse: inverseOf(call, edit) }),
});
const rest = ({ call, history }: Desk): Desk => ({ call, history: closed(history) });
const step = ({ call, history }: Desk, take: typeof undone): Desk => {
  const taken = take(history);
  return taken ? { call: applyEdit(call, taken[1]), history: taken[0] } : { call, history };
};
const company = (text: string): Edit => ({ on: 'call', patch: { company: text } });
const desk: Desk = { call: sampleCall({ company: '' }), history: noHistory };

describe('history', () => {
  test('typing in one box without a rest is one change', () => {
    const typed = ['N', 'No', 'Nor'].reduce((now, text) => make(now, company(text)), desk);
    expect(typed.history.done).toHaveLength(1);
    const back = step(typed, undone);
    expect(back.call.company).toBe('');
    expect(step(back, redone).call.company).toBe('Nor');
  });

  test('after a rest, or in another box, it is another change', () => {
    const rested = make(rest(make(desk, company('N'))), company('No'));
    expect(rested.history.done).toHaveLength(2);
    const other = make(make(desk, company('N')), { on: 'call', patch: { notes: 'x' } });
    expect(other.history.done).toHaveLength(2);
  });

  test('a new change ends what could be redone', () => {
    const undoneOnce = step(rest(make(desk, company('N'))), undone);
    expect(make(undoneOnce, company('C')).history.undone).toEqual([]);
  });

  test('typing on after an undo is not joined to what came before it', () => {
    const two = make(rest(make(desk, company('N'))), company('No'));
    const one = step(two, undone);
    const again = make(one, company('Nx'));
    expect(step(again, undone).call.company).toBe('N');
  });

  test('nothing done, nothing to undo', () => {
    expect(undone(noHistory)).toBeNull();
    expect(redone(noHistory)).toBeNull();
  });

  test('law: all undone is the beginning, all redone is the end', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyEdit, fc.boolean()), { maxLength: 30 }), (edits) => {
        let now: Desk = desk;
        for (const [edit, rests] of edits) now = rests ? rest(make(now, edit)) : make(now, edit);
        const end = now.call;
        while (now.history.done.length > 0) now = step(now, undone);
        expect(now.call).toEqual(desk.call);
        while (now.history.undone.length > 0) now = step(now, redone);
        expect(now.call).toEqual(end);
      }),
    );
  });
});
