// Which stretches of a call need not be listened to: silence on the sides that are played, and hold.
import type { Mark, Side } from '../../../contract/call.ts';
import { quietLimit } from '../../../contract/quiet.ts';
import { loudestOf, type Level } from './wave/levels.ts';

export interface Span {
  fromMs: number;
  toMs: number;
}

/** Which sides are played. */
export type Heard = 'both' | Side;

/** A pause in speech is part of it; a longer silence is skipped but for its edges, so that no word loses its first sound. */
const leastSilenceMs = 1000;
const edgeMs = 250;

const sidesOf = (heard: Heard): readonly Side[] => (heard === 'both' ? ['you', 'them'] : [heard]);

/** In order, apart from each other. `level` is the finest there is. */
export function skippable(level: Level, heard: Heard, marks: readonly Mark[]): Span[] {
  const holds = marks.filter((mark) => mark.kind === 'hold' && mark.toMs > mark.fromMs);
  return joined([...silences(level, heard), ...holds]);
}

function silences(level: Level, heard: Heard): Span[] {
  const [first, second] = sidesOf(heard).map((side) => ({
    values: level[side],
    limit: limitOf(level[side]),
  }));
  const spans: Span[] = [];
  const { length } = first!.values;
  let beganAt = -1;
  for (let at = 0; at <= length; at += 1) {
    const silent =
      at < length &&
      first!.values[at]! <= first!.limit &&
      (second === undefined || second.values[at]! <= second.limit);
    if (silent && beganAt < 0) beganAt = at;
    if (silent || beganAt < 0) continue;
    const span = { fromMs: beganAt * level.bucketMs, toMs: at * level.bucketMs };
    beganAt = -1;
    if (span.toMs - span.fromMs >= leastSilenceMs)
      spans.push({ fromMs: span.fromMs + edgeMs, toMs: span.toMs - edgeMs });
  }
  return spans;
}

const limitOf = (values: Uint8Array) => quietLimit(loudestOf(values));

function joined(spans: readonly Span[]): Span[] {
  const all: Span[] = [];
  for (const { fromMs, toMs } of [...spans].sort((a, b) => a.fromMs - b.fromMs)) {
    const last = all.at(-1);
    if (last && fromMs <= last.toMs) last.toMs = Math.max(last.toMs, toMs);
    else all.push({ fromMs, toMs });
  }
  return all;
}

export interface Jump {
  /** Where to jump off, `atMs` itself or later, and where to land. */
  fromMs: number;
  toMs: number;
}

/** What is left of a stretch after a jump to its end, as seconds round: to jump again would be to stay there for ever. */
const leftByJumpMs = 5;

/** The next jump of a player that is at `atMs`: back to the start of a loop, or over what is skipped; null when there is none. */
export function nextJump(atMs: number, loop: Span | null, skipped: readonly Span[]): Jump | null {
  if (loop) return { fromMs: loop.toMs, toMs: loop.fromMs };
  let low = 0;
  for (let high = skipped.length; low < high;) {
    const middle = (low + high) >> 1;
    if (skipped[middle]!.toMs > atMs + leftByJumpMs) high = middle;
    else low = middle + 1;
  }
  const next = skipped[low];
  return next ? { fromMs: Math.max(next.fromMs, atMs), toMs: next.toMs } : null;
}
