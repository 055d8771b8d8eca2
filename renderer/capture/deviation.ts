// How far a source's clock has drifted from the page's, from packets whose timestamps wobble.

/** Wobble makes timestamps late, hardly ever early (measured): the least of a while is the truth. */
const whileFrames = 2 * 48_000;
const buckets = 8;
/** A steady deviation is worked off in about this time. */
const correctionFrames = 10 * 48_000;
/** Never faster than this: 0.08 % is a hundredth of a semitone. */
const greatestStretch = 0.0008;
/** But a source that has just been opened may be far off (see `track`): that is worked off at 0.4 %, a fifteenth of a semitone. */
const farFrames = 0.02 * 48_000;
const greatestStretchFarOff = 0.004;

export class Deviation {
  #least: number[] = [Infinity];
  #framesInBucket = 0;

  /** Takes how many frames later than expected a packet of `frames` frames came. */
  note(ahead: number, frames: number): void {
    const newest = this.#least.length - 1;
    this.#least[newest] = Math.min(this.#least[newest] ?? Infinity, ahead);
    this.#framesInBucket += frames;
    if (this.#framesInBucket < whileFrames / buckets) return;
    this.#framesInBucket = 0;
    this.#least = [...this.#least, Infinity].slice(-buckets);
  }

  /** How much longer the sound has to be made for the deviation to go, as a part of it: 0.0008 at most, 0.004 when far off. */
  stretch(): number {
    const least = Math.min(...this.#least);
    if (!Number.isFinite(least) || this.#least.length < 2) return 0;
    const greatest = Math.abs(least) > farFrames ? greatestStretchFarOff : greatestStretch;
    return Math.max(-greatest, Math.min(greatest, least / correctionFrames));
  }
}
