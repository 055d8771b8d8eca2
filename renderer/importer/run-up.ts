// What a decoder makes before the sound begins, and nobody should hear.

const opusRateHz = 48_000;
/** OpusHead, RFC 7845 section 5.1: pre-skip, two bytes, little-endian. */
const preSkipAt = 10;

/** In seconds; 0 for everything but Opus. */
export function preSkipSeconds({ codec, description }: AudioDecoderConfig): number {
  if (codec !== 'opus' || !description) return 0;
  const head = bytesOf(description);
  return head.length < preSkipAt + 2 ? 0 : (head[preSkipAt]! + 256 * head[preSkipAt + 1]!) / opusRateHz;
}

/** Some engines drop an Opus stream's run-up by themselves and some do not; one that knows of none drops none. */
export function withoutPreSkip(config: AudioDecoderConfig): AudioDecoderConfig {
  if (preSkipSeconds(config) === 0 || !config.description) return config;
  const description = bytesOf(config.description).slice();
  description.fill(0, preSkipAt, preSkipAt + 2);
  return { ...config, description };
}

function bytesOf(source: AllowSharedBufferSource): Uint8Array {
  return ArrayBuffer.isView(source)
    ? new Uint8Array(source.buffer, source.byteOffset, source.byteLength)
    : new Uint8Array(source);
}
