// A stretch of one side's sound as the engine hands it out, and the same with a time that can be relied on.

export interface ArrivedPacket {
  /** The engine's own capture timestamp of the first sample, µs. Its origin differs by engine. */
  timestampUs: number;
  /** When the page got hold of it, µs of `performance.now()`. */
  arrivedUs: number;
  /** One channel, -1 to 1, at the device's own rate. */
  samples: Float32Array;
  sampleRateHz: number;
}

export interface TimedPacket {
  /** When the first sample was captured, µs of `performance.now()`; at most a packet or a batch of them too late. */
  startUs: number;
  arrivedUs: number;
  samples: Float32Array;
  sampleRateHz: number;
}

/** Packets come 10 to 24 ms apart. When they come further apart than this, something stood still. */
export const standstillUs = 60_000;

export function durationUs(packet: { samples: Float32Array; sampleRateHz: number }): number {
  return (packet.samples.length / packet.sampleRateHz) * 1_000_000;
}
