// Decides up to where the timeline may be told: late enough for what is still on its way, and no later than that.
import type { Side } from '../../contract/call.ts';
import { framesFromMs, framesFromUs } from './grid.ts';

/** The usual distance from now. Main has as long to notice a swapped source before its sound is encoded. */
const holdBackFrames = framesFromMs(180);
/** A side that falls behind is waited for this long: on a busy machine sound came 260 ms late, but it came (measured). */
const oneSideWaitFrames = framesFromMs(700);
/** When every side falls behind, the sound service stands still, and what it held comes in a burst (measured: all of 3 s). */
const allSidesWaitFrames = framesFromMs(2_000);
/** After the end nothing is waited for longer than this. */
const endWaitFrames = framesFromMs(500);
/** After a stall, the time that all sides get to catch up. */
const catchUpFrames = framesFromMs(300);
/** When the page itself was not run for this long, the packets of that time are still queued. */
const pageStallFrames = framesFromMs(200);

export class Patience {
  #lastNow: number | null = null;
  #catchUpUntil = -Infinity;
  #pageStalled = false;
  readonly #givenUp = new Set<Side>();

  /**
   * Up to which frame may be told at `nowUs`. `reached`: how far each side that should be sending has come.
   * The answer may go back; what has been told stays told.
   */
  limit(nowUs: number, reached: ReadonlyMap<Side, number>, isEnding: boolean): number {
    const now = framesFromUs(nowUs);
    const wanted = now - holdBackFrames;
    for (const [side, frame] of reached) if (frame >= wanted) this.#givenUp.delete(side);
    const awaited = [...reached].filter(([side]) => !this.#givenUp.has(side));
    this.#notice(now, awaited.length > 0 && awaited.every(([, frame]) => frame < wanted));
    const wait = this.#waitAt(now, isEnding);
    if (wait === oneSideWaitFrames) this.#giveUp(awaited, now - wait);
    const slowest = awaited.reduce((least, [, frame]) => Math.min(least, frame), Infinity);
    return Math.min(wanted, Math.max(slowest, now - wait));
  }

  #notice(now: number, allBehind: boolean): void {
    const pageStalled = this.#lastNow !== null && now - this.#lastNow > pageStallFrames;
    this.#lastNow = now;
    if (pageStalled) this.#pageStalled = true;
    else if (now >= this.#catchUpUntil) this.#pageStalled = false;
    if (pageStalled || (allBehind && !this.#pageStalled)) this.#catchUpUntil = now + catchUpFrames;
  }

  #waitAt(now: number, isEnding: boolean): number {
    if (now >= this.#catchUpUntil) return oneSideWaitFrames;
    if (this.#pageStalled) return Infinity;
    return isEnding ? endWaitFrames : allSidesWaitFrames;
  }

  /** A side that is gone does not hold up the other one again until it is back. */
  #giveUp(awaited: readonly (readonly [Side, number])[], before: number): void {
    for (const [side, frame] of awaited) if (frame < before) this.#givenUp.add(side);
  }
}
