// The running hash: whatever was changed, the chain says so, and at which link it begins.
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { startChain, type Link } from '../../../../main/evidence/chain.ts';
import { firstBrokenLink } from '../../../support/check-chain.ts';

const stretches = fc.array(fc.array(fc.uint8Array({ minLength: 1, maxLength: 40 }), { maxLength: 4 }), {
  minLength: 1,
  maxLength: 6,
});

function chained(parts: Uint8Array[][]): { data: Buffer; links: Link[] } {
  const chain = startChain();
  const links = parts.flatMap((stretch, index) => {
    for (const part of stretch) chain.add(part);
    return chain.link(index * 1000 + 0.4) ?? [];
  });
  return { data: Buffer.concat(parts.flat()), links };
}

test('an untouched recording fits every link, and the last link reaches its end', () => {
  fc.assert(
    fc.property(stretches, (parts) => {
      const { data, links } = chained(parts);
      expect(firstBrokenLink(data, links)).toBeNull();
      expect(links.at(-1)?.bytes ?? 0).toBe(data.length);
      expect(links.length).toBe(parts.filter((stretch) => stretch.length > 0).length);
      expect(links.every(({ durationMs }) => Number.isInteger(durationMs))).toBe(true);
    }),
  );
});

test('one flipped bit anywhere is found, at the link whose stretch holds it', () => {
  fc.assert(
    fc.property(stretches, fc.nat(), fc.integer({ min: 0, max: 7 }), (parts, seed, bit) => {
      const { data, links } = chained(parts);
      fc.pre(data.length > 0);
      const at = seed % data.length;
      data[at]! ^= 1 << bit;
      expect(firstBrokenLink(data, links)).toBe(links.findIndex(({ bytes }) => at < bytes));
    }),
  );
});

test('a chain may be put down at any link and taken up again', () => {
  fc.assert(
    fc.property(stretches, stretches, (before, after) => {
      const whole = chained([...before, ...after]).links;
      const put = chained(before).links;
      const chain = startChain(put.at(-1) ?? null);
      const taken = after.flatMap((stretch, index) => {
        for (const part of stretch) chain.add(part);
        return chain.link((before.length + index) * 1000) ?? [];
      });
      expect([...put, ...taken]).toEqual(whole);
    }),
  );
});

test('the first link is plain SHA-256, so that anyone can check it without this app', () => {
  const chain = startChain();
  chain.add(Buffer.from('OggS'));
  expect(chain.link(20)?.hash).toBe(createHash('sha256').update('OggS').digest('hex'));
});
