// Undo and redo: two stacks of changes, each with the edit that makes it and the one that takes it back.
import { targetOf, type Edit } from './edits.ts';

export interface Change {
  forward: Edit;
  inverse: Edit;
}

export interface History {
  done: readonly Change[];
  undone: readonly Change[];
  /** True while further edits of the same target belong to the last change: someone is still typing. */
  open: boolean;
}

export const noHistory: History = { done: [], undone: [], open: false };

/** Far more than anyone takes back; a bound, so that a day of typing does not pile up. */
const most = 200;

/** Adds a change; what was undone can no longer be redone. */
export function withChange(history: History, change: Change): History {
  const last = history.done.at(-1);
  const joins = history.open && last && targetOf(last.forward) === targetOf(change.forward);
  const done = joins
    ? [...history.done.slice(0, -1), { forward: change.forward, inverse: last.inverse }]
    : [...history.done, change].slice(-most);
  return { done, undone: [], open: true };
}

/** The last change is complete: the next edit is one of its own. */
export const closed = (history: History): History => (history.open ? { ...history, open: false } : history);

/** The edit that takes the last change back, and the history after it; null when there is none. */
export function undone(history: History): [History, Edit] | null {
  const last = history.done.at(-1);
  if (!last) return null;
  return [{ done: history.done.slice(0, -1), undone: [...history.undone, last], open: false }, last.inverse];
}

/** The edit that makes the last undone change again, and the history after it; null when there is none. */
export function redone(history: History): [History, Edit] | null {
  const last = history.undone.at(-1);
  if (!last) return null;
  return [{ done: [...history.done, last], undone: history.undone.slice(0, -1), open: false }, last.forward];
}
