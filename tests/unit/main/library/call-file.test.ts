import fc from 'fast-check';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import type { Call } from '../../../../contract/call.ts';
import { readCall, writeCall } from '../../../../main/library/call-file.ts';
import { patchCall } from '../../../../main/library/edit-call.ts';
import { callFolder } from '../../../../main/library/layout.ts';
import { makeCall, makeMark } from '../../../support/make-call.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { anyCall } from './any-call.ts';

const now = Date.UTC(2026, 10, 23, 15);
const fileOf = (library: string, call: { id: string }) => join(callFolder(library, call.id), 'call.json');

/** Puts a text where the call's file is. */
async function lay(library: string, call: Call, text: string): Promise<string> {
  const path = fileOf(library, call);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
  return path;
}

test('what is written is what is read, one revision on, whatever fields it holds', async () => {
  const library = await temporaryFolder();
  await fc.assert(
    fc.asyncProperty(anyCall, async (call) => {
      const written = await writeCall(library, call, now);
      expect(written.call.revision).toBe(call.revision + 1);
      expect(written.call.updatedAt).toBe('2026-11-23T15:00:00.000Z');
      const read = await readCall(library, call.id);
      expect(read).toStrictEqual(written);
      expect(JSON.stringify({ ...read.call, revision: 0, updatedAt: '' })).toBe(
        JSON.stringify({ ...call, revision: 0, updatedAt: '' }),
      );
    }),
  );
});

test('reading, editing and writing keeps the fields it does not know, at every depth', async () => {
  const library = await temporaryFolder();
  await fc.assert(
    fc.asyncProperty(anyCall, fc.string(), async (call, notes) => {
      await lay(library, call, JSON.stringify(call));
      const read = await readCall(library, call.id);
      const { call: written } = await writeCall(library, patchCall(read.call, { notes }) ?? read.call, now);
      const again = (await readCall(library, call.id)).call;
      expect(again).toStrictEqual(written);
      expect(JSON.stringify({ ...again, notes: '', revision: 0, updatedAt: '' })).toBe(
        JSON.stringify({ ...call, notes: '', revision: 0, updatedAt: '' }),
      );
    }),
  );
});

test('a call that is not there is missing', async () => {
  await expect(readCall(await temporaryFolder(), makeCall().id)).rejects.toMatchObject({
    code: 'call-missing',
  });
});

test.each<[string, (call: Call) => string, RegExp]>([
  ['is empty', () => '', /it is empty/],
  ['is cut off', (call) => JSON.stringify(call).slice(0, 100), /it is not JSON/],
  ['holds a list', () => '[]', /the whole: .*expected object/],
  ['holds nothing', () => 'null', /the whole: .*expected object/],
  ['lacks a field', ({ company: _, ...call }) => JSON.stringify(call), /company: .*expected string/],
  [
    'has a mark that lasts for words',
    (call) => JSON.stringify({ ...call, marks: [makeMark(), { ...makeMark(), fromMs: 'long' }] }),
    /marks\[1\]\.fromMs: .*expected number/,
  ],
  ['has several faults', (call) => JSON.stringify({ ...call, notes: 1, title: 2 }), /, and 1 more/],
  ['starts at no time', (call) => JSON.stringify({ ...call, startedAt: 'yesterday' }), /startedAt: /],
  [
    'is of a later format',
    (call) => JSON.stringify({ ...call, format: 2 }),
    /newer version of the app \(format 2\)/,
  ],
  [
    'is of another call',
    (call) => JSON.stringify({ ...call, id: '20200101T000000Z-00000000' }),
    /of another call: 20200101T000000Z-00000000/,
  ],
])('a file that %s is unreadable, says why, and is left untouched', async (_what, textOf, why) => {
  const library = await temporaryFolder();
  const call = makeCall();
  const text = textOf(call);
  const path = await lay(library, call, text);
  const failure = await readCall(library, call.id).catch((cause: unknown) => cause);
  expect(failure).toMatchObject({ code: 'call-unreadable', message: expect.stringMatching(why) as string });
  expect(await readFile(path, 'utf8')).toBe(text);
});

test('a folder in the place of the file is unreadable too', async () => {
  const library = await temporaryFolder();
  const call = makeCall();
  await mkdir(fileOf(library, call), { recursive: true });
  await expect(readCall(library, call.id)).rejects.toMatchObject({ code: 'call-unreadable' });
});

test('a byte order mark is no harm', async () => {
  const library = await temporaryFolder();
  const call = makeCall();
  await lay(library, call, `\uFEFF${JSON.stringify(call)}`);
  expect((await readCall(library, call.id)).call).toEqual(call);
});

test('what is no call is not written', async () => {
  const library = await temporaryFolder();
  const call = makeCall();
  await writeCall(library, call, now);
  const before = await readFile(fileOf(library, call), 'utf8');
  for (const wrong of [
    { durationMs: NaN },
    { durationMs: -1 },
    { outcome: 'won' },
    { marks: [{}] },
    { format: 2 },
  ])
    await expect(writeCall(library, { ...call, ...wrong } as Call, now)).rejects.toMatchObject({
      code: 'bad-request',
    });
  expect(await readFile(fileOf(library, call), 'utf8')).toBe(before);
  await expect(writeCall(library, { ...call, id: '../escape' }, now)).rejects.toMatchObject({
    code: 'bad-request',
  });
});

test('the stamp changes with the file', async () => {
  const library = await temporaryFolder();
  const { call, stamp } = await writeCall(library, makeCall(), now);
  expect((await readCall(library, call.id)).stamp).toBe(stamp);
  const again = await writeCall(library, { ...call, notes: 'more' }, now);
  expect(again.stamp).not.toBe(stamp);
  await rm(library, { recursive: true });
});
