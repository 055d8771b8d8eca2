// The picture of the running call, kept outside React: both sides' peaks from the first second on, and what was missing.
import type { Side } from '../../../contract/call.ts';

/** Peaks arrive 100 a second and are kept as the loudest of ten: ten hours are 700 kB. */
export const peakMs = 100;
const arriving = 10;
/** Where the picture and the disk differ by more than this, the disk is right. */
const toleranceMs = 2000;

/** A stretch in which sound was left out on purpose (both sides) or was missing (one side). */
export interface Silence {
  side: Side | 'both';
  fromMs: number;
  /** null while it goes on. */
  toMs: number | null;
}

/** Half the loudest and half the mean of the values in [from, until): the loudest alone makes a long call a solid block. */
function loudness(values: Uint8Array, from: number, until: number): number {
  let top = 0;
  let sum = 0;
  for (let i = from; i < until; i++) {
    const value = values[i] ?? 0;
    top = Math.max(top, value);
    sum += value;
  }
  return until > from ? (top + sum / (until - from)) / 2 : 0;
}

export class LiveWave {
  /** Grows with everything that changes the picture. */
  version = 0;
  silences: Silence[] = [];
  #peaks: Record<Side, Uint8Array> = { you: new Uint8Array(1024), them: new Uint8Array(1024) };
  #count = 0;
  #rest: Record<Side, number[]> = { you: [], them: [] };

  get durationMs(): number {
    return this.#count * peakMs + this.#rest.you.length * (peakMs / arriving);
  }

  clear(): void {
    this.#count = 0;
    this.#rest = { you: [], them: [] };
    this.silences = [];
    this.version++;
  }

  /** Takes what arrived. `onDiskMs` puts the picture right after a reload of the window. */
  add(you: readonly number[], them: readonly number[], onDiskMs: number): void {
    if (onDiskMs - this.durationMs - you.length * (peakMs / arriving) > toleranceMs) {
      this.#skipTo(onDiskMs);
    }
    if (you.length === 0) return;
    for (let i = 0; i < you.length; i++) {
      this.#rest.you.push(you[i] ?? 0);
      this.#rest.them.push(them[i] ?? 0);
      if (this.#rest.you.length === arriving) this.#keep();
    }
    this.version++;
  }

  /** Puts in what was recorded before this window was there: values of equal length up to `durationMs`. */
  backfill(durationMs: number, you: Uint8Array, them: Uint8Array): void {
    const until = Math.min(Math.floor(durationMs / peakMs), this.#count);
    for (let i = 0; i < until; i++) {
      const from = Math.floor((i * peakMs * you.length) / durationMs);
      this.#peaks.you[i] = Math.max(this.#peaks.you[i] ?? 0, you[from] ?? 0);
      this.#peaks.them[i] = Math.max(this.#peaks.them[i] ?? 0, them[from] ?? 0);
    }
    this.version++;
  }

  /** Begins or ends a silence at the end of the picture; saying the same again changes nothing. */
  silence(side: Side | 'both', on: boolean): void {
    const open = this.silences.find((each) => each.side === side && each.toMs === null);
    if (on === Boolean(open)) return;
    if (open) open.toMs = this.durationMs;
    else this.silences.push({ side, fromMs: this.durationMs, toMs: null });
    this.version++;
  }

  /** How loud one side was between two moments, 0 to 255. */
  loudness(side: Side, fromMs: number, toMs: number): number {
    const from = Math.floor(fromMs / peakMs);
    const until = Math.min(Math.ceil(toMs / peakMs), this.#count);
    return loudness(this.#peaks[side], from, until);
  }

  #keep(): void {
    this.#room(this.#count + 1);
    for (const side of ['you', 'them'] as const) {
      this.#peaks[side][this.#count] = Math.max(...this.#rest[side]);
      this.#rest[side] = [];
    }
    this.#count++;
  }

  #skipTo(ms: number): void {
    const count = Math.floor(ms / peakMs);
    this.#room(count);
    for (const side of ['you', 'them'] as const) this.#peaks[side].fill(0, this.#count, count);
    this.#count = count;
    this.#rest = { you: [], them: [] };
  }

  #room(count: number): void {
    for (const side of ['you', 'them'] as const) {
      const held = this.#peaks[side];
      if (count <= held.length) continue;
      const larger = new Uint8Array(Math.max(count, held.length * 2));
      larger.set(held);
      this.#peaks[side] = larger;
    }
  }
}
