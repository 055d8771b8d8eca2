// audio.ogg while it grows: real files, real pages.
import { readFile, stat } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createAudioFile } from '../../../../main/recording/audio-file.ts';
import { startChain } from '../../../../main/evidence/chain.ts';
import { decode, dominantToneHz } from '../../../support/listen.ts';
import { makeOgg, pagesOf } from '../../../support/make-ogg.ts';
import { makeStream } from '../../../support/make-page.ts';
import { limitFiles } from '../../../support/small-disk.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

test('what was appended is in the file, to the byte, and the hash is of all of it', async () => {
  const folder = await temporaryFolder();
  const sound = await makeOgg(folder, 2);
  const path = join(folder, 'audio.ogg');
  const file = await createAudioFile(path);
  for (const page of pagesOf(sound)) await file.append(page);
  expect(file.durationMs).toBeCloseTo(2000, 0);
  const closed = await file.close();
  expect(new Uint8Array(await readFile(path))).toEqual(sound);
  expect(closed).toMatchObject({
    bytes: sound.length,
    sha256: createHash('sha256').update(sound).digest('hex'),
  });
});

test('a file that is already there is never written over', async () => {
  const folder = await temporaryFolder();
  const path = join(folder, 'audio.ogg');
  await (await createAudioFile(path)).close();
  await expect(createAudioFile(path)).rejects.toThrow('EEXIST');
});

test('bytes that are not one whole page are refused and not written', async () => {
  const folder = await temporaryFolder();
  const [head] = pagesOf(await makeOgg(folder, 1));
  const file = await createAudioFile(join(folder, 'audio.ogg'));
  await expect(file.append(head!.slice(0, -1))).rejects.toThrow('page');
  await expect(file.append(new Uint8Array(100))).rejects.toThrow('page');
  expect((await file.close()).bytes).toBe(0);
});

test.skipIf(process.platform !== 'linux')(
  'a page of which only half found room is no part of the file that is closed',
  async () => {
    const path = join(await temporaryFolder(), 'audio.ogg');
    const file = await createAudioFile(path);
    const pages = makeStream(1, 10);
    for (const page of pages.slice(0, 6)) await file.append(page);
    limitFiles(file.bytes + 40);
    await expect(file.append(pages[6]!)).rejects.toMatchObject({ code: 'disk-full' });
    expect((await stat(path)).size).toBe(file.bytes + 40);
    const { bytes, sha256 } = await file.close();
    const data = await readFile(path);
    expect(data).toHaveLength(bytes);
    expect(createHash('sha256').update(data).digest('hex')).toBe(sha256);
  },
);

test('an encoder started anew in mid-call leaves one stream that plays from start to end', async () => {
  const folder = await temporaryFolder();
  const first = pagesOf(await makeOgg(folder, 2)).slice(0, -1); // cut off: its last page never came
  const second = pagesOf(await makeOgg(folder, 2, 'second.ogg'));
  const path = join(folder, 'audio.ogg');
  const file = await createAudioFile(path);
  for (const page of first) await file.append(page);
  const beforeMs = file.durationMs;
  for (const page of second) await file.append(page);
  const { durationMs } = await file.close();

  expect(durationMs).toBeCloseTo(beforeMs + 2000 + 6.5, 0); // the second one's look-ahead is played too
  const heard = await decode(path);
  expect(heard.durationMs).toBeCloseTo(durationMs, -1);
  for (const [channel, hz] of [440, 1000].entries())
    expect(dominantToneHz(heard.channels[channel]!, heard.sampleRateHz, [440, 1000])).toBe(hz);
});

test('each link of the chain holds all that came before it', () => {
  const links = (parts: string[]) => {
    const chain = startChain();
    return parts.map((part) => {
      chain.add(Buffer.from(part));
      return chain.link(0)!.hash;
    });
  };
  const [one, two] = links(['first', 'second']);
  expect(links(['first', 'second'])).toEqual([one, two]);
  expect(links(['First', 'second'])[1]).not.toBe(two);
  const restarted = startChain({ bytes: 5, durationMs: 0, hash: one! });
  restarted.add(Buffer.from('second'));
  expect(restarted.link(0)).toEqual({ bytes: 11, durationMs: 0, hash: two });
  expect(restarted.link(0)).toBeNull();
});
