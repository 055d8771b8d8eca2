// Packets that do not continue the sound before them: a jump in time, or only late timestamps?
//
// A busy machine hands out packets in batches, the first of a batch up to 220 ms late and the last of it right (measured).
// So a jump is believed when it has lasted for some time and some sound without a standstill, and is as great as its least.
import { framesFromUs, gridRateHz } from './grid.ts';
import { standstillUs, type TimedPacket } from './packet.ts';

const beliefUs = 100_000;
const beliefFrames = 0.1 * gridRateHz;
/** Or when nothing has contradicted it for this long. */
const patienceUs = 400_000;

interface Suspect {
  packet: TimedPacket;
  /** How many frames later it lies than it would if nothing were missing. */
  ahead: number;
}

/** Sound that starts anew: at which frame, and how far that is from where the sound before it ended. */
export interface Jump {
  start: number;
  ahead: number;
  samples: Float32Array;
  sampleRateHz: number;
  /** Packets that lie yet further off: what comes from a second jump on. */
  rest: TimedPacket[];
}

export class Suspects {
  #all: Suspect[] = [];

  /** Frames that wait for a verdict. */
  frames(): number {
    return framesIn(this.#all);
  }

  add(packet: TimedPacket, ahead: number): void {
    this.#all.push({ packet, ahead });
  }

  isJump(): boolean {
    const calm = this.#sinceStandstill();
    const first = calm[0];
    const last = calm.at(-1);
    if (!first || !last) return false;
    return last.packet.arrivedUs - first.packet.arrivedUs >= beliefUs && framesIn(calm) >= beliefFrames;
  }

  isOverdue(nowUs: number): boolean {
    const first = this.#all[0];
    return first !== undefined && nowUs - first.packet.arrivedUs >= patienceUs;
  }

  /** They were no jump: their samples, in order. */
  clear(): Float32Array {
    return joined(this.#all.splice(0).map(({ packet }) => packet.samples));
  }

  /** They are a jump, those at least that are as far off within `wobbleFrames`. Null when there are none. */
  jump(startOf: (packet: TimedPacket) => number, wobbleFrames: number): Jump | null {
    const first = this.#all[0];
    if (!first) return null;
    const rest = this.#all.splice(this.#nextJump(wobbleFrames)).map(({ packet }) => packet);
    const ahead = this.#all.reduce((least, each) => nearer(least, each.ahead), first.ahead);
    const early = Number.isFinite(first.ahead) ? first.ahead - ahead : 0;
    const { sampleRateHz } = first.packet;
    return { start: startOf(first.packet) - early, ahead, samples: this.clear(), sampleRateHz, rest };
  }

  /** From which suspect on all lie further off than those before it and came later too: sound was lost in between. */
  #nextJump(wobbleFrames: number): number {
    const nearestFromHere = this.#all.map(({ ahead }) => Math.abs(ahead));
    for (let at = nearestFromHere.length - 2; at >= 0; at -= 1)
      nearestFromHere[at] = Math.min(nearestFromHere[at]!, nearestFromHere[at + 1]!);
    const found = this.#all.findIndex(({ packet }, at) => {
      const before = this.#all[at - 1];
      if (!before || nearestFromHere[at]! - nearestFromHere[at - 1]! <= wobbleFrames) return false;
      // Timestamps alone may creep ahead while a source starts.
      return framesFromUs(packet.arrivedUs - before.packet.arrivedUs) - framesOf(packet) > wobbleFrames;
    });
    return found === -1 ? this.#all.length : found;
  }

  /** Those that came one soon after the other, up to the last. */
  #sinceStandstill(): Suspect[] {
    return this.#all.reduce<Suspect[]>((calm, suspect) => {
      const before = calm.at(-1);
      const stoodStill = before && suspect.packet.arrivedUs - before.packet.arrivedUs > standstillUs;
      return stoodStill ? [suspect] : [...calm, suspect];
    }, []);
  }
}

export function framesOf(packet: TimedPacket): number {
  return (packet.samples.length / packet.sampleRateHz) * gridRateHz;
}

function framesIn(suspects: readonly Suspect[]): number {
  return suspects.reduce((frames, { packet }) => frames + framesOf(packet), 0);
}

function nearer(a: number, b: number): number {
  return Math.abs(b) < Math.abs(a) ? b : a;
}

function joined(parts: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
