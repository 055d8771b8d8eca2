// Stored peaks as heights to draw: both sides on one scale, so that the louder one looks louder.
import type { PeaksView } from '../../../../contract/library.ts';

/** Below this (of 255) sound is near silence, and is not blown up to look like speech. */
const quietest = 48;

/** Heights from 0 to `fill` for the wave of each side; the loudest sound of the call reaches `fill`. */
export function heightsOf({ you, them }: PeaksView, fill: number): [Float32Array, Float32Array] {
  const loudest = Math.max(quietest, loudestOf(you), loudestOf(them));
  const scaled = (peaks: Uint8Array) => Float32Array.from(peaks, (peak) => (peak / loudest) * fill);
  return [scaled(you), scaled(them)];
}

function loudestOf(peaks: Uint8Array): number {
  let loudest = 0;
  for (const peak of peaks) if (peak > loudest) loudest = peak;
  return loudest;
}

/** True when nothing would be drawn differently. */
export function samePeaks(a: PeaksView, b: PeaksView): boolean {
  return a.durationMs === b.durationMs && sameBytes(a.you, b.you) && sameBytes(a.them, b.them);
}

const sameBytes = (a: Uint8Array, b: Uint8Array) =>
  a === b || (a.length === b.length && a.every((value, i) => value === b[i]));
