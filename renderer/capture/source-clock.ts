// Decides when each packet of one source was captured, on the page's own clock.
//
// The engine's timestamps keep true time except in three ways that were measured (tests/unit/renderer/capture/traces):
// - their origin is `performance.now()` in current Chromium and the machine's uptime in Chromium 114;
// - while a source starts, or starts again, they are up to 1.5 s early and creep forward, though not a sample is
//   missing: there arrival tells the truth;
// - they wobble by up to 15 ms, and on a busy machine by the length of a batch of packets (`track` copes with that).
// So time is `timestamp + offset`, where the offset is the least delay seen between capture and arrival, and never later
// than arrival. A packet that is late by that reckoning is either part of a burst (the timestamps are right and the page or
// the audio service stood still) or of a restart (arrival is right): the pace of the packets after it tells which.
import { durationUs, standstillUs, type ArrivedPacket, type TimedPacket } from './packet.ts';

/** A packet this much later than usual is looked at twice. */
const lateUs = 100_000;
/** The first packets are looked at together for this long. */
const startUs = 80_000;
/** In a burst sound comes at least this many times faster than it was captured, by more than a packet or two. */
const burstPace = 1.5;
const burstUs = 80_000;
/** After a restart it comes as it is captured, for this long without standing still and without catching up. */
const restartPace = 1.2;
const restartUs = 400_000;
/** No verdict takes longer than this. */
const verdictUs = 600_000;
/** The delay is the greatest of this many packets, so that one wrong timestamp moves nothing. */
const agreeing = 3;
/** The offset rises by at most this much in each span, should the two clocks drift apart. */
const reviewSpanUs = 10_000_000;
const reviewRiseUs = 5_000;

export class SourceClock {
  #offsetUs: number | null = null;
  #undecided: ArrivedPacket[] = [];
  #watchedFromUs = 0;
  #watchedSoundUs = 0;
  #lastArrivalUs = 0;
  #recentDelaysUs: number[] = [];
  #leastDelayUs = Infinity;
  #reviewAtUs = 0;

  /** Takes the next packet and answers those whose time is now decided, in the order they came. */
  accept(packet: ArrivedPacket): TimedPacket[] {
    if (packet.samples.length === 0) return [];
    this.#undecided.push(packet);
    const stoodStill = packet.arrivedUs - this.#lastArrivalUs > standstillUs;
    this.#lastArrivalUs = packet.arrivedUs;
    const delayUs = delayOf(packet);
    if (!this.#isLate(delayUs)) {
      this.#follow(delayUs, packet.arrivedUs);
      return this.#decide();
    }
    return this.#watch(packet, stoodStill);
  }

  /** Answers what has been undecided for too long, its timestamps being believed. Call it often. */
  settle(nowUs: number): TimedPacket[] {
    const oldest = this.#undecided[0];
    if (!oldest || nowUs - oldest.arrivedUs < verdictUs) return [];
    if (this.#offsetUs === null) this.#anchor();
    return this.#decide();
  }

  #isLate(delayUs: number): boolean {
    return this.#offsetUs === null || delayUs > this.#offsetUs + lateUs || !Number.isFinite(delayUs);
  }

  #watch(packet: ArrivedPacket, stoodStill: boolean): TimedPacket[] {
    if (stoodStill || this.#undecided.length === 1) {
      this.#watchedFromUs = packet.arrivedUs;
      this.#watchedSoundUs = 0;
    } else {
      this.#watchedSoundUs += durationUs(packet);
    }
    switch (this.#verdict(packet.arrivedUs - this.#watchedFromUs, this.#watchedSoundUs)) {
      case 'restart':
        this.#anchor();
        return this.#decide();
      case 'burst':
        return this.#decide();
      case 'open':
        return [];
    }
  }

  #verdict(elapsedUs: number, soundUs: number): 'restart' | 'burst' | 'open' {
    if (this.#offsetUs === null) return elapsedUs >= startUs ? 'restart' : 'open';
    if (soundUs > burstUs && soundUs > burstPace * elapsedUs) return 'burst';
    if (elapsedUs >= restartUs && soundUs < restartPace * elapsedUs) return 'restart';
    return 'open';
  }

  /** Takes the undecided packets' own delay as the usual one. */
  #anchor(): void {
    const delays = this.#undecided.map(delayOf).filter(Number.isFinite);
    this.#offsetUs = delays.length > 0 ? Math.min(...delays) : 0;
    this.#recentDelaysUs = [];
    this.#leastDelayUs = Infinity;
  }

  #follow(delayUs: number, arrivedUs: number): void {
    const offsetUs = this.#offsetUs ?? delayUs;
    this.#recentDelaysUs = [...this.#recentDelaysUs, delayUs].slice(-agreeing);
    if (this.#recentDelaysUs.length < agreeing) return;
    const agreedUs = Math.max(...this.#recentDelaysUs);
    this.#leastDelayUs = Math.min(this.#leastDelayUs, agreedUs);
    this.#offsetUs = Math.min(offsetUs, agreedUs);
    if (arrivedUs < this.#reviewAtUs) return;
    if (this.#reviewAtUs > 0) {
      this.#offsetUs += Math.min(Math.max(0, this.#leastDelayUs - this.#offsetUs), reviewRiseUs);
    }
    this.#leastDelayUs = agreedUs;
    this.#reviewAtUs = arrivedUs + reviewSpanUs;
  }

  #decide(): TimedPacket[] {
    const offsetUs = this.#offsetUs ?? 0;
    const decided = this.#undecided.map((packet) => timed(packet, offsetUs));
    this.#undecided = [];
    return decided;
  }
}

/** How long after its last sample a packet arrived, by the engine's timestamps: only differences of it mean anything. */
function delayOf(packet: ArrivedPacket): number {
  return packet.arrivedUs - (packet.timestampUs + durationUs(packet));
}

function timed(packet: ArrivedPacket, offsetUs: number): TimedPacket {
  const { samples, sampleRateHz, arrivedUs } = packet;
  const delayUs = delayOf(packet);
  const behindUs = Number.isFinite(delayUs) ? Math.max(0, delayUs - offsetUs) : 0;
  return { startUs: arrivedUs - behindUs - durationUs(packet), arrivedUs, samples, sampleRateHz };
}
