// What a decoder makes before the sound begins, and nobody should hear.
import type { OpenedFile } from './open-file.ts';
import type { Stretch } from './stretch.ts';

const opusRateHz = 48_000;

/** OpusHead, RFC 7845 section 5.1: bytes 10 and 11, little-endian, in seconds. 0 for everything but Opus. */
export function preSkipSeconds({ codec, description }: AudioDecoderConfig): number {
  if (codec !== 'opus' || !description) return 0;
  const view = ArrayBuffer.isView(description)
    ? new DataView(description.buffer, description.byteOffset, description.byteLength)
    : new DataView(description);
  return view.byteLength < 12 ? 0 : view.getUint16(10, true) / opusRateHz;
}

/** Seconds to drop at the start. Some engines drop an Opus stream's run-up by themselves: then the first packet is shorter. */
export function runUpOf({ config, startSeconds, firstPacketSeconds }: OpenedFile, first: Stretch): number {
  const preSkip = preSkipSeconds(config);
  if (preSkip === 0) return Math.max(0, -startSeconds);
  const isWhole =
    first.what === 'sound' &&
    (first.channels[0]?.length ?? 0) >= Math.floor(firstPacketSeconds * first.sampleRateHz);
  return isWhole ? preSkip : 0;
}
