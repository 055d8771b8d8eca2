// The sound of an opened file, stretch after stretch: decoded, and where the file has holes, told so.
import { AudioSampleSink, type InputAudioTrack } from 'mediabunny';
import { unreadableInFile } from '../../contract/import.ts';
import { containerPackets } from './container-packets.ts';
import { FileBytes } from './file-bytes.ts';
import { adtsHead, mp3Head } from './frame-heads.ts';
import { framesOf } from './frame-walk.ts';
import { oggOpus } from './ogg-opus.ts';
import type { MediaFile } from './media-file.ts';
import { PacketDecoder } from './packet-decoder.ts';
import type { PacketSource } from './packet.ts';
import { Refused } from './refused.ts';
import { withoutPreSkip } from './run-up.ts';
import type { Stretch } from './stretch.ts';

/** A hole longer than this is a damaged timestamp: nothing fills days with silence. */
const greatestHoleSeconds = 6 * 3600;
/** A file whose first packets all fail holds something else than it says. */
const patiencePackets = 1_500;

export async function* soundOf(file: MediaFile, url: URL): AsyncGenerator<Stretch, void, undefined> {
  const isPlain = file.config.codec.startsWith('pcm') || ['ulaw', 'alaw'].includes(file.config.codec);
  yield* isPlain ? plainSound(file.track) : decodedSound(file, url);
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

async function* decodedSound(file: MediaFile, url: URL): AsyncGenerator<Stretch, void, undefined> {
  const source = packetsOf(file, url);
  const sameRate = onlyOneRate();
  let decoder: PacketDecoder | null = null;
  try {
    let reached = Infinity;
    for await (const packet of source.packets()) {
      decoder ??= new PacketDecoder(withoutPreSkip(file.config), packet.timestamp);
      const hole = packet.timestamp - reached;
      if (hole >= source.leastHoleSeconds && hole <= greatestHoleSeconds) {
        // What came before the hole has to be out before it: the decoder starts afresh behind it, as it would have to.
        yield* sameRate(await decoder.finish());
        yield { what: 'hole', seconds: hole, cause: source.holeCause };
      }
      yield* sameRate(await decoder.decode(packet));
      const { heard, lost } = decoder.counts;
      if (heard === 0 && lost > patiencePackets) throw new Refused('nothing-decodes', file.format);
      reached = packet.timestamp + packet.duration;
    }
    if (decoder) yield* sameRate(await decoder.finish());
  } finally {
    decoder?.close();
  }
}

/** Where the format lets one go on behind what is damaged, a walk of our own does so. */
function packetsOf(file: MediaFile, url: URL): PacketSource {
  if (file.format === 'Ogg' && file.codec === 'Opus') return oggOpus(new FileBytes(url));
  if (file.format === 'MP3') return framesOf(new FileBytes(url), mp3Head);
  if (file.format === 'AAC') return framesOf(new FileBytes(url), adtsHead);
  return containerPackets(file);
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
