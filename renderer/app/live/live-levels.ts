// How loud both sides are at this moment and how much is on disk, kept outside React: 20 messages a second.
import type { Side } from '../../../contract/call.ts';
import type { Levels } from '../../../contract/recording.ts';

/** A source that says nothing for this long is shown as quiet. */
const staleMs = 400;
/** What the meter shows as nothing. */
const floorDb = -60;

/** A sample's size, 0 to 1, as a place on the meter, 0 to 1: by decibels, as ears hear. */
export function meterPlace(sample: number): number {
  if (sample <= 0) return 0;
  return Math.min(1, Math.max(0, 1 - (20 * Math.log10(sample)) / floorDb));
}

export class LiveLevels {
  #latest: Record<Side, number> = { you: 0, them: 0 };
  #heardAtMs = 0;
  #onDiskMs = 0;
  #watching = new Set<() => void>();

  hear(levels: Levels): void {
    this.#latest = { you: levels.you, them: levels.them };
    this.#heardAtMs = performance.now();
    this.onDisk(levels.onDiskMs);
  }

  /** The latest sample size of a side, 0 to 1. */
  level(side: Side): number {
    return performance.now() - this.#heardAtMs > staleMs ? 0 : this.#latest[side];
  }

  get onDiskMs(): number {
    return this.#onDiskMs;
  }

  onDisk(ms: number): void {
    const before = this.wholeSeconds();
    this.#onDiskMs = ms;
    if (this.wholeSeconds() !== before) this.#watching.forEach((changed) => changed());
  }

  /** Whole seconds on disk. */
  wholeSeconds = (): number => Math.floor(this.#onDiskMs / 1000);

  /** Tells when the whole seconds change, and only then. */
  watch = (changed: () => void): (() => void) => {
    this.#watching.add(changed);
    return () => this.#watching.delete(changed);
  };
}
