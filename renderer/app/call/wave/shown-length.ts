// How much of the call is in sight, in words that are as exact as the zoom is near.
import { readableLength } from '../../ui/format.ts';

/** `31 min 20 s`, `4.2 s`, `120 ms`. */
export function shownLength(spanMs: number): string {
  if (spanMs < 1000) return `${Math.round(spanMs)} ms`;
  return spanMs < 10_000 ? `${(spanMs / 1000).toFixed(1)} s` : readableLength(spanMs);
}
