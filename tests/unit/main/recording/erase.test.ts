// Erasing a running call: the wish is on disk before anything goes, and afterwards nothing is there.
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { systemClock } from '../../../../main/clock.ts';
import { parseJournal } from '../../../../main/recording/journal.ts';
import { startLiveCall } from '../../../../main/recording/live-call.ts';
import { newCall } from '../../../../main/recording/new-call.ts';
import { recover } from '../../../../main/recording/recovery.ts';
import { eraseFolder } from '../../../../main/recording/running-files.ts';
import { makeOgg } from '../../../support/make-ogg.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const id = '20261123T140500Z-k7f3q2x9';
const off = { phase: 'off' } as const;
const call = newCall({
  id,
  company: 'Northwind',
  startedAtMs: Date.UTC(2026, 10, 23, 14, 5),
  appVersion: '1',
  sources: { you: off, them: off },
});

async function running() {
  const folder = join(await temporaryFolder(), '2026', id);
  const deps = { clock: systemClock, changed: () => undefined, log: () => undefined };
  const live = await startLiveCall(folder, call, deps);
  live.began(0);
  return { folder, live };
}
const page = (bytes: Uint8Array) => ({
  callId: id,
  page: bytes,
  peaks: new Uint8Array([9, 9]),
  facts: [],
  frames: { you: 480, them: 480 },
});
/** The first page of a sound: a head page, whole in itself. */
async function firstPage(folder: string): Promise<Uint8Array> {
  const sound = await makeOgg(dirname(folder), 1);
  const next = Buffer.from(sound).indexOf('OggS', 4);
  return new Uint8Array(sound.subarray(0, next));
}

/** The folder is gone; what stays is to close its files. */
const letGo = () => undefined;

test('after it nothing of the call is left', async () => {
  const { folder, live } = await running();
  live.takePage(page(await firstPage(folder)));
  await live.forget();
  await live.discard();
  await expect(stat(folder)).rejects.toThrow('ENOENT');
});

test('sound that still comes is not written once the call is to be erased', async () => {
  const { folder, live } = await running();
  const sound = await firstPage(folder);
  await live.forget();
  live.takePage(page(sound));
  await live.keepSafe(true);
  expect((await stat(join(folder, 'audio.ogg'))).size).toBe(0);
  expect((await stat(join(folder, 'peaks.bin'))).size).toBe(0);
  await live.discard();
});

test('a crash right after the wish, or half-way through, ends in the call’s removal and never in half a call', async () => {
  for (const gone of [[], ['audio.ogg'], ['audio.ogg', 'peaks.bin']]) {
    const { folder, live } = await running();
    live.takePage(page(await firstPage(folder)));
    await live.keepSafe(true);
    await live.forget();
    expect(parseJournal(await readFile(join(folder, 'journal.jsonl'), 'utf8')).at(-1)).toEqual({
      type: 'erase',
    });
    for (const name of gone) await rm(join(folder, name));
    const saveCall = () => Promise.reject(new Error('must not be saved'));
    expect((await recover(folder, id, { now: Date.now, isOurs: true, saveCall }))?.outcome).toBe('erased');
    expect(await readdir(dirname(folder))).not.toContain(id);
    await live.discard().catch(letGo);
  }
});

test('the journal is the last file to go', async () => {
  const { folder, live } = await running();
  await writeFile(join(folder, 'zzz-last-by-name'), '');
  await live.forget();
  const seen: string[][] = [];
  const watching = (async () => {
    for (;;) {
      const names = await readdir(folder).catch(() => null);
      if (names === null) return;
      seen.push(names);
    }
  })();
  await eraseFolder(folder);
  await watching;
  await live.discard().catch(letGo);
  const withSomething = seen.filter((names) => names.length > 0);
  expect(withSomething.filter((names) => !names.includes('journal.jsonl'))).toEqual([]);
});
