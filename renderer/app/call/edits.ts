// What can be changed on a call, as values: each change can be applied, taken back, and joined with the next of its kind.
import type { Call, CallPatch, Mark } from '../../../contract/call.ts';

export type Edit =
  | { on: 'call'; patch: CallPatch }
  /** Adds the mark, or replaces the one with the same id. */
  | { on: 'mark'; mark: Mark }
  | { on: 'mark-removal'; markId: string };

/** The call as it is after the edit. */
export function applyEdit(call: Call, edit: Edit): Call {
  switch (edit.on) {
    case 'call':
      return { ...call, ...edit.patch };
    case 'mark':
      return { ...call, marks: withMark(call.marks, edit.mark) };
    case 'mark-removal':
      return { ...call, marks: call.marks.filter((mark) => mark.id !== edit.markId) };
  }
}

/** In order of time; marks of one moment keep the order in which they were made. */
function withMark(marks: readonly Mark[], mark: Mark): Mark[] {
  const there = marks.some((each) => each.id === mark.id);
  const all = there ? marks.map((each) => (each.id === mark.id ? mark : each)) : [...marks, mark];
  return all.sort((a, b) => a.fromMs - b.fromMs || a.createdAt.localeCompare(b.createdAt));
}

/** The edit that takes `edit` back, made before `edit` is applied to `call`. */
export function inverseOf(call: Call, edit: Edit): Edit {
  if (edit.on === 'call') {
    const before = Object.keys(edit.patch).map((key) => [key, call[key as keyof CallPatch]]);
    return { on: 'call', patch: Object.fromEntries(before) as CallPatch };
  }
  const markId = edit.on === 'mark' ? edit.mark.id : edit.markId;
  const mark = call.marks.find((each) => each.id === markId);
  return mark ? { on: 'mark', mark } : { on: 'mark-removal', markId };
}

/** True when the call already says what the edit says. */
export function changesNothing(call: Call, edit: Edit): boolean {
  if (edit.on === 'call')
    return Object.entries(edit.patch).every(([key, value]) => call[key as keyof CallPatch] === value);
  if (edit.on === 'mark-removal') return !call.marks.some((mark) => mark.id === edit.markId);
  const before = call.marks.find((mark) => mark.id === edit.mark.id);
  const content = (mark: Mark) => JSON.stringify({ ...mark, updatedAt: '' });
  return before !== undefined && content(before) === content(edit.mark);
}

/** Two edits of the same target can be joined: the later says it all. */
export function targetOf(edit: Edit): string {
  if (edit.on === 'call') return `call ${Object.keys(edit.patch).sort().join(' ')}`;
  return edit.on === 'mark' ? `mark ${edit.mark.id}` : `removal ${edit.markId}`;
}

/** Of two edits of the same subject the later alone makes the call what both would: a mark is put whole, or it goes. */
export function subjectOf(edit: Edit): string {
  if (edit.on === 'call') return targetOf(edit);
  return `mark ${edit.on === 'mark' ? edit.mark.id : edit.markId}`;
}
