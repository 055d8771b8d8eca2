// The sound of an opened file, stretch after stretch: decoded, and where the file has holes, told so.
import { AudioSampleSink, EncodedPacketSink, type EncodedPacket, type InputAudioTrack } from 'mediabunny';
import { missingInFile, unreadableInFile } from '../../contract/import.ts';
import type { OpenedFile } from './open-file.ts';
import { PacketDecoder } from './packet-decoder.ts';
import { Refused } from './refused.ts';
import type { Stretch } from './stretch.ts';

/** Timestamps that jump by less are a recorder's unsteady clock and not a hole. */
const leastHoleSeconds = 0.06;
/** A hole longer than this is a damaged timestamp: nothing fills days with silence. */
const greatestHoleSeconds = 6 * 3600;
/** A file whose first packets all fail holds something else than it says. */
const patiencePackets = 1_500;

export async function* soundOf(file: OpenedFile): AsyncGenerator<Stretch, void, undefined> {
  const isPlain = file.config.codec.startsWith('pcm') || ['ulaw', 'alaw'].includes(file.config.codec);
  yield* isPlain ? plainSound(file.track) : decodedSound(file);
}

/** Sound that was never encoded cannot be damaged in a way that shows. */
async function* plainSound(track: InputAudioTrack): AsyncGenerator<Stretch, void, undefined> {
  for await (const sample of new AudioSampleSink(track).samples()) {
    try {
      const channels = Array.from({ length: sample.numberOfChannels }, (_, planeIndex) => {
        const plane = new Float32Array(sample.numberOfFrames);
        sample.copyTo(plane, { planeIndex, format: 'f32-planar' });
        return plane.map((value) => (Number.isFinite(value) ? value : 0));
      });
      const { sampleRate: sampleRateHz, timestamp: fromSeconds } = sample;
      yield { what: 'sound', channels, sampleRateHz, fromSeconds };
    } finally {
      sample.close();
    }
  }
}

async function* decodedSound(file: OpenedFile): AsyncGenerator<Stretch, void, undefined> {
  const sink = new EncodedPacketSink(file.track);
  const first = await sink.getFirstPacket().catch(() => null);
  if (!first) return;
  const decoder = new PacketDecoder(file.config, first.timestamp);
  const sameRate = onlyOneRate();
  try {
    let before: EncodedPacket | null = null;
    for await (const packet of packetsOf(sink, first, file.promisedSeconds)) {
      const hole: number = before ? packet.timestamp - (before.timestamp + before.duration) : 0;
      if (hole >= leastHoleSeconds && hole <= greatestHoleSeconds) {
        // What came before the hole has to be out before it: the decoder starts afresh behind it, as it would have to.
        yield* sameRate(await decoder.finish());
        yield { what: 'hole', seconds: hole, cause: missingInFile };
      }
      yield* sameRate(await decoder.decode(packet));
      const { heard, lost } = decoder.counts;
      if (heard === 0 && lost > patiencePackets) throw new Refused('nothing-decodes', file.format);
      before = packet;
    }
    yield* sameRate(await decoder.finish());
  } finally {
    decoder.close();
  }
}

/** To the end of the file, also where it ends in the midst of a packet; over what cannot be read to what comes behind it. */
async function* packetsOf(
  sink: EncodedPacketSink,
  first: EncodedPacket,
  promisedSeconds: number | null,
): AsyncGenerator<EncodedPacket, void, undefined> {
  let packet: EncodedPacket | null = first;
  while (packet) {
    yield packet;
    packet = (await next(sink, packet)) ?? (await behind(sink, packet, promisedSeconds));
  }
}

const next = (sink: EncodedPacketSink, packet: EncodedPacket): Promise<EncodedPacket | null> =>
  sink.getNextPacket(packet).catch(() => null);

/** The first packet that can be had again, by asking for later and later moments. */
async function behind(
  sink: EncodedPacketSink,
  last: EncodedPacket,
  promisedSeconds: number | null,
): Promise<EncodedPacket | null> {
  const end = last.timestamp + last.duration;
  for (let step = 0.1; end + step < (promisedSeconds ?? 0); step *= 1.5) {
    const found = await sink.getPacket(end + step).catch(() => null);
    // A format may answer with the last one again.
    if (found && found.timestamp > last.timestamp) return found;
  }
  return null;
}

/** A damaged packet may be taken for sound of another rate: then it is noise. */
function onlyOneRate(): (stretches: readonly Stretch[]) => Stretch[] {
  let rateHz: number | null = null;
  return (stretches) =>
    stretches.map((stretch) => {
      if (stretch.what === 'hole') return stretch;
      rateHz ??= stretch.sampleRateHz;
      if (stretch.sampleRateHz === rateHz) return stretch;
      const seconds = (stretch.channels[0]?.length ?? 0) / stretch.sampleRateHz;
      return { what: 'hole', seconds, cause: unreadableInFile };
    });
}
