// Where a mark can be taken hold of on the waveform, and what dragging makes of it.
import type { Mark } from '../../../../contract/call.ts';
import type { PlacedBand } from './wave-bands.ts';

/** The start, the end, or the whole; `edge`: start and end are one, and the first move decides. */
export type Part = 'from' | 'to' | 'edge' | 'whole';

export interface Grip {
  markId: string;
  part: Part;
}

const reachPx = 5;
/** Names stand at the top: by its name a mark is moved as a whole. */
export const namesPx = 20;

/** What is under the pointer, the chosen mark before the others; null for none. */
export function gripAt(
  bands: readonly PlacedBand[],
  px: number,
  topPx: number,
  chosen: string | null,
): Grip | null {
  const marks = bands.filter(({ what }) => what === 'mark');
  const inOrder = [
    ...marks.filter(({ id }) => id === chosen),
    ...marks.filter(({ id }) => id !== chosen).reverse(),
  ];
  for (const { id, leftPx, rightPx } of inOrder) {
    const nearLeft = Math.abs(px - leftPx) <= reachPx;
    const nearRight = Math.abs(px - rightPx) <= reachPx;
    if (nearLeft && nearRight)
      return { markId: id, part: leftPx === rightPx ? 'edge' : px < leftPx ? 'from' : 'to' };
    if (nearLeft || nearRight) return { markId: id, part: nearLeft ? 'from' : 'to' };
  }
  if (topPx > namesPx) return null;
  const named = inOrder.find(
    ({ leftPx, rightPx, roomPx }) => px >= leftPx && px <= Math.max(rightPx, Math.max(0, leftPx) + roomPx),
  );
  return named ? { markId: named.id, part: 'whole' } : null;
}

/** The mark after its part was dragged by `byMs`: whole milliseconds, in the call, never turned inside out. */
export function dragged(mark: Mark, part: Part, byMs: number, durationMs: number): Mark {
  const last = Math.floor(durationMs);
  const fit = (ms: number, least: number, most: number) => Math.round(Math.min(Math.max(ms, least), most));
  const toMs = Math.max(mark.fromMs, mark.toMs);
  switch (part) {
    case 'edge':
      return dragged(mark, byMs < 0 ? 'from' : 'to', byMs, durationMs);
    case 'from':
      return { ...mark, fromMs: fit(mark.fromMs + byMs, 0, toMs), toMs };
    case 'to':
      return { ...mark, toMs: fit(toMs + byMs, mark.fromMs, Math.max(last, mark.fromMs)) };
    case 'whole': {
      const fromMs = fit(mark.fromMs + byMs, 0, Math.max(0, last - (toMs - mark.fromMs)));
      return { ...mark, fromMs, toMs: fromMs + (toMs - mark.fromMs) };
    }
  }
}
