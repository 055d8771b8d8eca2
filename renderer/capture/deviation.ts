// How far a source's clock has drifted from the page's, from packets whose timestamps wobble: late, hardly ever early (measured).
import { Recent } from './recent.ts';

/** A steady deviation is worked off in about this time. */
const correctionFrames = 10 * 48_000;
/** Never faster than this: 0.08 % is a hundredth of a semitone. */
const greatestStretch = 0.0008;

export class Deviation {
  readonly #ahead = new Recent();

  /** Takes how many frames later than expected a packet of `frames` frames came. */
  note(ahead: number, frames: number): void {
    this.#ahead.note(ahead, frames);
  }

  /** How much longer the sound has to be made for the deviation to go, as a part of it: 0.0008 at most. */
  stretch(): number {
    if (!this.#ahead.isSettled) return 0;
    const { least } = this.#ahead;
    return Math.max(-greatestStretch, Math.min(greatestStretch, least / correctionFrames));
  }
}
