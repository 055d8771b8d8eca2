// Where in the sound bytes have changed: real Ogg pages, each damaged in turn.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { locateDamage } from '../../../../main/evidence/locate-damage.ts';
import { durationOf, preSkipOf, readPage, renumber } from '../../../../main/ogg.ts';
import { makeOgg, pagesOf } from '../../../support/make-ogg.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const lengthMs = 5_000;

async function aSound() {
  const data = Buffer.from(await makeOgg(await temporaryFolder(), lengthMs / 1000));
  const pages = pagesOf(data);
  const preSkip = preSkipOf(pages[0]!)!;
  let endMs = 0;
  let fromByte = 0;
  const places = pages.map((page) => {
    const place = { fromByte, bytes: page.length, fromMs: endMs, endMs: 0 };
    endMs = Math.max(endMs, durationOf(readPage(page)!.granule, preSkip));
    fromByte += page.length;
    return { ...place, endMs };
  });
  return { data, pages, preSkip, places };
}

test('a bit flipped anywhere is found within a third of a second around it', async () => {
  const { data, preSkip, places } = await aSound();
  fc.assert(
    fc.property(fc.nat(data.length - 1), fc.nat(7), (at, bit) => {
      const other = Buffer.from(data);
      other[at]! ^= 1 << bit;
      const spans = locateDamage({ data: other, fromMs: 0, toMs: lengthMs }, preSkip);
      const page = places.filter(({ fromByte }) => fromByte <= at).at(-1)!;
      expect(spans).toHaveLength(1);
      expect(spans[0]!.fromMs).toBeLessThanOrEqual(page.fromMs);
      expect(spans[0]!.toMs).toBeGreaterThanOrEqual(page.endMs);
      expect(spans[0]!.toMs - spans[0]!.fromMs).toBeLessThan(333);
    }),
  );
});

test('two damaged pages are two spans', async () => {
  const { data, preSkip, places } = await aSound();
  const [one, other] = [places[10]!, places[30]!];
  data[one.fromByte + 40]! ^= 1;
  data[other.fromByte + 40]! ^= 1;
  const spans = locateDamage({ data, fromMs: 0, toMs: lengthMs }, preSkip);
  expect(spans.map(({ fromMs }) => fromMs)).toEqual([one.fromMs, other.fromMs]);
});

test('where every page is whole in itself, all of the stretch is what may have changed', async () => {
  const { pages, preSkip } = await aSound();
  const again = pages.map((page) => renumber(page, { serial: 7, sequence: 0, granuleOffset: 0 }));
  const span = { fromMs: 0, toMs: lengthMs };
  expect(locateDamage({ data: Buffer.concat(again), ...span }, preSkip)).toEqual([span]);
});
