// The packets of a file whose container says where each is and when it is to be heard.
import { EncodedPacketSink, type EncodedPacket } from 'mediabunny';
import { missingInFile } from '../../contract/import.ts';
import type { MediaFile } from './media-file.ts';
import type { Packet, PacketSource } from './packet.ts';

export function containerPackets({ track, promisedSeconds }: MediaFile): PacketSource {
  const sink = new EncodedPacketSink(track);
  return {
    packets: () => walk(sink, promisedSeconds),
    // Recorders in browsers write the times at which sound came, which waver.
    leastHoleSeconds: 0.06,
    holeCause: missingInFile,
  };
}

/** To the end of the file, also where it ends in the midst of a packet; over what cannot be read to what comes behind it. */
async function* walk(
  sink: EncodedPacketSink,
  promisedSeconds: number | null,
): AsyncGenerator<Packet, void, undefined> {
  let packet = await sink.getFirstPacket().catch(() => null);
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
