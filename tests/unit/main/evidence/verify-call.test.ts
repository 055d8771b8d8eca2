// A call against its seal: real files, real hashes, and every byte of the sound matters.
import fc from 'fast-check';
import { appendFile, mkdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startChain, type Link } from '../../../../main/evidence/chain.ts';
import { makeSeal, type Seal } from '../../../../main/evidence/seal.ts';
import { verifyCall } from '../../../../main/evidence/verify-call.ts';
import { makeCall } from '../../../support/make-call.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

/** A sealed call whose sound has a link after each of `stretches` bytes, one a second, then `tail` bytes without any. */
async function sealed(stretches: readonly number[] = [300, 200, 400, 100], tail = 0) {
  const folder = join(await temporaryFolder(), 'call');
  await mkdir(folder);
  const bytes = stretches.reduce((sum, one) => sum + one, tail);
  const sound = Buffer.from(Array.from({ length: bytes }, (_, at) => (at * 37) % 251));
  const chain = startChain();
  const links: Link[] = [];
  let at = 0;
  for (const [second, length] of stretches.entries()) {
    chain.add(sound.subarray(at, (at += length)));
    links.push(chain.link((second + 1) * 1000)!);
  }
  const call = makeCall({ durationMs: stretches.length * 1000 + tail });
  const sha256 = createHash('sha256').update(sound).digest('hex');
  const seal = makeSeal(call, { bytes, sha256 }, links, Date.parse('2026-11-23T15:00:00.000Z'));
  const paths = {
    audio: join(folder, 'audio.ogg'),
    call: join(folder, 'call.json'),
    seal: join(folder, 'seal.json'),
  };
  await writeFile(paths.audio, sound);
  await writeFile(paths.call, JSON.stringify(call));
  await writeFile(paths.seal, JSON.stringify(seal));
  return { folder, paths, sound, links, call, seal };
}

const altered = (fromMs: number, toMs: number) => ({
  file: 'audio.ogg',
  change: { what: 'altered', span: { fromMs, toMs } },
});

test('what was not touched is unchanged, with or without a tail behind the last link', async () => {
  for (const tail of [0, 70]) {
    const { folder, call } = await sealed(undefined, tail);
    expect(await verifyCall(folder)).toEqual({
      verdict: 'unchanged',
      sealedAt: '2026-11-23T15:00:00.000Z',
      durationMs: call.durationMs,
    });
  }
});

test('a bit flipped anywhere in the sound is found in the second where it lies', async () => {
  const { folder, paths, sound, links } = await sealed(undefined, 50);
  await fc.assert(
    fc.asyncProperty(fc.nat(sound.length - 1), fc.nat(7), async (at, bit) => {
      const other = Buffer.from(sound);
      other[at]! ^= 1 << bit;
      await writeFile(paths.audio, other);
      const second = links.findIndex((link) => at < link.bytes);
      const expected = second === -1 ? altered(4000, 4050) : altered(second * 1000, (second + 1) * 1000);
      expect(await verifyCall(folder)).toEqual({ verdict: 'changed', changes: [expected] });
    }),
  );
});

test('two changes apart are two spans, neighbours are one', async () => {
  const { folder, paths, sound } = await sealed();
  sound[0]! ^= 1;
  sound[600]! ^= 1;
  sound[950]! ^= 1;
  await writeFile(paths.audio, sound);
  expect(await verifyCall(folder)).toEqual({
    verdict: 'changed',
    changes: [altered(0, 1000), altered(2000, 4000)],
  });
});

test('a sound cut short says from which second, one made longer by how much', async () => {
  const { folder, paths } = await sealed();
  await truncate(paths.audio, 899);
  const cut = { file: 'audio.ogg', change: { what: 'cut', fromMs: 2000 } };
  expect(await verifyCall(folder)).toEqual({ verdict: 'changed', changes: [cut] });
  const other = await sealed();
  await appendFile(other.paths.audio, 'more');
  const longer = { file: 'audio.ogg', change: { what: 'longer', bytes: 4 } };
  expect(await verifyCall(other.folder)).toEqual({ verdict: 'changed', changes: [longer] });
});

test('a sound of several megabytes, read in many pieces, is checked as a whole', async () => {
  const { folder, paths, sound } = await sealed([1_500_000, 10, 1_048_576 - 10, 2_000_000]);
  expect(await verifyCall(folder)).toMatchObject({ verdict: 'unchanged' });
  sound[1_500_003]! ^= 4;
  await writeFile(paths.audio, sound);
  expect(await verifyCall(folder)).toEqual({ verdict: 'changed', changes: [altered(1000, 2000)] });
});

test('a seal that does not fit itself or the sound is named, and not the sound', async () => {
  const { folder, paths, seal } = await sealed();
  const other = 'f'.repeat(64);
  const forgeries: Seal[] = [
    { ...seal, audio: { ...seal.audio, sha256: other } },
    { ...seal, chain: [...seal.chain.slice(0, 2), { ...seal.chain[2]!, hash: other }, seal.chain[3]!] },
    { ...seal, chain: [seal.chain[1]!, seal.chain[0]!] },
  ];
  for (const forged of forgeries) {
    await writeFile(paths.seal, JSON.stringify(forged));
    expect(await verifyCall(folder)).toEqual({ verdict: 'changed', changes: [{ file: 'seal.json' }] });
  }
});

test('what was known of the recording may not change; what people say about it may', async () => {
  const { folder, paths, call } = await sealed();
  await writeFile(paths.call, JSON.stringify({ ...call, revision: 9, company: 'Other', notes: 'Later' }));
  expect(await verifyCall(folder)).toMatchObject({ verdict: 'unchanged' });
  const moved = { ...call, startedAt: '2026-11-24T14:05:00.000Z', durationMs: 1 };
  await writeFile(paths.call, JSON.stringify(moved));
  expect(await verifyCall(folder)).toEqual({
    verdict: 'changed',
    changes: [{ file: 'call.json', fields: ['durationMs', 'startedAt'] }],
  });
});

test('what is missing or no longer JSON cannot be read, and a changed sound is told all the same', async () => {
  for (const [name, file] of [
    ['audio', 'audio.ogg'],
    ['call', 'call.json'],
    ['seal', 'seal.json'],
  ] as const) {
    const { folder, paths } = await sealed();
    await rm(paths[name]);
    expect(await verifyCall(folder)).toEqual({ verdict: 'unreadable', file, why: 'missing' });
  }
  const { folder, paths } = await sealed();
  await writeFile(paths.seal, '{"format": 1');
  expect(await verifyCall(folder)).toMatchObject({ verdict: 'unreadable', file: 'seal.json' });

  const torn = await sealed();
  await writeFile(torn.paths.call, 'no JSON');
  expect(await verifyCall(torn.folder)).toMatchObject({ verdict: 'unreadable', file: 'call.json' });
  await writeFile(torn.paths.audio, (await readFile(torn.paths.audio)).fill(0, 0, 1));
  await truncate(torn.paths.audio, 10);
  expect(await verifyCall(torn.folder)).toMatchObject({ verdict: 'changed' });
});

test('a call that was all notes, with no sound, is unchanged as long as there is none', async () => {
  const { folder, paths } = await sealed([]);
  expect(await verifyCall(folder)).toMatchObject({ verdict: 'unchanged', durationMs: 0 });
  await appendFile(paths.audio, 'x');
  expect(await verifyCall(folder)).toMatchObject({ verdict: 'changed' });
});

test('what an imported call was made from is sealed too: a bit flipped in it, or its loss, is found', async () => {
  const { folder, paths, seal } = await sealed();
  const original = join(folder, 'original.m4a');
  const data = Buffer.from('what the phone wrote');
  const sha256 = createHash('sha256').update(data).digest('hex');
  await writeFile(original, data);
  await writeFile(
    paths.seal,
    JSON.stringify({ ...seal, files: [{ file: 'original.m4a', bytes: data.length, sha256 }] }),
  );
  expect(await verifyCall(folder)).toMatchObject({ verdict: 'unchanged' });
  await writeFile(original, 'what the phone wrotf');
  expect(await verifyCall(folder)).toEqual({
    verdict: 'changed',
    changes: [{ file: 'original.m4a', original: 'altered' }],
  });
  await rm(original);
  expect(await verifyCall(folder)).toEqual({
    verdict: 'changed',
    changes: [{ file: 'original.m4a', original: 'missing' }],
  });
});

test('a seal that names a file outside the folder is no seal', async () => {
  const { folder, paths, seal } = await sealed();
  const sha256 = 'ab'.repeat(32);
  for (const file of ['../secret', '/etc/passwd', '..', 'a/b']) {
    await writeFile(paths.seal, JSON.stringify({ ...seal, files: [{ file, bytes: 1, sha256 }] }));
    expect(await verifyCall(folder)).toMatchObject({ verdict: 'unreadable', file: 'seal.json' });
  }
});
