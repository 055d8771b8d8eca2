// The cases of a real library: files and index together, whoever writes them.
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openCallStore } from '../../../../../main/app/call-store.ts';
import { openCaseStore } from '../../../../../main/app/cases/case-store.ts';
import { makeCall, makePromise } from '../../../../support/make-call.ts';
import { makeCase, makeRule } from '../../../../support/make-case.ts';
import { limitFiles } from '../../../../support/small-disk.ts';
import { readerProgram } from '../../../../support/reader-program.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';

const nowMs = Date.parse('2026-11-25T10:00:00.000Z');

async function open(library: string, profile = library) {
  await mkdir(profile, { recursive: true });
  const calls = openCallStore({
    libraryFolder: library,
    indexFile: join(profile, 'index.sqlite'),
    now: () => nowMs,
    onCallChanged: () => undefined,
    onStateChanged: () => undefined,
    onUnfinished: () => undefined,
    reader: readerProgram,
    log: () => undefined,
  });
  await calls.startUp();
  const changed: string[] = [];
  let ids = 0;
  const cases = openCaseStore({
    libraryFolder: library,
    calls,
    now: () => nowMs,
    today: () => '2026-11-25',
    newId: () => `id-${(ids += 1)}`,
    onCaseChanged: (name) => changed.push(name),
  });
  onTestFinished(async () => {
    await cases.close();
    await calls.close();
  });
  return { calls, cases, changed };
}

async function put(library: string, id: string, content: object | string): Promise<string> {
  const folder = join(library, 'cases', id);
  await mkdir(folder, { recursive: true });
  const path = join(folder, 'case.json');
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

test('a case of calls alone gets its file with the first word that is written about it', async () => {
  const library = await temporaryFolder();
  const { calls, cases, changed } = await open(library);
  await calls.save(
    makeCall({ case: 'Refund', marks: [makePromise('Refund', { amount: { value: 5, currency: 'EUR' } })] }),
  );
  expect(await cases.read('REFUND')).toMatchObject({
    name: 'Refund',
    file: null,
    calls: 1,
    firstDay: '2026-11-23',
  });
  await cases.change('Refund', { kind: 'want', text: 'Five euros' });
  await cases.change('refund', { kind: 'put-rule', rule: makeRule() });
  expect(changed).toEqual(['Refund', 'Refund']);
  const { rows, total } = await cases.list('open', 10);
  expect(total).toBe(1);
  expect(rows).toMatchObject([
    {
      name: 'Refund',
      want: 'Five euros',
      atStake: [{ value: 5, currency: 'EUR' }],
      clock: { state: 'waiting', from: '2027-01-18', daysLeft: 54 },
    },
  ]);
});

test('changes to different things at once are all kept', async () => {
  const library = await temporaryFolder();
  const { cases } = await open(library);
  const addedAt = '2026-11-25T10:00:00.000Z';
  await Promise.all([
    cases.change('Refund', { kind: 'want', text: 'All' }),
    cases.change('Refund', { kind: 'next-step', patch: { text: 'Write' } }),
    cases.change('Refund', { kind: 'put-note', note: { id: 'n', on: '2026-11-25', addedAt, text: 'N' } }),
    cases.attach('Refund', {
      name: 'a.txt',
      mediaType: 'text/plain',
      on: '2026-11-25',
      bytes: new Uint8Array(3),
    }),
    cases.attach('Refund', {
      name: 'A.txt',
      mediaType: 'text/plain',
      on: '2026-11-25',
      bytes: new Uint8Array(4),
    }),
  ]);
  const { file } = await cases.read('Refund');
  expect(file).toMatchObject({
    want: 'All',
    nextStep: { text: 'Write' },
    notes: [{ text: 'N' }],
    files: [{ name: 'a.txt' }, { name: 'A (2).txt' }],
  });
  expect(await cases.checkFiles('Refund')).toEqual({ 'id-1': 'same', 'id-2': 'same' });
});

test('where the case cannot note a file down, its copy does not stay either', async () => {
  const library = await temporaryFolder();
  const { cases } = await open(library);
  const { id } = await cases.change('Refund', { kind: 'want', text: 'w'.repeat(300_000) });
  const lift = limitFiles(200_000);
  const small = { name: 'a.txt', mediaType: 'text/plain', on: '2026-11-25', bytes: new Uint8Array(9) };
  await expect(cases.attach('Refund', small)).rejects.toMatchObject({ code: 'disk-full' });
  lift();
  expect(await readdir(join(library, 'cases', id, 'files'))).toEqual([]);
  expect((await cases.read('Refund')).file?.files).toEqual([]);
  expect((await cases.attach('Refund', small)).name).toBe('a.txt');
});

test('a file that another machine put there while the app runs is found before a second one is made', async () => {
  const library = await temporaryFolder();
  const { cases } = await open(library);
  expect((await cases.list('open', 10)).total).toBe(0);
  const path = await put(library, 'theirs', makeCase({ id: 'theirs', name: 'Refund', want: 'Theirs' }));
  await cases.change('refund', { kind: 'next-step', patch: { text: 'Ours' } });
  expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({
    want: 'Theirs',
    nextStep: { text: 'Ours' },
    revision: 2,
  });
  await put(library, 'twin', makeCase({ id: 'twin', name: 'Refund', updatedAt: '2026-01-01T00:00:00.000Z' }));
  await cases.refresh();
  expect(await cases.read('Refund')).toMatchObject({ file: { id: 'theirs' }, twins: ['twin'] });
});

test('a file that cannot be read is said, also while the app runs, and nothing is written over it', async () => {
  const library = await temporaryFolder();
  const { cases } = await open(library);
  await put(library, 'aaaa', makeCase({ id: 'aaaa', name: 'Refund', status: 'closed' }));
  await put(library, 'bbbb', '{');
  expect((await cases.list('closed', 10)).unreadable).toMatchObject([{ caseId: 'bbbb' }]);
  const path = await put(library, 'aaaa', 'gone');
  await expect(cases.change('Refund', { kind: 'want', text: 'x' })).rejects.toMatchObject({
    code: 'case-unreadable',
  });
  await cases.refresh();
  expect(await cases.read('Refund')).toMatchObject({ file: null, unreadable: { caseId: 'aaaa' } });
  expect((await cases.list('open', 10)).rows).toMatchObject([{ name: 'Refund', unreadable: true }]);
  expect(await readFile(path, 'utf8')).toBe('gone');
});

test('cases come back with the index when that was lost', async () => {
  const library = await temporaryFolder();
  const profile = join(await temporaryFolder(), 'profile');
  const first = await open(library, profile);
  await first.calls.save(makeCall({ case: 'Refund' }));
  await first.cases.change('Refund', { kind: 'close', ending: 'Paid' });
  await first.cases.close();
  await first.calls.close();
  await rm(profile, { recursive: true });
  const { cases } = await open(library, profile);
  expect((await cases.list('closed', 10)).rows).toMatchObject([{ name: 'Refund', ending: 'Paid', calls: 1 }]);
});

test('a name that another case has is refused, for a new case and for a new name; removing asks for no calls', async () => {
  const library = await temporaryFolder();
  const { calls, cases } = await open(library);
  const { id } = await calls.save(makeCall({ case: 'Refund' }));
  await cases.add('Router');
  await expect(cases.add('refund')).rejects.toMatchObject({ code: 'case-exists' });
  await expect(cases.rename('Router', 'REFUND')).rejects.toMatchObject({ code: 'case-exists' });
  await expect(cases.remove('Refund')).resolves.toBeUndefined();
  await cases.change('Refund', { kind: 'want', text: 'x' });
  await expect(cases.remove('Refund')).rejects.toMatchObject({ code: 'bad-request' });
  await cases.rename('Refund', 'REFUND of the fee');
  expect((await calls.read(id)).case).toBe('REFUND of the fee');
  await cases.remove('Router');
  expect((await cases.list('open', 10)).rows.map(({ name }) => name)).toEqual(['REFUND of the fee']);
});
