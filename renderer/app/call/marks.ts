// What can be read off a call's marks: which one is being heard, and how long the caller was kept on hold.
import type { Mark } from '../../../contract/call.ts';

/** A mark without length is "now" for as long as a person needs to see it. */
const momentMs = 4000;

/** The mark that is being heard at `atMs`: the one that began last among those not yet over. Null when there is none. */
export function markAt(marks: readonly Mark[], atMs: number): string | null {
  let heard: Mark | null = null;
  for (const mark of marks) {
    const toMs = Math.max(mark.toMs, mark.fromMs + momentMs);
    if (mark.fromMs <= atMs && atMs < toMs && (!heard || mark.fromMs >= heard.fromMs)) heard = mark;
  }
  return heard?.id ?? null;
}

/** Time on hold, with overlapping holds counted once. */
export function onHoldMs(marks: readonly Mark[]): number {
  const holds = marks.filter((mark) => mark.kind === 'hold').sort((a, b) => a.fromMs - b.fromMs);
  let total = 0;
  let countedTo = 0;
  for (const { fromMs, toMs } of holds) {
    total += Math.max(0, toMs - Math.max(fromMs, countedTo));
    countedTo = Math.max(countedTo, toMs);
  }
  return total;
}
