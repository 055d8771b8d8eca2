// What is not in a recording, or changed in mid-call, in order of time and ready to be said.
import type { Capture, Side } from '../../../contract/call.ts';
import { shortClock } from '../ui/format.ts';

export type Missing = { id: string; atMs: number; from: string; to: string } & (
  | { what: 'gap'; side: Side; cause: string }
  | { what: 'pause' | 'notesOnly' }
  /** `from` is a moment, `to` the name of the new source. */
  | { what: 'change'; side: Side }
);

/** Whole seconds that enclose what is missing: never said to be shorter than it is. */
const enclosing = (fromMs: number, toMs: number) => ({
  atMs: fromMs,
  from: shortClock(fromMs),
  to: shortClock(Math.ceil(toMs / 1000) * 1000),
});

export function missingOf({ gaps, pauses, sourceChanges }: Capture): Missing[] {
  const all: Missing[] = [
    ...gaps.map((gap, i): Missing => ({
      what: 'gap',
      id: `gap-${i}`,
      side: gap.side,
      cause: gap.cause,
      ...enclosing(gap.fromMs, gap.toMs),
    })),
    ...pauses.map((pause, i): Missing => ({
      what: pause.why === 'notes-only' ? 'notesOnly' : 'pause',
      id: `pause-${i}`,
      ...enclosing(pause.fromMs, pause.toMs),
    })),
    ...sourceChanges.map((change, i): Missing => ({
      what: 'change',
      id: `change-${i}`,
      side: change.side,
      atMs: change.atMs,
      from: shortClock(change.atMs),
      to: change.to,
    })),
  ];
  return all.sort((a, b) => a.atMs - b.atMs);
}
