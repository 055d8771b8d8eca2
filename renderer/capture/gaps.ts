// Tells when one side's sound is missing on the call's timeline, in order and without flicker.
import type { Side } from '../../contract/call.ts';
import type { TimelineFact } from '../../contract/capture.ts';
import { framesFromMs, msFromFrames } from './grid.ts';

/** Sound shorter than this between two gaps does not part them. */
const mergeFrames = framesFromMs(50);

export class GapList {
  readonly #side: Side;
  #isOpen = false;
  /** Where the open gap ends, if the sound that began there lasts. */
  #soundFrom: number | null = null;

  constructor(side: Side) {
    this.#side = side;
  }

  /** Nothing came in a stretch that starts at `from`. */
  missing(from: number, cause: string): TimelineFact[] {
    this.#soundFrom = null;
    if (this.#isOpen) return [];
    this.#isOpen = true;
    return [{ type: 'gap-opened', side: this.#side, atMs: msFromFrames(from), cause }];
  }

  /** Sound came from `from` to `to`, or silence that is as it should be. */
  present(from: number, to: number): TimelineFact[] {
    if (!this.#isOpen) return [];
    this.#soundFrom ??= from;
    return to - this.#soundFrom >= mergeFrames ? this.close(to) : [];
  }

  /** No gap is to be open at `at`. */
  close(at: number): TimelineFact[] {
    if (!this.#isOpen) return [];
    const end = this.#soundFrom ?? at;
    this.#isOpen = false;
    this.#soundFrom = null;
    return [{ type: 'gap-closed', side: this.#side, atMs: msFromFrames(end) }];
  }
}
