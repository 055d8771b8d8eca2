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

/** Just after a mark's start, "the mark before" means the one before it. */
const justStartedMs = 1500;

/** The first mark that begins after `atMs`. `marks` are in order of time, as a call has them. */
export function markNext(marks: readonly Mark[], atMs: number): Mark | null {
  return marks.find((mark) => mark.fromMs > atMs + 1) ?? null;
}

/** The last mark that began before `atMs`; one that began just now only when there is no earlier one. */
export function markBefore(marks: readonly Mark[], atMs: number): Mark | null {
  const begun = marks.filter((mark) => mark.fromMs <= atMs);
  const earlier = begun.filter((mark) => mark.fromMs < atMs - justStartedMs);
  return earlier.at(-1) ?? begun[0] ?? null;
}

/** What is played again and again for a mark: a moment has no length, so what follows it is heard. */
export function loopOf({ fromMs, toMs }: Mark, durationMs: number): { fromMs: number; toMs: number } {
  const long = toMs - fromMs >= leastLoopMs ? toMs : fromMs + momentMs;
  return { fromMs, toMs: Math.min(long, durationMs) };
}

const leastLoopMs = 200;
