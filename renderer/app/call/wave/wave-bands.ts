// What lies over the waveform: a band for each mark, and hatched ones where sound is missing; with names where there is room.
import type { Call, Mark, MarkKind, Side } from '../../../../contract/call.ts';
import { marksOfConsent } from '../../../../contract/consent.ts';
import { pxOf, type View } from './view.ts';

export type BandTone = 'promise' | 'consent' | 'hold' | 'ink2';

export interface Band {
  id: string;
  fromMs: number;
  toMs: number;
  what: 'mark' | 'missing';
  /** The half it covers; null for both. */
  side: Side | null;
  tone: BandTone;
  name: string;
}

/** A band on screen. */
export interface PlacedBand extends Band {
  leftPx: number;
  rightPx: number;
  /** Room for its name; 0 when there is too little. */
  roomPx: number;
  /** Where marks stand so close that full lines would hide the sound. */
  faint: boolean;
}

const tones: Partial<Record<MarkKind, BandTone>> = { promise: 'promise', hold: 'hold' };

/** Narrower than this a name is only dots. */
const leastRoomPx = 44;
const mostRoomPx = 180;
/** Closer than this on average, lines are drawn faintly. */
const leastPxPerLine = 8;
/** What is missing must not be overlooked, however short it is. */
const leastGapPx = 3;

/** Gaps and pauses first, to lie beneath the marks, which are in order of time. */
export function bandsOf(call: Pick<Call, 'marks' | 'capture'>, nameOf: (mark: Mark) => string): Band[] {
  const marks = [...call.marks].sort((a, b) => a.fromMs - b.fromMs);
  const consented = marksOfConsent(marks);
  return [
    ...call.capture.gaps.map((gap, i) => missing(`gap-${i}`, gap, gap.side)),
    ...call.capture.pauses.map((pause, i) => missing(`pause-${i}`, pause, null)),
    ...marks.map((mark): Band => ({
      id: mark.id,
      fromMs: mark.fromMs,
      toMs: Math.max(mark.fromMs, mark.toMs),
      what: 'mark',
      side: null,
      tone: consented.has(mark.id) ? 'consent' : (tones[mark.kind] ?? 'ink2'),
      name: nameOf(mark),
    })),
  ];
}

function missing(id: string, { fromMs, toMs }: { fromMs: number; toMs: number }, side: Side | null): Band {
  return { id, fromMs, toMs, what: 'missing', side, tone: 'hold', name: '' };
}

/** The bands in sight. A name begins where its band comes into sight, and ends before the next one. */
export function placed(bands: readonly Band[], view: View, widthPx: number): PlacedBand[] {
  const untilMs = view.fromMs + view.spanMs;
  const seen = bands.filter(({ fromMs, toMs }) => toMs >= view.fromMs && fromMs <= untilMs);
  const marks = seen.filter(({ what }) => what === 'mark');
  const crowded = marks.length * leastPxPerLine > widthPx;
  let next = widthPx;
  return seen
    .reverse()
    .map((band): PlacedBand => {
      const leftPx = pxOf(view, band.fromMs, widthPx);
      const rightPx = pxOf(view, band.toMs, widthPx);
      if (band.what === 'missing')
        return { ...band, leftPx, rightPx: Math.max(rightPx, leftPx + leastGapPx), roomPx: 0, faint: false };
      const room = next - Math.max(0, leftPx) - 6;
      next = Math.max(0, leftPx);
      const roomPx = room < leastRoomPx ? 0 : Math.min(mostRoomPx, Math.floor(room));
      return { ...band, leftPx, rightPx, roomPx, faint: crowded && band.tone !== 'promise' };
    })
    .reverse();
}
