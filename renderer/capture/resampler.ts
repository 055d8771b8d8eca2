// Turns one channel at any rate into frames of the grid, at a speed that may be nudged from packet to packet.
//
// Windowed sinc (Kaiser), after J. O. Smith, "Digital Audio Resampling Home Page": https://ccrma.stanford.edu/~jos/resample/
import { gridRateHz } from './grid.ts';

/** Zero crossings on each side of the centre. */
const crossings = 16;
/** The kernel is tabulated at this many positions between two samples; what lies between is interpolated. */
const phases = 256;
const kaiserBeta = 8;
/** Where the filter begins to fall, as a part of what the lower of the two rates can carry. */
const passband = 0.94;

interface Kernel {
  /** Input samples needed on each side. */
  reach: number;
  /** `phases + 1` rows of `2 * reach` weights. */
  weights: Float32Array;
}

export class Resampler {
  readonly #kernel: Kernel;
  readonly #sampleRateHz: number;
  /** Input from `#at - reach` on, as far as it is known. */
  #input: Float32Array;
  /** Where in `#input` the next frame is to be read. */
  #at: number;

  /** `lead`: how long after the first input sample the first frame lies, in frames, 0 to 1. */
  constructor(sampleRateHz: number, lead: number) {
    this.#sampleRateHz = sampleRateHz;
    this.#kernel = kernelFor(sampleRateHz);
    this.#input = new Float32Array(this.#kernel.reach);
    this.#at = this.#kernel.reach + lead * this.#step(0);
  }

  /** Frames that the input not yet read is worth. */
  restFrames(): number {
    return (this.#input.length - this.#at) / this.#step(0);
  }

  /** Adds input and answers every frame that can be told from what is known. `stretch` 0.001 makes 0.1 % more frames. */
  push(samples: Float32Array, stretch: number): Float32Array {
    this.#append(samples);
    return this.#read(this.#input.length - this.#kernel.reach, this.#step(stretch));
  }

  /** The frames up to the end of the input, as if silence followed. Nothing may be added afterwards. */
  flush(): Float32Array {
    this.#append(new Float32Array(this.#kernel.reach));
    return this.#read(this.#input.length - this.#kernel.reach, this.#step(0));
  }

  #step(stretch: number): number {
    return this.#sampleRateHz / (gridRateHz * (1 + stretch));
  }

  #append(samples: Float32Array): void {
    const unread = Math.max(0, Math.floor(this.#at) - this.#kernel.reach);
    const kept = this.#input.subarray(unread);
    const joined = new Float32Array(kept.length + samples.length);
    joined.set(kept);
    joined.set(samples, kept.length);
    this.#input = joined;
    this.#at -= unread;
  }

  /** Every frame that lies before `end`. */
  #read(end: number, step: number): Float32Array {
    const count = Math.max(0, Math.ceil((end - this.#at) / step - 1e-6));
    const frames = new Float32Array(count);
    for (let frame = 0; frame < count; frame += 1) {
      frames[frame] = interpolate(this.#input, this.#at, this.#kernel);
      this.#at += step;
    }
    return frames;
  }
}

function interpolate(input: Float32Array, at: number, { reach, weights }: Kernel): number {
  const whole = Math.floor(at);
  const phase = (at - whole) * phases;
  const row = Math.floor(phase);
  const blend = phase - row;
  const taps = 2 * reach;
  const here = row * taps;
  const next = here + taps;
  const first = whole - reach + 1;
  let sum = 0;
  for (let tap = 0; tap < taps; tap += 1) {
    const low = weights[here + tap] ?? 0;
    const high = weights[next + tap] ?? 0;
    sum += (input[first + tap] ?? 0) * (low + (high - low) * blend);
  }
  return sum;
}

const kernels = new Map<number, Kernel>();

function kernelFor(sampleRateHz: number): Kernel {
  const known = kernels.get(sampleRateHz);
  if (known) return known;
  const kernel = makeKernel(Math.min(1, gridRateHz / sampleRateHz));
  kernels.set(sampleRateHz, kernel);
  return kernel;
}

/** `scale`: the lower of the two rates over the input's: what lies above it must go. */
function makeKernel(scale: number): Kernel {
  const reach = Math.ceil(crossings / scale);
  const taps = 2 * reach;
  const weights = new Float32Array((phases + 1) * taps);
  for (let row = 0; row <= phases; row += 1) {
    const values = Array.from({ length: taps }, (_, tap) => {
      const distance = tap - reach + 1 - row / phases;
      return sinc(distance * scale * passband) * kaiser(distance / reach);
    });
    const sum = values.reduce((total, value) => total + value, 0);
    values.forEach((value, tap) => (weights[row * taps + tap] = value / sum));
  }
  return { reach, weights };
}

function sinc(x: number): number {
  return x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
}

function kaiser(x: number): number {
  return Math.abs(x) >= 1 ? 0 : besselI0(kaiserBeta * Math.sqrt(1 - x * x)) / besselI0(kaiserBeta);
}

/** Modified Bessel function of the first kind, order 0, by its series. */
function besselI0(x: number): number {
  let term = 1;
  let sum = 1;
  for (let k = 1; term > sum * 1e-12; k += 1) {
    term *= (x / (2 * k)) ** 2;
    sum += term;
  }
  return sum;
}
