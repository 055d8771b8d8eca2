// What one side delivered since the last report.
import type { SideReport } from '../../contract/capture.ts';
import { loudest } from './peaks.ts';

export class Level {
  #frames = 0;
  #peak = 0;
  #allZero = true;

  /** A source that is not trusted is counted but does not move the meter. */
  hear(samples: Float32Array, isTrusted: boolean): void {
    const peak = loudest(samples);
    this.#frames += samples.length;
    if (peak > 0) this.#allZero = false;
    if (isTrusted) this.#peak = Math.max(this.#peak, Math.min(1, peak));
  }

  take(): SideReport {
    const report = { frames: this.#frames, peak: this.#peak, allZero: this.#frames > 0 && this.#allZero };
    this.#frames = 0;
    this.#peak = 0;
    this.#allZero = true;
    return report;
  }
}
