// The checksum of an Ogg page, for whoever writes, mends or reads one.

const crcTable = Uint32Array.from({ length: 256 }, (_, index) => {
  let crc = index << 24;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 0x80000000 ? (crc << 1) ^ 0x04c11db7 : crc << 1;
  return crc >>> 0;
});

/** With the page's own four bytes for it taken as zero (RFC 3533, section 6). */
export function oggChecksum(page: Uint8Array): number {
  let crc = 0;
  for (let at = 0; at < page.length; at += 1) {
    const byte = at >= 22 && at < 26 ? 0 : page[at]!;
    crc = ((crc << 8) ^ crcTable[(crc >>> 24) ^ byte]!) >>> 0;
  }
  return crc;
}
