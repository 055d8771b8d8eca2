// The grid everything is placed on: frames of 48 kHz counted on the page's monotonic clock.

/** Rate of the call's file and of every frame number in this folder. */
export const gridRateHz = 48_000;

/** Half-open, in frames of the grid. */
export interface Span {
  from: number;
  to: number;
}

const framesPerUs = gridRateHz / 1_000_000;
const framesPerMs = gridRateHz / 1_000;

/** Where an instant falls on the grid; fractions are kept. */
export function framesFromUs(us: number): number {
  return us * framesPerUs;
}

export function framesFromMs(ms: number): number {
  return Math.round(ms * framesPerMs);
}

/** Whole ms, as facts and files tell them. */
export function msFromFrames(frames: number): number {
  return Math.round(frames / framesPerMs);
}
