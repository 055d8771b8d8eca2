// Packets that do not continue the sound before them: a jump in time, or only late timestamps?
//
// A busy machine hands out packets in batches, the first of a batch up to 220 ms late and the last of it right (measured).
// So a jump is believed when it has lasted for some time and some sound without a standstill, and is as great as its least.
import { gridRateHz } from './grid.ts';
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

  /** They are a jump. Null when there are none. */
  jump(startOf: (packet: TimedPacket) => number): Jump | null {
    const first = this.#all[0];
    if (!first) return null;
    const ahead = this.#all.reduce((least, each) => nearer(least, each.ahead), first.ahead);
    const early = Number.isFinite(first.ahead) ? first.ahead - ahead : 0;
    const { sampleRateHz } = first.packet;
    return { start: startOf(first.packet) - early, ahead, samples: this.clear(), sampleRateHz };
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
