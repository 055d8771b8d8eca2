// How long a call's holds were, counted once where they overlap.
import type { Mark } from '../../../contract/call.ts';

export function heldMs(marks: readonly Mark[]): number {
  const holds = marks.filter((mark) => mark.kind === 'hold').sort((a, b) => a.fromMs - b.fromMs);
  let total = 0;
  let counted = 0;
  for (const { fromMs, toMs } of holds) {
    total += Math.max(0, toMs - Math.max(fromMs, counted));
    counted = Math.max(counted, toMs);
  }
  return total;
}
