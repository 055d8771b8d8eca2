// Reads a track's sound packet by packet, with the engine's own capture timestamps.
import { nowUs } from './door.ts';
import { monoOf } from './mono.ts';
import type { ArrivedPacket } from './packet.ts';

/** Packets kept while the page stands still: 10 to 24 s (measured: 4 s of stillness lose nothing on both engines). */
const queuedPackets = 1_000;

interface TrackProcessor {
  readable: ReadableStream<AudioData>;
}

type TrackProcessorClass = new (init: { track: MediaStreamTrack; maxBufferSize: number }) => TrackProcessor;

/** Calls `hear` for each packet. Resolves when the track has ended or `isWanted` has become false. */
export async function readPackets(
  track: MediaStreamTrack,
  isWanted: () => boolean,
  hear: (packet: ArrivedPacket) => void,
): Promise<void> {
  const Processor = (globalThis as unknown as { MediaStreamTrackProcessor: TrackProcessorClass })
    .MediaStreamTrackProcessor;
  const reader = new Processor({ track, maxBufferSize: queuedPackets }).readable.getReader();
  while (isWanted()) {
    const { value, done } = await reader.read();
    if (done) return;
    try {
      if (isWanted()) hear(arrived(value));
    } finally {
      value.close();
    }
  }
  await reader.cancel();
}

function arrived(data: AudioData): ArrivedPacket {
  const { timestamp, sampleRate } = data;
  return { timestampUs: timestamp, arrivedUs: nowUs(), samples: monoOf(data), sampleRateHz: sampleRate };
}
