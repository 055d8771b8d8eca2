// Who is on the line at a moment of a call: the last agent that was named, unless the call was transferred since.
import type { Mark } from '../../../contract/call.ts';

/** Empty when nobody was named. */
export function agentAt(marks: readonly Mark[], atMs: number): string {
  const known = marks
    .filter((mark) => (mark.kind === 'agent' || mark.kind === 'transfer') && mark.toMs <= atMs)
    .sort((one, other) => one.toMs - other.toMs || one.createdAt.localeCompare(other.createdAt))
    .at(-1);
  return known?.kind === 'agent' ? known.text.trim() : '';
}
