// Editing shows at once, saves in order, says "saved" only when it is, and loses nothing when saving fails.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Call } from '../../../../contract/call.ts';
import { Failure } from '../../../../contract/failure.ts';
import { CallEditor, restMs } from '../../../../renderer/app/call/call-editor.ts';
import { applyEdit, type Edit } from '../../../../renderer/app/call/edits.ts';
import { sampleCall } from './sample-call.ts';

/** A library of one call. `broken` makes saving fail; `held` keeps answers back until `release`. */
function library(call: Call) {
  const kept = { call, saved: [] as Edit[], broken: false, held: false, release: () => {}, refuses: '' };
  const save = async (_id: string, edit: Edit) => {
    if (kept.held) await new Promise<void>((release) => (kept.release = release));
    if (kept.refuses && JSON.stringify(edit).includes(kept.refuses))
      throw new Failure('bad-request', 'too long');
    if (kept.broken) throw new Failure('disk-full', 'full');
    kept.saved.push(edit);
    kept.call = { ...applyEdit(kept.call, edit), revision: kept.call.revision + 1 };
    const answer = kept.call;
    return () => answer;
  };
  return { kept, save };
}

const company = (text: string): Edit => ({ on: 'call', patch: { company: text } });
const notes = (text: string): Edit => ({ on: 'call', patch: { notes: text } });
const drained = () => vi.advanceTimersByTimeAsync(0);

function desk() {
  const { kept, save } = library(sampleCall({ company: 'A' }));
  const editor = new CallEditor(kept.call, save);
  return { kept, editor, phase: () => editor.view().save.phase };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('CallEditor', () => {
  test('saves typing once it rests, as one', async () => {
    const { kept, editor, phase } = desk();
    for (const text of ['N', 'No', 'Nor']) editor.type(company(text));
    expect(editor.view().call.company).toBe('Nor');
    expect(phase()).toBe('saving');
    await vi.advanceTimersByTimeAsync(restMs - 1);
    expect(kept.saved).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(kept.saved).toEqual([company('Nor')]);
    expect(phase()).toBe('saved');
  });

  test('saves at once when the box is left', async () => {
    const { kept, editor } = desk();
    editor.type(company('North'));
    editor.rest();
    await drained();
    expect(kept.call.company).toBe('North');
  });

  test('does not say saved before the answer is there', async () => {
    const { kept, editor, phase } = desk();
    kept.held = true;
    editor.change(company('North'));
    await vi.advanceTimersByTimeAsync(5000);
    expect(phase()).toBe('saving');
    kept.release();
    await drained();
    expect(phase()).toBe('saved');
  });

  test('keeps what is typed while an earlier save is on its way, and saves it after', async () => {
    const { kept, editor } = desk();
    kept.held = true;
    editor.type(company('N'));
    editor.rest();
    editor.type(company('No'));
    editor.type(notes('x'));
    kept.held = false;
    kept.release();
    await drained();
    expect(editor.view().call).toMatchObject({ company: 'No', notes: 'x' });
    await vi.advanceTimersByTimeAsync(restMs);
    expect(kept.saved).toEqual([company('N'), company('No'), notes('x')]);
    expect(editor.settled).toBe(true);
  });

  test('a change that changes nothing is neither saved nor undone', async () => {
    const { kept, editor, phase } = desk();
    editor.change(company('A'));
    await drained();
    expect(phase()).toBe('untouched');
    editor.undo();
    await drained();
    expect(kept.saved).toEqual([]);
  });

  test('says a failure, keeps every word, and gets them through later in order', async () => {
    const { kept, editor, phase } = desk();
    kept.broken = true;
    editor.change(company('North'));
    await drained();
    expect(editor.view().save).toEqual({ phase: 'failed', code: 'disk-full' });
    editor.type(notes('they promised'));
    expect(phase()).toBe('failed');
    expect(editor.view().call).toMatchObject({ company: 'North', notes: 'they promised' });
    expect(editor.settled).toBe(false);
    kept.broken = false;
    editor.retry();
    await vi.advanceTimersByTimeAsync(restMs);
    expect(kept.saved).toEqual([company('North'), notes('they promised')]);
    expect(phase()).toBe('saved');
  });

  test('what the library refuses holds up nothing else, and is not asked for again once it is put right', async () => {
    const { kept, editor, phase } = desk();
    kept.refuses = 'far too long';
    editor.change(company('far too long'));
    editor.change(notes('they promised'));
    await drained();
    expect(kept.saved).toEqual([notes('they promised')]);
    expect(editor.view().save).toEqual({ phase: 'failed', code: 'bad-request' });
    editor.change({ on: 'mark-removal', markId: 'hold' });
    editor.change(company('North'));
    await drained();
    expect(kept.call).toMatchObject({ company: 'North', notes: 'they promised' });
    expect(phase()).toBe('saved');
  });

  test('what was refused on its way is not saved over what was written meanwhile', async () => {
    const { kept, editor, phase } = desk();
    kept.held = true;
    kept.refuses = 'far too long';
    editor.change(company('far too long'));
    editor.change(company('North'));
    kept.held = false;
    kept.release();
    await drained();
    expect(kept.saved).toEqual([company('North')]);
    expect(phase()).toBe('saved');
  });

  test('undo and redo are saved like any other change', async () => {
    const { kept, editor } = desk();
    editor.change(company('North'));
    editor.change({ on: 'mark-removal', markId: 'promise' });
    await drained();
    expect(kept.call.marks).toHaveLength(1);
    editor.undo();
    await drained();
    expect(kept.call.marks.map((mark) => mark.id)).toEqual(['hold', 'promise']);
    editor.undo();
    await drained();
    expect(kept.call.company).toBe('A');
    editor.redo();
    await drained();
    expect(kept.call.company).toBe('North');
  });

  test('undo in the midst of typing takes all of it back', async () => {
    const { kept, editor } = desk();
    for (const text of ['N', 'No']) editor.type(company(text));
    editor.undo();
    await drained();
    expect(kept.call.company).toBe('A');
    expect(editor.settled).toBe(true);
  });

  test('news from the library come in, beneath what is not saved yet', () => {
    const { editor } = desk();
    editor.type(company('North'));
    editor.receive(sampleCall({ company: 'Elsewhere', notes: 'from elsewhere', revision: 9 }));
    expect(editor.view().call).toMatchObject({ company: 'North', notes: 'from elsewhere' });
  });

  test('older news do not come in', () => {
    const { editor } = desk();
    editor.receive(sampleCall({ company: 'Old', revision: 6 }));
    expect(editor.view().call.company).toBe('A');
  });

  test('tells its listeners, until they leave', () => {
    const { editor } = desk();
    const heard = vi.fn<() => void>();
    const leave = editor.subscribe(heard);
    editor.type(company('N'));
    expect(heard).toHaveBeenCalled();
    leave();
    heard.mockClear();
    editor.type(company('No'));
    expect(heard).not.toHaveBeenCalled();
  });
});
