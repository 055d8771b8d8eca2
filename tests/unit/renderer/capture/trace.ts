// Packets as they really came, measured in Chromium 156 and Electron 25 against a private PulseAudio (see each file's `about`).
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Side } from '../../../../contract/call.ts';
import type { ArrivedPacket } from '../../../../renderer/capture/packet.ts';

interface Recorded {
  about: string;
  sampleRateHz: number;
  packetFrames: number;
  sides: Record<Side, RecordedSide>;
}

interface RecordedSide {
  firstTimestampUs: number;
  /** Steps from packet to packet in 0.1 ms: arrival, timestamp, arrival, timestamp... */
  steps: number[];
  /** Before the packet of this number, as many frames never came: known from a counter that was played. */
  lost: [packet: number, frames: number][];
}

export interface Trace {
  packets: Record<Side, ArrivedPacket[]>;
  lostMs: Record<Side, number>;
  lastMs: number;
}

/** `fill` tells the samples of a packet from the number of frames that the device had made before it. */
export function readTrace(name: string, fill: (side: Side, count: number) => number): Trace {
  const file = join(import.meta.dirname, 'traces', `${name}.json`);
  const { sides, sampleRateHz, packetFrames } = JSON.parse(readFileSync(file, 'utf8')) as Recorded;
  const read = (side: Side): ArrivedPacket[] => {
    const { firstTimestampUs, steps, lost } = sides[side];
    let arrivedUs = 0;
    let timestampUs = firstTimestampUs;
    let count = 0;
    return Array.from({ length: steps.length / 2 }, (_, at) => {
      arrivedUs += steps[2 * at]! * 100;
      timestampUs += steps[2 * at + 1]! * 100;
      count += lost.find(([packet]) => packet === at)?.[1] ?? 0;
      const from = count;
      count += packetFrames;
      const samples = Float32Array.from({ length: packetFrames }, (__, frame) => fill(side, from + frame));
      return { arrivedUs, timestampUs, samples, sampleRateHz };
    });
  };
  const lostMs = (side: Side) =>
    sides[side].lost.reduce((sum, [, frames]) => sum + frames, 0) / (sampleRateHz / 1_000);
  const packets = { you: read('you'), them: read('them') };
  const lastMs = Math.min(packets.you.at(-1)!.arrivedUs, packets.them.at(-1)!.arrivedUs) / 1_000;
  return { packets, lostMs: { you: lostMs('you'), them: lostMs('them') }, lastMs };
}
