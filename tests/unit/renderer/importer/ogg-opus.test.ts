// An Ogg file is heard to its end, also where it is made of several.
import { expect, test } from 'vitest';
import type { FileBytes } from '../../../../renderer/importer/file-bytes.ts';
import { oggOpus } from '../../../../renderer/importer/ogg-opus.ts';
import type { Packet } from '../../../../renderer/importer/packet.ts';
import { makePage, makeStream } from '../../../support/make-page.ts';

async function packetsOf(pages: Uint8Array[]): Promise<Packet[]> {
  const data = new Uint8Array(Buffer.concat(pages));
  const file = { read: async (at: number, length: number) => data.subarray(at, at + length) };
  const packets: Packet[] = [];
  for await (const packet of oggOpus(file as unknown as FileBytes).packets()) packets.push(packet);
  return packets;
}

test.each([
  ['another', 2],
  ['the same', 1],
])('a stream that follows under %s number goes on where the one before ends', async (_number, serial) => {
  const one = await packetsOf(makeStream(1, 10));
  const both = await packetsOf([...makeStream(1, 10), ...makeStream(serial, 10)]);
  expect(both.slice(0, 10)).toEqual(one);
  expect(both.slice(10)).toHaveLength(10);
  for (const [at, { timestamp }] of both.slice(1).entries())
    expect(timestamp).toBeGreaterThanOrEqual(both[at]!.timestamp + both[at]!.duration - 1e-9);
});

test('what runs beside it is not taken for it', async () => {
  const [head, ...rest] = makeStream(1, 10);
  const [other, ...beside] = makeStream(2, 10);
  const mixed = rest.flatMap((page, at) => [page, beside[at]!]);
  expect(await packetsOf([head!, other!, ...mixed])).toEqual(await packetsOf(makeStream(1, 10)));
});

test('a stream of another kind behind it is named and not passed over', async () => {
  const vorbis = makePage({ serial: 2, first: true, body: Buffer.from('\x01vorbis') });
  await expect(packetsOf([...makeStream(1, 10), vorbis])).rejects.toMatchObject({ reason: 'codec' });
});
