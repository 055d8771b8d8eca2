// What the waveform is made of at a zoom: for each column the highest and lowest the sound gets, from peaks or real samples.
import type { Side } from '../../../../contract/call.ts';
import type { Piece } from './decode-sound.ts';
import { levelFor, loudestIn, type Levels } from './levels.ts';
import type { View } from './view.ts';

export interface Columns {
  /** From the start of one column to the next, and where the first one starts: 0 or less. */
  stepPx: number;
  firstPx: number;
  /** From -1 to 1 of full scale; `low` is `-high` where only peaks are known. */
  high: Float32Array;
  low: Float32Array;
}

/** Nearer than this the stored peaks are wider than a bar, and samples take their place. */
const peakMs = 10;
const barPx = 3;
export const showsSamples = (view: View, widthPx: number): boolean =>
  (view.spanMs / widthPx) * barPx < peakMs;

export type PieceAt = (index: number) => Piece | undefined;

/**
 * Columns start at multiples of their own length on the timeline, so that scrolling moves them and does not reshape them.
 */
export function columnsOf(
  side: Side,
  view: View,
  widthPx: number,
  levels: Levels,
  pieceAt: PieceAt,
): Columns {
  const fromSamples = showsSamples(view, widthPx);
  const stepPx = fromSamples ? 1 : barPx;
  const msPerPx = view.spanMs / widthPx;
  const columnMs = msPerPx * stepPx;
  const first = Math.floor(view.fromMs / columnMs);
  const count = Math.ceil(widthPx / stepPx) + 1;
  const high = new Float32Array(count);
  const low = new Float32Array(count);
  const level = levelFor(levels, columnMs);
  for (let at = 0; at < count; at += 1) {
    const fromMs = (first + at) * columnMs;
    const piece = fromSamples ? pieceAt(Math.floor(fromMs / 1000)) : undefined;
    if (piece) {
      [low[at], high[at]] = extentIn(piece, side, fromMs % 1000, columnMs);
    } else {
      high[at] = loudestIn(level, side, fromMs, fromMs + columnMs) / 255;
      low[at] = -high[at]!;
    }
  }
  return { stepPx, firstPx: (first * columnMs - view.fromMs) / msPerPx, high, low };
}

/** Lowest and highest sample of a stretch of a piece; of at least one. */
function extentIn(piece: Piece, side: Side, fromMs: number, lengthMs: number): [number, number] {
  const samples = piece[side];
  const perMs = piece.rateHz / 1000;
  const first = Math.floor(fromMs * perMs);
  const end = Math.min(samples.length, Math.max(first + 1, Math.ceil((fromMs + lengthMs) * perMs)));
  let low = Infinity;
  let high = -Infinity;
  for (let at = first; at < end; at += 1) {
    const sample = samples[at]!;
    if (sample < low) low = sample;
    if (sample > high) high = sample;
  }
  return low <= high ? [low, high] : [0, 0];
}
