// Ogg pages made by hand, for tests that care where bytes lie and not how they sound.
import { renumber } from '../../main/ogg.ts';

const frameSamples = 960; // 20 ms at 48 kHz

interface PageFields {
  serial?: number;
  sequence?: number;
  granule?: number;
  first?: boolean;
  body?: Uint8Array;
}

/** One valid page around `body` (at most 60 kB). */
export function makePage({
  serial = 1,
  sequence = 0,
  granule = 0,
  first = false,
  body = new Uint8Array(10),
}: PageFields) {
  const lacing = [...Array.from({ length: Math.floor(body.length / 255) }, () => 255), body.length % 255];
  const page = new Uint8Array(27 + lacing.length + body.length);
  page.set(Buffer.from('OggS'));
  page[5] = first ? 2 : 0;
  page[26] = lacing.length;
  page.set(lacing, 27);
  page.set(body, 27 + lacing.length);
  return renumber(page, { serial, sequence, granuleOffset: granule }); // which also sums it up
}

export const preSkip = 312;

/** An encoder's stream: two pages of heads, then a page for every 100 ms. `serial` tells one encoder from another. */
export function makeStream(serial: number, tenths: number): Uint8Array[] {
  const head = new Uint8Array(19);
  head.set(Buffer.from('OpusHead'));
  new DataView(head.buffer).setUint16(10, preSkip, true);
  const sound = Array.from({ length: tenths }, (_, index) =>
    makePage({
      serial,
      sequence: index + 2,
      granule: preSkip + (index + 1) * 5 * frameSamples,
      body: Uint8Array.from({ length: 60 }, (__, at) => (serial + index * 60 + at) % 256),
    }),
  );
  return [
    makePage({ serial, sequence: 0, first: true, body: head }),
    makePage({ serial, sequence: 1, body: Buffer.from('OpusTags') }),
    ...sound,
  ];
}
