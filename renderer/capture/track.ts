// One side's sound laid out on the grid: what came, where it belongs in time, and nowhere else.
//
// Sound that continues is kept continuous and its speed nudged until it agrees with the clock. A jump ahead leaves a hole,
// what was already laid out is never laid out again, and nothing is ever moved up to close a hole.
import { Deviation } from './deviation.ts';
import { framesFromUs, gridRateHz } from './grid.ts';
import type { TimedPacket } from './packet.ts';
import { Resampler } from './resampler.ts';
import { framesOf, Suspects } from './suspects.ts';

/** What is less late than this is wobble, a packet being 10 to 24 ms. */
const wobbleFrames = 0.04 * gridRateHz;
/**
 * What is less early than this continues all the same. A source that has just been opened hands out what it held back 1.5 %
 * faster than it was captured, for about 2.5 s, so that its sound seems to come up to 42 ms early (measured): every sample
 * of it is real and none may be cut out to catch up.
 */
const earlyFrames = 0.08 * gridRateHz;
/** What was captured just before a source was found to be the right one may still be another's: it is on its way this long. */
const trustGuardFrames = 0.1 * gridRateHz;

/** Reasons that give way to any other. */
const passing = ['no source', 'source opening', 'source closed'];

/** `live`: the source is there and is who it should be. Otherwise its sound is withheld, and why. */
export type Presence = { phase: 'live' } | { phase: 'withheld'; cause: string };

/** Half-open, in frames of the grid. */
export interface Span {
  from: number;
  to: number;
}

interface Piece extends Span {
  samples: Float32Array;
}

/** Sound without a break, at one rate. */
interface Flow {
  resampler: Resampler;
  deviation: Deviation;
  sampleRateHz: number;
}

export class Track {
  #presence: Presence = { phase: 'withheld', cause: 'no source' };
  #pieces: Piece[] = [];
  #flow: Flow | null = null;
  readonly #suspects = new Suspects();
  /** Where the next frame of the flow belongs. */
  #next = 0;
  #reached = 0;
  #usableFrom = -Infinity;

  get presence(): Presence {
    return this.#presence;
  }

  /** Up to where sound has come that may be used. */
  get reached(): number {
    return this.#reached;
  }

  /** What is captured from now on is the side's. */
  trust(nowUs: number): void {
    this.#suspects.clear();
    this.#endFlow();
    this.#usableFrom = framesFromUs(nowUs) + trustGuardFrames;
    this.#presence = { phase: 'live' };
  }

  /** Sound from now on is not to be used; what is laid out already stays. The first reason is the one that counts. */
  withhold(cause: string): void {
    const reason = this.#presence.phase === 'withheld' && !passing.includes(this.#presence.cause);
    if (!reason) this.#presence = { phase: 'withheld', cause };
  }

  /** What is laid out and not taken yet is not to be used either. */
  forget(): void {
    this.#pieces = [];
  }

  /** The source is gone or another one comes: what follows continues nothing. */
  breakOff(): void {
    this.#jump();
    this.#endFlow();
  }

  lay(packet: TimedPacket): void {
    if (!Number.isFinite(packet.startUs) || packet.samples.length === 0) return;
    if (packet.sampleRateHz !== this.#flow?.sampleRateHz) this.breakOff();
    const ahead = this.#aheadOf(packet);
    if (ahead <= wobbleFrames && ahead >= -earlyFrames) {
      this.#add(this.#suspects.clear());
      this.#flow?.deviation.note(ahead, framesOf(packet));
      this.#add(packet.samples);
      return;
    }
    this.#suspects.add(packet, ahead);
    if (!this.#flow || this.#suspects.isJump()) this.#jump();
  }

  /** Believes a jump that nothing has come to contradict. Call it often. */
  settle(nowUs: number): void {
    if (this.#suspects.isOverdue(nowUs)) this.#jump();
  }

  /** Writes what is known of `span` into `into` (elsewhere left alone), answers which parts those are, and lets go of it. */
  take(span: Span, into: Float32Array): Span[] {
    const taken: Span[] = [];
    for (const piece of this.#pieces) {
      const from = Math.max(span.from, piece.from);
      const to = Math.min(span.to, piece.to);
      if (from >= to) continue;
      into.set(piece.samples.subarray(from - piece.from, to - piece.from), from - span.from);
      const last = taken.at(-1);
      if (last?.to === from) last.to = to;
      else taken.push({ from, to });
    }
    this.letGo(span.to);
    return taken;
  }

  /** Nobody will ask for what lies before `frame`. */
  letGo(frame: number): void {
    this.#pieces = this.#pieces.filter((piece) => piece.to > frame);
  }

  /** How many frames later the packet lies than it would if it continued the flow. */
  #aheadOf(packet: TimedPacket): number {
    if (!this.#flow) return Infinity;
    const expected = this.#next + this.#flow.resampler.restFrames() + this.#suspects.frames();
    return framesFromUs(packet.startUs) - expected;
  }

  #jump(): void {
    const jump = this.#suspects.jump((packet) => framesFromUs(packet.startUs));
    if (!jump) return;
    const { start, ahead, samples, sampleRateHz } = jump;
    if (this.#flow && ahead < 0)
      return this.#add(samples.subarray(Math.ceil((-ahead * sampleRateHz) / gridRateHz)));
    this.#endFlow();
    this.#beginFlow(start, sampleRateHz);
    this.#add(samples);
  }

  #beginFlow(start: number, sampleRateHz: number): void {
    // Never over what is laid out already.
    this.#next = Math.max(Math.ceil(start), this.#pieces.at(-1)?.to ?? -Infinity);
    const resampler = new Resampler(sampleRateHz, this.#next - start);
    this.#flow = { resampler, deviation: new Deviation(), sampleRateHz };
  }

  #endFlow(): void {
    if (this.#flow) this.#put(this.#flow.resampler.flush());
    this.#flow = null;
  }

  #add(samples: Float32Array): void {
    if (this.#flow && samples.length > 0) {
      this.#put(this.#flow.resampler.push(samples, this.#flow.deviation.stretch()));
    }
  }

  #put(samples: Float32Array): void {
    const from = this.#next;
    this.#next += samples.length;
    const usableFrom = Math.max(from, Math.ceil(this.#usableFrom));
    if (this.#presence.phase !== 'live' || usableFrom >= this.#next) return;
    this.#pieces.push({ from: usableFrom, to: this.#next, samples: samples.subarray(usableFrom - from) });
    this.#reached = this.#next;
  }
}
