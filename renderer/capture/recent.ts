// The least and the greatest value of the last two seconds of sound. What wobbles upwards only is true at its least.

const whileFrames = 2 * 48_000;
const buckets = 8;

interface Bucket {
  least: number;
  greatest: number;
}

export class Recent {
  #buckets: Bucket[] = [{ least: Infinity, greatest: -Infinity }];
  #framesInBucket = 0;

  /** Takes a value that belongs to `frames` frames of sound. */
  note(value: number, frames: number): void {
    const newest = this.#buckets.at(-1)!;
    newest.least = Math.min(newest.least, value);
    newest.greatest = Math.max(newest.greatest, value);
    this.#framesInBucket += frames;
    if (this.#framesInBucket < whileFrames / buckets) return;
    this.#framesInBucket = 0;
    this.#buckets = [...this.#buckets, { least: Infinity, greatest: -Infinity }].slice(-buckets);
  }

  /** Infinity before the first value. */
  get least(): number {
    return this.#buckets.reduce((least, bucket) => Math.min(least, bucket.least), Infinity);
  }

  get greatest(): number {
    return this.#buckets.reduce((greatest, bucket) => Math.max(greatest, bucket.greatest), -Infinity);
  }

  /** Whether a quarter of a second has been heard, so that the values mean something. */
  get isSettled(): boolean {
    return this.#buckets.length > 1;
  }
}
