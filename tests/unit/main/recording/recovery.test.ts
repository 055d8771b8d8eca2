// After a crash: what was heard and acknowledged is a call again, once.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import type { Call } from '../../../../contract/call.ts';
import type { Seal } from '../../../../main/evidence/seal.ts';
import type { JournalLine } from '../../../../main/recording/journal.ts';
import { newCall } from '../../../../main/recording/new-call.ts';
import { newMark } from '../../../../main/recording/new-mark.ts';
import { isUnfinished, recover } from '../../../../main/recording/recovery.ts';
import { decode } from '../../../support/listen.ts';
import { makeOgg } from '../../../support/make-ogg.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const id = '20261123T140500Z-k7f3q2x9';
const nowMs = Date.UTC(2026, 10, 23, 14, 5);
const off = { phase: 'off' } as const;
const call = newCall({
  id,
  company: 'Northwind',
  startedAtMs: nowMs,
  appVersion: '1',
  sources: { you: off, them: off },
});
const mark = newMark({ kind: 'promise', event: null, atMs: 1500, reachBackMs: 1000, nowMs });
const start = (pid: number): JournalLine => ({ type: 'start', call, pid, host: hostname() });

async function leave(library: string, lines: (JournalLine | string)[], audio: Uint8Array): Promise<string> {
  const folder = join(library, '2026', id);
  await mkdir(folder, { recursive: true });
  const text = lines.map((line) => (typeof line === 'string' ? line : `${JSON.stringify(line)}\n`)).join('');
  await writeFile(join(folder, 'journal.jsonl'), text);
  await writeFile(join(folder, 'audio.ogg'), audio);
  return folder;
}

async function recoverIn(folder: string) {
  const saved: { call: Call; seal: Seal }[] = [];
  const saveCall = async (one: Call, seal: Seal) => void saved.push({ call: one, seal });
  return { result: await recover(folder, id, { now: () => nowMs, saveCall }), saved };
}

const deadPid = 2 ** 22 + 1; // above the highest there can be

test('a recording that was cut off is cut to its last whole page and keeps its marks', async () => {
  const library = await temporaryFolder();
  const sound = await makeOgg(library, 3);
  const torn = sound.slice(0, sound.length - 700);
  const folder = await leave(library, [start(deadPid), { type: 'mark', mark }, '{"type":"ma'], torn);

  expect(await isUnfinished(folder)).toBe(true);
  expect(await isUnfinished(library)).toBe(false);
  const { result, saved } = await recoverIn(folder);
  expect(result?.outcome).toBe('recovered');
  const [recovered] = saved;
  expect(recovered!.call).toMatchObject({
    company: 'Northwind',
    marks: [mark],
    capture: { recovered: true },
  });
  const heard = await decode(join(folder, 'audio.ogg'));
  expect(recovered!.call.durationMs).toBeGreaterThan(2700);
  expect(Math.abs(heard.durationMs - recovered!.call.durationMs)).toBeLessThan(20);
  expect(recovered!.seal.audio.bytes).toBe((await readFile(join(folder, 'audio.ogg'))).length);
});

test('a recording of nothing, of which nothing was said, leaves nothing behind', async () => {
  const library = await temporaryFolder();
  const folder = await leave(library, [start(deadPid)], new Uint8Array());
  expect((await recoverIn(folder)).result).toEqual({ outcome: 'empty', callId: id });
  expect(await readdir(dirname(folder))).toEqual([]);
});

test('a mark without any sound is still kept', async () => {
  const library = await temporaryFolder();
  const folder = await leave(library, [start(deadPid), { type: 'mark', mark }], new Uint8Array());
  const { result, saved } = await recoverIn(folder);
  expect(result?.outcome).toBe('recovered');
  expect(saved[0]!.call.marks).toHaveLength(1);
});

test('what another running app is recording right now is left alone', async () => {
  const library = await temporaryFolder();
  const folder = await leave(library, [start(process.ppid)], await makeOgg(library, 1));
  const saveCall = () => Promise.reject(new Error('must not be saved'));
  expect(await recover(folder, id, { now: Date.now, saveCall })).toBeNull();
});

test('a process that lives but stopped writing long ago has lost its call to us', async () => {
  const library = await temporaryFolder();
  const folder = await leave(library, [start(process.ppid)], await makeOgg(library, 1));
  const saveCall = async () => undefined;
  const later = () => Date.now() + 60_000;
  expect((await recover(folder, id, { now: later, saveCall }))?.outcome).toBe('recovered');
});

test('sound whose journal cannot be read is not touched, and said so', async () => {
  const library = await temporaryFolder();
  const sound = await makeOgg(library, 1);
  const folder = await leave(library, ['garbage\n'], sound);
  expect((await recoverIn(folder)).result?.outcome).toBe('failed');
  expect(new Uint8Array(await readFile(join(folder, 'audio.ogg')))).toEqual(sound);
});

test('a call that was to be erased does not come back: what the crash left of it goes', async () => {
  const library = await temporaryFolder();
  const lines: JournalLine[] = [start(deadPid), { type: 'mark', mark }, { type: 'erase' }];
  const folder = await leave(library, lines, await makeOgg(library, 2));
  const { result, saved } = await recoverIn(folder);
  expect(result).toEqual({ outcome: 'erased', callId: id });
  expect(saved).toEqual([]);
  expect(await readdir(dirname(folder))).toEqual([]);
});
