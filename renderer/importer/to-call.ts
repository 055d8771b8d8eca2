// Makes a call's sound of what comes out of a file: 48 kHz, left and right, holes filled with silence and listed.
import type { Voicing } from '../../contract/import.ts';
import { average } from '../capture/mono.ts';
import { gridRateHz } from '../capture/grid.ts';
import { Resampler } from '../capture/resampler.ts';
import type { Stretch } from './stretch.ts';

export interface HoleInCall {
  fromMs: number;
  toMs: number;
  cause: string;
}

/** Left and right differ when any sample of one is further than this (-54 dBFS) from the other's: an encoder's noise is less. */
const sameWithin = 0.002;
/** A decoder's first packets may give nothing because what comes before them is missing: too short to be told. */
const runUpMs = 100;

export class ToCall {
  readonly #sampleRateHz: number;
  readonly #hear: (left: Float32Array, right: Float32Array) => void;
  readonly #left: Resampler | null;
  readonly #right: Resampler | null;
  #skipFrames: number;
  /** Frames at the file's own rate, laid out so far. */
  #laid = 0;
  #fromFile = 0;
  #differs = false;
  #holes: HoleInCall[] = [];
  #last: { left: Float32Array; right: Float32Array } | null = null;

  /** `skipSeconds`: what a decoder makes before the sound begins and nobody should hear. */
  constructor(
    { sampleRateHz, channels, skipSeconds }: { sampleRateHz: number; channels: number; skipSeconds: number },
    hear: (left: Float32Array, right: Float32Array) => void,
  ) {
    this.#sampleRateHz = sampleRateHz;
    this.#hear = hear;
    const resampler = () => (sampleRateHz === gridRateHz ? null : new Resampler(sampleRateHz, 0));
    this.#left = resampler();
    this.#right = channels === 2 ? resampler() : null;
    this.#skipFrames = Math.round(skipSeconds * sampleRateHz);
  }

  get holes(): readonly HoleInCall[] {
    return this.#holes.filter(({ fromMs, toMs }) => fromMs > 0 || toMs > runUpMs);
  }

  get voices(): Voicing {
    return this.#differs ? 'apart' : 'together';
  }

  /** Frames at 48 kHz that came from the file. */
  get frames(): number {
    return Math.round((this.#fromFile * gridRateHz) / this.#sampleRateHz);
  }

  get seconds(): number {
    return this.#laid / this.#sampleRateHz;
  }

  add(stretch: Stretch): void {
    if (stretch.what === 'hole') return this.#addHole(stretch.seconds, stretch.cause);
    const [first = new Float32Array(), second] = stretch.channels;
    const skip = Math.min(this.#skipFrames, first.length);
    this.#skipFrames -= skip;
    if (stretch.channels.length !== 2) {
      const mono = stretch.channels.length === 1 ? first : average(stretch.channels, first.length);
      return this.#lay(mono.subarray(skip), mono.subarray(skip));
    }
    this.#lay(first.subarray(skip), second!.subarray(skip));
  }

  /** Cuts off what the last packet was filled up with, where the file says how long it is. */
  finish(promisedSeconds: number | null): void {
    const over = promisedSeconds === null ? 0 : this.#laid - Math.round(promisedSeconds * this.#sampleRateHz);
    if (this.#last) {
      const { left, right } = this.#last;
      const until = over > 0 && over < left.length ? left.length - over : left.length;
      this.#laid -= left.length - until;
      this.#fromFile -= left.length - until;
      this.#pass(left.subarray(0, until), right.subarray(0, until));
    }
    if (!this.#left) return;
    const left = this.#left.flush();
    this.#hear(left, this.#right?.flush() ?? left);
  }

  #lay(left: Float32Array, right: Float32Array): void {
    this.#differs ||= left !== right && differ(left, right);
    this.#fromFile += left.length;
    this.#push(left, right);
  }

  #addHole(seconds: number, cause: string): void {
    const frames = Math.round(seconds * this.#sampleRateHz);
    if (frames <= 0) return;
    const fromMs = Math.floor(this.seconds * 1000);
    for (let left = frames; left > 0; left -= this.#sampleRateHz) {
      const silence = new Float32Array(Math.min(left, this.#sampleRateHz));
      this.#push(silence, silence);
    }
    const toMs = Math.ceil(this.seconds * 1000);
    const last = this.#holes.at(-1);
    if (last && last.cause === cause && last.toMs >= fromMs) last.toMs = toMs;
    else this.#holes.push({ fromMs, toMs, cause });
  }

  /** The newest stretch is held back: only the last one may be cut. */
  #push(left: Float32Array, right: Float32Array): void {
    this.#laid += left.length;
    const last = this.#last;
    this.#last = { left, right };
    if (last) this.#pass(last.left, last.right);
  }

  #pass(left: Float32Array, right: Float32Array): void {
    if (!this.#left) return this.#hear(left, right);
    const heard = this.#left.push(left, 0);
    this.#hear(heard, this.#right ? this.#right.push(right, 0) : heard);
  }
}

function differ(left: Float32Array, right: Float32Array): boolean {
  for (let at = 0; at < left.length; at += 1) if (Math.abs(left[at]! - right[at]!) > sameWithin) return true;
  return false;
}
