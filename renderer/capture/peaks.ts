// Loudness over time, 100 values a second, measured on the very samples that are encoded.
import { gridRateHz } from './grid.ts';

export const peaksPerSecond = 100;
const framesPerPeak = gridRateHz / peaksPerSecond;

/** The loudest sample of a stretch, 0 to 1 and beyond. */
export function loudest(samples: Float32Array): number {
  let peak = 0;
  for (const sample of samples) peak = Math.max(peak, Math.abs(sample));
  return peak;
}

/** Collects pairs of bytes (you, them), linear, 255 is full scale. */
export class PeakMeter {
  #frames = 0;
  #you = 0;
  #them = 0;
  #pairs: number[] = [];

  add(you: Float32Array, them: Float32Array): void {
    for (let at = 0; at < you.length;) {
      const until = Math.min(you.length, at + framesPerPeak - this.#frames);
      this.#you = Math.max(this.#you, loudest(you.subarray(at, until)));
      this.#them = Math.max(this.#them, loudest(them.subarray(at, until)));
      this.#frames += until - at;
      at = until;
      if (this.#frames === framesPerPeak) this.finish();
    }
  }

  /** Ends the last, shorter peak. */
  finish(): void {
    if (this.#frames === 0) return;
    this.#pairs.push(byteOf(this.#you), byteOf(this.#them));
    this.#frames = 0;
    this.#you = 0;
    this.#them = 0;
  }

  /** What was collected since the last time. */
  take(): Uint8Array {
    return Uint8Array.from(this.#pairs.splice(0));
  }
}

function byteOf(peak: number): number {
  return Math.min(255, Math.round(peak * 255));
}
