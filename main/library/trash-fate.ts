// What becomes of a call in the trash when nobody touches it. Whatever is not known keeps it.
import { daysInTrash, type Fate } from '../../contract/trash.ts';
import type { TrashEntry } from './trash-list.ts';

const dayMs = 24 * 3600 * 1000;

export function fateOf(
  { note, call }: Pick<TrashEntry, 'note' | 'call'>,
  isOpenCase: (name: string) => boolean,
): Fate {
  if (call === null) return { kind: 'kept', because: 'unreadable' };
  if (call.case.trim() !== '' && isOpenCase(call.case))
    return { kind: 'kept', because: 'open-case', case: call.case };
  // Moved here before it began: the clock was wrong then, and nobody knows since when it is here.
  if (note === null || note.trashedAtMs < Date.parse(call.startedAt))
    return { kind: 'kept', because: 'unknown-date' };
  return { kind: 'goes', atMs: note.trashedAtMs + daysInTrash * dayMs };
}
