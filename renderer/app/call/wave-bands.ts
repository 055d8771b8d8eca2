// What lies over the waveform: a band for each mark, and hatched ones where sound is missing; with names where there is room.
import type { Call, Mark, MarkKind, Side } from '../../../contract/call.ts';
import { shownKind } from '../../../contract/consent.ts';

export interface Band {
  id: string;
  fromMs: number;
  toMs: number;
  /** The half it covers; null for both. */
  side: Side | null;
  /** CSS colours: of the band, and of its name, which has to be readable. */
  colour: string;
  ink: string;
  hatched: boolean;
  /** Where marks stand so close that full lines would hide the sound. */
  faint: boolean;
  /** Empty when there is no room for it. */
  name: string;
  roomPx: number;
}

const markColour: Record<MarkKind, string> = {
  promise: 'var(--promise)',
  consent: 'var(--consent)',
  hold: 'var(--hold)',
  reference: 'var(--ink-2)',
  agent: 'var(--ink-2)',
  transfer: 'var(--ink-2)',
  refusal: 'var(--ink-2)',
  note: 'var(--ink-2)',
};

/** Narrower than this a name is only dots. */
const leastRoomPx = 44;
const mostRoomPx = 180;
/** Closer than this on average, lines are drawn faintly. */
const leastPxPerLine = 8;
const leastGapPx = 3;

/** Marks in order of time; gaps and pauses beneath them. */
export function bandsOf(
  call: Pick<Call, 'marks' | 'capture'>,
  nameOf: (mark: Mark) => string,
  durationMs: number,
  widthPx: number,
): Band[] {
  const seenMs = widthPx > 0 ? (leastGapPx / widthPx) * durationMs : 0;
  const missing = [
    ...call.capture.gaps.map((gap, i) => hatchedBand(`gap-${i}`, gap, gap.side, seenMs)),
    ...call.capture.pauses.map((pause, i) => hatchedBand(`pause-${i}`, pause, null, seenMs)),
  ];
  const marks = [...call.marks].sort((a, b) => a.fromMs - b.fromMs);
  const pxOf = (ms: number) => (durationMs > 0 ? (ms / durationMs) * widthPx : 0);
  const crowded = marks.length * leastPxPerLine > widthPx;
  return [
    ...missing,
    ...marks.map((mark, i): Band => {
      const next = marks[i + 1];
      const room = (next ? pxOf(next.fromMs) : widthPx) - pxOf(mark.fromMs) - 6;
      const named = room >= leastRoomPx;
      return {
        id: mark.id,
        fromMs: mark.fromMs,
        toMs: Math.max(mark.fromMs, mark.toMs),
        side: null,
        colour: markColour[shownKind(mark)],
        ink: mark.kind === 'hold' ? 'var(--ink-2)' : markColour[shownKind(mark)],
        hatched: false,
        faint: crowded && mark.kind !== 'promise',
        name: named ? nameOf(mark) : '',
        roomPx: named ? Math.min(mostRoomPx, Math.floor(room)) : 0,
      };
    }),
  ];
}

/** Never narrower than can be seen: what is missing must not be overlooked. */
const hatchedBand = (
  id: string,
  { fromMs, toMs }: { fromMs: number; toMs: number },
  side: Side | null,
  seenMs: number,
): Band => ({
  id,
  fromMs,
  toMs: Math.max(toMs, fromMs + Math.max(1, seenMs)),
  side,
  colour: 'var(--hold)',
  ink: 'var(--ink-2)',
  hatched: true,
  faint: false,
  name: '',
  roomPx: 0,
});
