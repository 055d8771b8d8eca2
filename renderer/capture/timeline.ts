// A call's timeline: two tracks become one stretch of stereo after another, and every frame that is missing is told.
// Pure: no timer, no clock, no DOM. As many frames come out as time has passed, whatever the sources do.
import { sides, type Side } from '../../contract/call.ts';
import type { TimelineFact } from '../../contract/capture.ts';
import { GapList } from './gaps.ts';
import { framesFromMs, framesFromUs, gridRateHz, msFromFrames, type Span } from './grid.ts';
import { Patience } from './patience.ts';
import type { Track } from './track.ts';

/** At most this much at once, so that a clock that leaps cannot fill the memory. */
const greatestStretchFrames = gridRateHz;
/** After a pause nothing may be heard that was said in it: sources run up to this late (Bluetooth). */
const pauseGuardFrames = framesFromMs(200);

export interface TimelinePlan {
  /** The sides to be recorded. The other stays silent and has no gaps. */
  sides: readonly Side[];
  /** Sides whose source sends nothing while it is silent. */
  silentWhenIdle: readonly Side[];
  /** Silence before the first captured sample: the time in which no capture window was there. */
  leadMs: number;
  /** The instant of the first captured sample. It may be past: what the tracks kept since then is told first, and quickly. */
  originUs: number;
}

/** Frames that follow the ones before without a break. */
export interface Stretch {
  you: Float32Array;
  them: Float32Array;
  frames: number;
  facts: TimelineFact[];
}

type Pausing = { phase: 'off' } | { phase: 'on' } | { phase: 'until'; frame: number };

export class Timeline {
  readonly #tracks: Record<Side, Track>;
  readonly #plan: TimelinePlan;
  readonly #origin: number;
  readonly #leadFrames: number;
  readonly #gaps: Record<Side, GapList> = { you: new GapList('you'), them: new GapList('them') };
  readonly #patience = new Patience();
  readonly #realFrames: Record<Side, number> = { you: 0, them: 0 };
  #told = 0;
  #end: number | null = null;
  #pausing: Pausing = { phase: 'off' };
  #facts: TimelineFact[] = [];

  constructor(tracks: Record<Side, Track>, plan: TimelinePlan) {
    this.#tracks = tracks;
    this.#plan = plan;
    this.#leadFrames = framesFromMs(Math.max(0, plan.leadMs));
    this.#origin = Math.round(framesFromUs(plan.originUs)) - this.#leadFrames;
  }

  /** Frames told so far. */
  get frames(): number {
    return this.#told;
  }

  /** True when every frame up to the end has been told. */
  get isOver(): boolean {
    return this.#end !== null && this.#told >= this.#end;
  }

  /** Frames of each side that came from its source. */
  realFrames(): Record<Side, number> {
    return { ...this.#realFrames };
  }

  /** Both sides are silent from here on: from the first frame not yet told, which lies before now. */
  pause(): void {
    if (this.#pausing.phase === 'off') {
      for (const side of sides) this.#facts.push(...this.#gaps[side].close(this.#told));
      this.#facts.push({ type: 'paused', atMs: msFromFrames(this.#told) });
    }
    this.#pausing = { phase: 'on' };
  }

  resume(nowUs: number): void {
    if (this.#pausing.phase !== 'on') return;
    const frame = this.#frameAt(nowUs) + pauseGuardFrames;
    this.#pausing = { phase: 'until', frame: Math.max(frame, this.#told) };
  }

  /** The last frame is the one captured now. */
  end(nowUs: number): void {
    this.#end ??= Math.max(this.#told, this.#frameAt(nowUs));
  }

  /** The next stretch that can be told, or null. Call it until it answers null. */
  advance(nowUs: number): Stretch | null {
    const from = this.#told;
    const to = Math.min(this.#limit(nowUs), from + greatestStretchFrames, this.#nextTurn(from));
    if (to <= from && this.#facts.length === 0) return null;
    const stretch = this.#tell(from, Math.max(from, to));
    if (this.isOver) this.#closeAll();
    stretch.facts = this.#facts.splice(0);
    return stretch;
  }

  #frameAt(nowUs: number): number {
    return Math.round(framesFromUs(nowUs)) - this.#origin;
  }

  #limit(nowUs: number): number {
    const reached = new Map(this.#awaited().map((side) => [side, this.#tracks[side].reached]));
    const limit = Math.floor(this.#patience.limit(nowUs, reached, this.#end !== null)) - this.#origin;
    if (this.#end === null) return limit;
    const end = this.#end;
    const isComplete = [...reached.values()].every((frame) => frame - this.#origin >= end);
    return isComplete ? end : Math.min(limit, end);
  }

  #awaited(): Side[] {
    const { sides: recorded, silentWhenIdle } = this.#plan;
    return recorded.filter((side) => {
      return this.#tracks[side].presence.phase === 'live' && !silentWhenIdle.includes(side);
    });
  }

  /** A stretch is all lead or none, all pause or none. */
  #nextTurn(from: number): number {
    if (from < this.#leadFrames) return this.#leadFrames;
    return this.#pausing.phase === 'until' && this.#pausing.frame > from ? this.#pausing.frame : Infinity;
  }

  #tell(from: number, to: number): Stretch {
    if (this.#pausing.phase === 'until' && from >= this.#pausing.frame) {
      this.#facts.push({ type: 'resumed', atMs: msFromFrames(from) });
      this.#pausing = { phase: 'off' };
    }
    const frames = to - from;
    const stretch = { you: new Float32Array(frames), them: new Float32Array(frames), frames, facts: [] };
    for (const side of sides) this.#tellSide(side, { from, to }, stretch[side]);
    this.#told = to;
    return stretch;
  }

  #tellSide(side: Side, span: Span, into: Float32Array): void {
    if (span.from === span.to) return;
    const isOut = this.#pausing.phase !== 'off' || !this.#plan.sides.includes(side);
    if (span.from < this.#leadFrames) {
      if (!isOut) this.#facts.push(...this.#gaps[side].missing(span.from, 'recorder restarted'));
      return;
    }
    const onGrid = { from: span.from + this.#origin, to: span.to + this.#origin };
    if (isOut) return this.#tracks[side].letGo(onGrid.to);
    const taken = this.#tracks[side].take(onGrid, into);
    this.#listGaps(
      side,
      span,
      taken.map(({ from, to }) => ({ from: from - this.#origin, to: to - this.#origin })),
    );
    this.#tracks[side].letGo(onGrid.to);
  }

  #listGaps(side: Side, span: Span, taken: readonly Span[]): void {
    const gaps = this.#gaps[side];
    let at = span.from;
    for (const { from, to } of taken) {
      if (from > at) this.#facts.push(...this.#missing(side, { from: at, to: from }));
      this.#facts.push(...gaps.present(from, to));
      this.#realFrames[side] += to - from;
      at = to;
    }
    if (at < span.to) this.#facts.push(...this.#missing(side, { from: at, to: span.to }));
  }

  #missing(side: Side, { from, to }: Span): TimelineFact[] {
    const gaps = this.#gaps[side];
    const parts = this.#tracks[side].missing({ from: from + this.#origin, to: to + this.#origin });
    return parts.flatMap((part) => {
      const start = part.from - this.#origin;
      if (part.cause !== null) return gaps.missing(start, part.cause);
      const isIdle = this.#plan.silentWhenIdle.includes(side);
      return isIdle ? gaps.present(start, part.to - this.#origin) : gaps.missing(start, 'source stalled');
    });
  }

  #closeAll(): void {
    for (const side of sides) this.#facts.push(...this.#gaps[side].close(this.#told));
    if (this.#pausing.phase !== 'off') this.#facts.push({ type: 'resumed', atMs: msFromFrames(this.#told) });
    this.#pausing = { phase: 'off' };
  }
}
