// How long an Opus packet is, by its first bytes (RFC 6716, section 3.1).

/** Frames at 48 kHz of one Opus frame, by configuration: SILK 10 to 60 ms, hybrid 10 and 20, CELT 2.5 to 20. */
const silk = [480, 960, 1920, 2880];
const hybrid = [480, 960];
const celt = [120, 240, 480, 960];

/** Frames at 48 kHz; 0 for what is no packet. */
export function opusFrames(packet: Uint8Array): number {
  const toc = packet[0];
  if (toc === undefined) return 0;
  const config = toc >> 3;
  const one = config < 12 ? silk[config % 4]! : config < 16 ? hybrid[config % 2]! : celt[config % 4]!;
  const code = toc & 3;
  if (code === 0) return one;
  return code === 3 ? one * ((packet[1] ?? 0) & 63) : 2 * one;
}
