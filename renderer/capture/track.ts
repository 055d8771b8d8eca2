// One side's sound laid out on the grid: what came, where it belongs in time, and nowhere else.
//
// Sound that continues is kept continuous and its speed nudged until it agrees with the clock. A jump ahead leaves a hole,
// what was already laid out is never laid out again, and nothing is ever moved up to close a hole.
import { Absences } from './absences.ts';
import { Deviation } from './deviation.ts';
import { framesFromUs, gridRateHz, type Span } from './grid.ts';
import { KeptSound } from './kept-sound.ts';
import type { TimedPacket } from './packet.ts';
import { Recent } from './recent.ts';
import { Resampler } from './resampler.ts';
import { framesOf, Suspects } from './suspects.ts';

/** What is less off than this is wobble, a packet being 10 to 24 ms. */
const wobbleFrames = 0.04 * gridRateHz;
/** Timestamps alone are off by no more than this (measured: 0.1 s). */
const deniableFrames = 0.12 * gridRateHz;
/** What was captured just before a source was found to be the right one may still be another's: it is on its way this long. */
const trustGuardFrames = 0.1 * gridRateHz;

/** Reasons that give way to any other. */
const passing = ['no source', 'source opening', 'source closed'];

/** `live`: the source is there and is who it should be. Otherwise its sound is withheld, and why. */
export type Presence = { phase: 'live' } | { phase: 'withheld'; cause: string };

/** Sound without a break, at one rate. */
interface Flow {
  resampler: Resampler;
  deviation: Deviation;
  /** How long after its place in the flow sound arrives, in frames. */
  lag: Recent;
  sampleRateHz: number;
}

export class Track {
  readonly #absences = new Absences();
  readonly #kept = new KeptSound();
  #flow: Flow | null = null;
  readonly #suspects = new Suspects();
  /** Where the next frame of the flow belongs. */
  #next = 0;
  #reached = 0;
  #usableFrom = -Infinity;

  get presence(): Presence {
    const { cause } = this.#absences;
    return cause === null ? { phase: 'live' } : { phase: 'withheld', cause };
  }

  /** Up to where sound has come that may be used. */
  get reached(): number {
    return this.#reached;
  }

  /** What is captured from now on is the side's. */
  trust(nowUs: number): void {
    this.#suspects.clear();
    this.#endFlow();
    this.#usableFrom = Math.ceil(framesFromUs(nowUs) + trustGuardFrames);
    this.#absences.end(this.#usableFrom);
  }

  /** Sound from now on is not to be used; what is laid out already stays. The first reason is the one that counts. */
  withhold(cause: string, nowUs: number): void {
    const { presence } = this;
    if (presence.phase === 'withheld' && !passing.includes(presence.cause)) return;
    this.#absences.begin(cause, Math.round(framesFromUs(nowUs)), this.#reached);
  }

  /** What is laid out from `frame` on and not taken yet is not to be used either. Only when withheld. */
  forget(frame: number): void {
    const from = this.#kept.cut(frame);
    if (from !== null) this.#absences.reachBack(from);
  }

  /** The source is gone or another one comes: what follows continues nothing. */
  breakOff(): void {
    this.#jump(Infinity);
    this.#endFlow();
  }

  lay(packet: TimedPacket): void {
    if (!Number.isFinite(packet.startUs) || packet.samples.length === 0) return;
    if (packet.sampleRateHz !== this.#flow?.sampleRateHz) this.breakOff();
    const ahead = this.#aheadOf(packet);
    if (Math.abs(ahead) <= wobbleFrames || this.#isDenied(ahead, packet)) {
      this.#add(this.#suspects.clear());
      this.#flow?.deviation.note(ahead, framesOf(packet));
      this.#flow?.lag.note(this.#lagOf(packet), framesOf(packet));
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

  /** Writes what is known of `span` into `into` (elsewhere left alone) and answers which parts those are. */
  take(span: Span, into: Float32Array): Span[] {
    return this.#kept.copy(span, into);
  }

  /** A span in which nothing came, in parts: each with why the side was not to be heard then; null where it was. */
  missing(span: Span): (Span & { cause: string | null })[] {
    return this.#absences.within(span);
  }

  /** Nobody will ask for what lies before `frame`. */
  letGo(frame: number): void {
    this.#kept.letGo(frame);
    this.#absences.letGo(frame);
  }

  /** How many frames later the packet lies than it would if it continued the flow. */
  #aheadOf(packet: TimedPacket): number {
    return this.#flow ? framesFromUs(packet.startUs) - this.#expected(this.#flow) : Infinity;
  }

  #lagOf(packet: TimedPacket): number {
    return this.#flow
      ? framesFromUs(packet.arrivedUs) - this.#expected(this.#flow) - framesOf(packet)
      : Infinity;
  }

  /** Where the next packet belongs if it continues the flow. */
  #expected(flow: Flow): number {
    return this.#next + flow.resampler.restFrames() + this.#suspects.frames();
  }

  /**
   * A jump that only the timestamps tell of: had sound been lost or doubled, what follows would also arrive later or sooner.
   * After a source was opened its timestamps creep back by 40 ms and more, after it was moved to another device they step
   * ahead by 25 to 46 ms, several times, with not a sample missing (measured on Electron 25).
   */
  #isDenied(ahead: number, packet: TimedPacket): boolean {
    const { lag } = this.#flow ?? {};
    if (!lag?.isSettled || Math.abs(ahead) > deniableFrames) return false;
    const now = this.#lagOf(packet);
    // In a burst everything arrives late, and arrival tells nothing.
    return Math.max(lag.greatest, now) - Math.min(lag.least, now) <= wobbleFrames;
  }

  /** Suspects further off than this from each other are more than one jump. */
  #jump(apartFrames = wobbleFrames): void {
    const jump = this.#suspects.jump((packet) => framesFromUs(packet.startUs), apartFrames);
    if (!jump) return;
    const { start, ahead, samples, sampleRateHz, rest } = jump;
    if (this.#flow && ahead < 0) {
      this.#add(samples.subarray(Math.ceil((-ahead * sampleRateHz) / gridRateHz)));
    } else {
      this.#endFlow();
      this.#beginFlow(start, sampleRateHz);
      this.#add(samples);
    }
    for (const packet of rest) this.lay(packet);
  }

  #beginFlow(start: number, sampleRateHz: number): void {
    // Never over what is laid out already.
    this.#next = Math.max(Math.ceil(start), this.#kept.end);
    const resampler = new Resampler(sampleRateHz, this.#next - start);
    this.#flow = { resampler, deviation: new Deviation(), lag: new Recent(), sampleRateHz };
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
    const usableFrom = Math.max(from, this.#usableFrom);
    if (this.#absences.cause !== null || usableFrom >= this.#next) return;
    this.#kept.add(usableFrom, samples.subarray(usableFrom - from));
    this.#reached = this.#next;
  }
}
