// After a crash: what was heard and acknowledged is a call again, once.
import { mkdir, readdir, readFile, rm, stat, truncate, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import type { Call } from '../../../../contract/call.ts';
import { recoverUnfinished } from '../../../../main/app/recover-unfinished.ts';
import { makeNotices } from '../../../../main/app/notices.ts';
import type { Seal } from '../../../../main/evidence/seal.ts';
import { verifyCall } from '../../../../main/evidence/verify-call.ts';
import { writeCallIn } from '../../../../main/library/call-file.ts';
import type { JournalLine } from '../../../../main/recording/journal.ts';
import { newCall } from '../../../../main/recording/new-call.ts';
import { newMark } from '../../../../main/recording/new-mark.ts';
import { isUnfinished, recover } from '../../../../main/recording/recovery.ts';
import { decode } from '../../../support/listen.ts';
import { onDyingDisk } from '../../../support/dying-disk.ts';
import { makeOgg } from '../../../support/make-ogg.ts';
import { makeStream } from '../../../support/make-page.ts';
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
const start = (pid: number, host = hostname()): JournalLine => ({ type: 'start', call, pid, host });

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
  return { result: await recover(folder, id, { now: () => nowMs, isOurs: false, saveCall }), saved };
}

/** As the app does it, to the last file. */
async function putInOrder(folder: string, isOurs = false) {
  const notices = makeNotices(() => undefined);
  const log = () => undefined;
  const saveCall = (one: Call) => writeCallIn(folder, one, 0);
  const save = { callFolder: () => folder, saveCall, log };
  await recoverUnfinished([id], { now: Date.now, isOurs, save, notices, log });
  return { notices: notices.list().map(({ kind }) => kind), save };
}

const deadPid = 2 ** 22 + 1; // above the highest there can be
const joined = (pages: Uint8Array[]) => new Uint8Array(Buffer.concat(pages));
const soundOf = (tenths: number) => joined(makeStream(1, tenths));
const secondsAgo = (seconds: number) => new Date(Date.now() - seconds * 1_000);

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

test('a journal that has not arrived yet, of a recording begun elsewhere, is left alone', async () => {
  const folder = await leave(await temporaryFolder(), [], new Uint8Array());
  expect((await recoverIn(folder)).result).toBeNull();
  expect(await readdir(folder)).toContain('journal.jsonl');
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
  expect(await recover(folder, id, { now: Date.now, isOurs: false, saveCall })).toBeNull();
});

test('a process that lives but stopped writing long ago has lost its call to us', async () => {
  const library = await temporaryFolder();
  const folder = await leave(library, [start(process.ppid)], await makeOgg(library, 1));
  const saveCall = async () => undefined;
  const later = () => Date.now() + 60_000;
  expect((await recover(folder, id, { now: later, isOurs: false, saveCall }))?.outcome).toBe('recovered');
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

test('sound that cannot be read now is not thrown away: too much for one read, or kept from being read', async () => {
  const large = await leave(await temporaryFolder(), [start(deadPid)], soundOf(20));
  await truncate(join(large, 'audio.ogg'), 2 ** 31 + 1_000);
  const closed = await leave(await temporaryFolder(), [start(deadPid)], new Uint8Array());
  await rm(join(closed, 'audio.ogg'));
  await mkdir(join(closed, 'audio.ogg')); // reading it fails, as it does where the disk or the system refuses
  for (const folder of [large, closed]) {
    const before = await stat(join(folder, 'audio.ogg'));
    expect((await recoverIn(folder)).result?.outcome).toBe('failed');
    expect((await stat(join(folder, 'audio.ogg'))).size).toBe(before.size);
    expect(await isUnfinished(folder)).toBe(true);
  }
});

test('words without any sound are still kept', async () => {
  const lines: JournalLine[] = [start(deadPid), { type: 'describe', patch: { notes: 'ref 4711' } }];
  const folder = await leave(await temporaryFolder(), lines, new Uint8Array());
  const { result, saved } = await recoverIn(folder);
  expect(result?.outcome).toBe('recovered');
  expect(saved[0]!.call.notes).toBe('ref 4711');
});

test('what lies behind a damaged page is kept beside the call, to the byte, and the user is told', async () => {
  const pages = makeStream(1, 30);
  const heads = joined(pages.slice(0, 2));
  for (const wholePages of [12, 30, 0]) {
    const data = joined(pages);
    data[joined(pages.slice(0, wholePages)).length + 40]! ^= 1;
    const folder = await leave(await temporaryFolder(), [start(deadPid)], data);
    expect((await putInOrder(folder)).notices).toEqual(['recovered', 'sound-behind-damage']);
    expect(await verifyCall(folder)).toMatchObject({ verdict: 'unchanged' });
    const [sound, rest] = await Promise.all(
      ['audio.ogg', 'audio.rest'].map((name) => readFile(join(folder, name))),
    );
    expect(sound).toHaveLength(wholePages === 0 ? 0 : heads.length + (wholePages - 2) * pages[2]!.length);
    expect(joined([sound!, rest!])).toEqual(data);
  }
});

test('what another machine records is left alone until nothing of it has come for a day', async () => {
  const lines = [start(deadPid, 'another-machine')];
  const folder = await leave(await temporaryFolder(), lines, soundOf(20));
  const audio = join(folder, 'audio.ogg');
  await utimes(audio, secondsAgo(23 * 3600), secondsAgo(23 * 3600));
  expect((await putInOrder(folder)).notices).toEqual([]);
  expect((await readdir(folder)).sort()).toEqual(['audio.ogg', 'journal.jsonl']);
  await utimes(audio, secondsAgo(25 * 3600), secondsAgo(25 * 3600));
  expect((await putInOrder(folder)).notices).toEqual(['recovered']);

  // Of this one the sound has not arrived.
  const arriving = await leave(await temporaryFolder(), lines, new Uint8Array());
  await utimes(join(arriving, 'audio.ogg'), secondsAgo(25 * 3600), secondsAgo(25 * 3600));
  expect((await putInOrder(arriving)).notices).toEqual([]);
  await rm(join(arriving, 'audio.ogg'));
  expect((await putInOrder(arriving)).notices).toEqual([]);
  expect(await readdir(arriving)).toEqual(['journal.jsonl']);
});

test('a call that this app began is put in order at once, also when the machine has another name now', async () => {
  const folder = await leave(await temporaryFolder(), [start(deadPid, 'its-name-then')], soundOf(20));
  expect((await putInOrder(folder, true)).notices).toEqual(['recovered']);
});

test('a journal that could not be removed does not bring back the call as it was before it was edited', async () => {
  const folder = await leave(await temporaryFolder(), [start(deadPid)], soundOf(20));
  const journal = await readFile(join(folder, 'journal.jsonl'));
  const { save } = await putInOrder(folder);
  await writeFile(join(folder, 'journal.jsonl'), journal); // a virus scanner held it
  await save.saveCall({ ...call, revision: 1, notes: 'they will refund $120' });
  expect((await putInOrder(folder)).notices).toEqual([]);
  const written = JSON.parse(await readFile(join(folder, 'call.json'), 'utf8')) as Call;
  expect(written.notes).toBe('they will refund $120');
  expect(await isUnfinished(folder)).toBe(false);
});

test.each([
  ['kept', [start(deadPid), { type: 'mark', mark }]],
  ['erased', [start(deadPid), { type: 'mark', mark }, { type: 'erase' }]],
] as const)(
  'a recovery that dies at any step is ended by the next: a call to be %s is',
  async (becomes, lines) => {
    for (let step = 1; ; step += 1) {
      const torn = joined([soundOf(20), Buffer.from('OggS torn')]);
      const folder = await leave(await temporaryFolder(), [...lines], torn);
      const how = await onDyingDisk(step, () => putInOrder(folder, true));
      if (how === 'died') await putInOrder(folder, true);
      if (becomes === 'erased') await expect(stat(folder), `step ${step}`).rejects.toThrow('ENOENT');
      else {
        expect(await verifyCall(folder), `step ${step}`).toMatchObject({ verdict: 'unchanged' });
        expect(await isUnfinished(folder)).toBe(false);
      }
      if (how === 'done') return;
    }
  },
);
