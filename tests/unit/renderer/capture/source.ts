// A made-up source: a device with a clock and a rate of its own, whose packets may be lost, late or doubled.
import type { ArrivedPacket } from '../../../../renderer/capture/packet.ts';

export interface Trouble {
  kind: 'lost' | 'late' | 'doubled';
  fromMs: number;
  toMs: number;
}

export interface Device {
  sampleRateHz: number;
  packetFrames: number;
  /** The device's clock against true time: with 200 it makes 0.02 % more samples than its rate says. */
  driftPpm: number;
  /** From the end of a packet's capture to its arrival. */
  delayMs: number;
  /** Timestamps wobble by up to this much, repeatably. */
  wobbleMs: number;
  /** Where the timestamps' clock starts, against the page's. */
  originMs: number;
  startMs: number;
  endMs: number;
  troubles: readonly Trouble[];
}

export const usualDevice: Device = {
  sampleRateHz: 48_000,
  packetFrames: 1_024,
  driftPpm: 0,
  delayMs: 8,
  wobbleMs: 0,
  originMs: 0,
  startMs: 0,
  endMs: 10_000,
  troubles: [],
};

/** `signal` tells the sample captured at a true time. Lost packets never arrive, late ones all at once at the end of the trouble. */
export function* packetsOf(device: Device, signal: (seconds: number) => number): Generator<ArrivedPacket> {
  const { sampleRateHz, packetFrames, startMs, endMs } = device;
  const trueRateHz = sampleRateHz * (1 + device.driftPpm / 1_000_000);
  const packetMs = (packetFrames / trueRateHz) * 1_000;
  for (let count = 0; startMs + (count + 1) * packetMs <= endMs; count += 1) {
    const fromMs = startMs + count * packetMs;
    const trouble = (kind: Trouble['kind']) =>
      device.troubles.find((each) => each.kind === kind && fromMs >= each.fromMs && fromMs < each.toMs);
    if (trouble('lost')) continue;
    const samples = Float32Array.from({ length: packetFrames }, (_, at) =>
      signal(fromMs / 1_000 + at / trueRateHz),
    );
    const wobbleMs = device.wobbleMs * noise(count);
    const late = trouble('late');
    const arrivedMs = Math.max(fromMs + packetMs + device.delayMs, late?.toMs ?? 0);
    const packet = {
      timestampUs: (fromMs + wobbleMs + device.originMs) * 1_000,
      arrivedUs: arrivedMs * 1_000,
      samples,
      sampleRateHz,
    };
    yield packet;
    if (trouble('doubled')) yield packet;
  }
}

/** Between 0 and 1, the same for the same `count`. */
function noise(count: number): number {
  const x = Math.sin(count * 12.9898) * 43_758.5453;
  return x - Math.floor(x);
}

/** A signal that tells its own time: it rises from 0.1 to 0.9 in `spanSeconds`. `sign` tells the sides apart. */
export function ramp(sign: 1 | -1, spanSeconds: number): (seconds: number) => number {
  return (seconds) => sign * (0.1 + (0.8 * seconds) / spanSeconds);
}

/** When a sample of the ramp was captured, in seconds. */
export function rampTime(sample: number, spanSeconds: number): number {
  return ((Math.abs(sample) - 0.1) / 0.8) * spanSeconds;
}
