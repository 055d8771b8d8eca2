// Who is on the line at a moment of a call: the last agent that was named, unless the call was transferred since.
import type { Mark } from './call.ts';

/** Empty when nobody is known. `atMs`: a moment of the call. */
export function agentAt(marks: readonly Mark[], atMs: number): string {
  const known = marks
    .filter((mark) => (mark.kind === 'agent' || mark.kind === 'transfer') && mark.toMs <= atMs)
    .sort((one, other) => one.toMs - other.toMs || one.createdAt.localeCompare(other.createdAt))
    .at(-1);
  return known?.kind === 'agent' ? known.text.trim() : '';
}

/** The promise with whom it is from, should nobody have said so: who was on the line. Other marks as they are. */
export function withAgent(mark: Mark, marks: readonly Mark[]): Mark {
  if (!mark.promise || mark.promise.who !== '') return mark;
  const who = agentAt(marks, mark.toMs);
  return who === '' ? mark : { ...mark, promise: { ...mark.promise, who } };
}
