// The commands without a window, on real folders and a real index.
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Call } from '../../../../../contract/call.ts';
import { parseCommand, type WindowlessCommand } from '../../../../../main/app/command/parse-command.ts';
import { runWindowless } from '../../../../../main/app/command/run-windowless.ts';
import { loadStrings } from '../../../../../main/app/strings.ts';
import { writeCall } from '../../../../../main/library/call-file.ts';
import { callFolder } from '../../../../../main/library/layout.ts';
import { makeCall, makeMark, makePromise } from '../../../../support/make-call.ts';
import { openStore } from '../../../../support/open-store.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';

const nowMs = Date.UTC(2026, 10, 24);

async function aHouse() {
  const folder = await temporaryFolder();
  const folders = { library: join(folder, 'library'), profile: join(folder, 'profile') };
  await mkdir(folders.profile);
  const run = (...args: string[]) =>
    runWindowless(parseCommand(args) as WindowlessCommand, {
      folders,
      workingFolder: folder,
      nowMs,
      t: loadStrings(),
    });
  const save = async (fields: Partial<Call>) =>
    (await writeCall(folders.library, makeCall(fields), nowMs)).call;
  const found = async (...args: string[]) =>
    JSON.parse((await run('search', ...args, '--json')).answer) as Record<string, unknown>[];
  const open = () => {
    const store = openStore({ ...folders, now: () => nowMs });
    onTestFinished(() => store.close().catch(() => undefined));
    return store;
  };
  return { folder, folders, run, save, found, open };
}

test('a search answers the fields that programs rely on, newest first, a moment where there is one', async () => {
  const { save, found } = await aHouse();
  const promise = makePromise('Refund of $120', { who: 'agent 4471' });
  const older = await save({ startedAt: '2026-11-20T10:00:00.000Z', marks: [promise] });
  const newer = await save({
    startedAt: '2026-11-21T10:00:00.000Z',
    company: 'Refund Bureau',
    outcome: 'refused',
  });
  expect(await found('refund')).toEqual([
    {
      callId: newer.id,
      company: 'Refund Bureau',
      startedAt: '2026-11-21T10:00:00.000Z',
      outcome: 'refused',
    },
    {
      callId: older.id,
      company: 'Northwind Telecom',
      startedAt: '2026-11-20T10:00:00.000Z',
      outcome: null,
      markId: promise.id,
      fromMs: promise.fromMs,
      text: 'Refund of $120',
    },
  ]);
  expect(await found('refund', '--limit', '1')).toMatchObject([{ callId: newer.id }]);
  expect(await found('nothing of the kind')).toEqual([]);
});

test('a search speaks the language of the search box, and says beside the answer what it could not understand', async () => {
  const { save, run } = await aHouse();
  const due = makePromise('Refund', { due: '2026-11-20' });
  const late = await save({ marks: [due], durationMs: 1_500_000 });
  await save({ company: 'Contoso' });
  const asked = async (query: string) => {
    const { code, answer, remarks } = await run('search', query, '--json');
    return { code, ids: (JSON.parse(answer) as { callId: string }[]).map(({ callId }) => callId), remarks };
  };
  const line = 'company:"Northwind Telecom" promise:overdue longer:20m -outcome:resolved';
  expect(await asked(line)).toEqual({ code: 0, ids: [late.id], remarks: '' });
  const wrong = await asked('before:soon contoso');
  expect(wrong.ids).toHaveLength(1);
  expect(wrong.remarks).toContain('before:soon names no day');
  const slip = await asked('nortwind');
  expect(slip.ids).toEqual([late.id]);
  expect(slip.remarks).toBe('Nothing is called “nortwind”. Showing Northwind Telecom.');
});

test('at most 200 are answered unless more are asked for', async () => {
  const { save, found } = await aHouse();
  for (let day = 0; day < 203; day += 1)
    await save({ startedAt: new Date(nowMs + day * 86_400_000).toISOString() });
  expect(await found('northwind')).toHaveLength(200);
  expect(await found('northwind', '--limit', '1000')).toHaveLength(203);
});

test('an empty or missing library is no failure', async () => {
  const { run } = await aHouse();
  expect(await run('search', 'refund', '--json')).toEqual({ code: 0, answer: '[]', remarks: '' });
});

test('a search sees what was changed past the app, and writes nothing', async () => {
  const { folders, save, found, open } = await aHouse();
  const [kept, gone, edited] = [
    await save({ notes: 'one' }),
    await save({ notes: 'two' }),
    await save({ notes: 'three' }),
  ];
  const store = open();
  await store.startUp();
  expect(await found('northwind')).toHaveLength(3);

  await rm(callFolder(folders.library, gone.id), { recursive: true });
  await writeCall(folders.library, { ...edited, notes: 'zebra' }, nowMs + 1000);
  const fresh = await save({ notes: 'four' });
  const ids = (await found('northwind')).map(({ callId }) => callId);
  expect(new Set(ids)).toEqual(new Set([kept.id, edited.id, fresh.id]));
  expect(await found('zebra')).toMatchObject([{ callId: edited.id }]);
  // The app, which has not looked since, still has what it had.
  expect(store.state().calls).toBe(3);
  expect(store.search({ query: 'zebra', today: '2026-11-25' }, null, 9).calls).toBe(0);
});

test('a search goes on while the app has the index open and writes to it', async () => {
  const { found, open } = await aHouse();
  const store = open();
  await store.startUp();
  for (let round = 0; round < 5; round += 1) {
    await store.save(makeCall({ notes: `round${round}` }));
    expect(await found(`round${round}`)).toHaveLength(1);
  }
});

test('a search makes do without an index that is damaged or of another version', async () => {
  const { folders, save, found } = await aHouse();
  await save({ notes: 'quagga' });
  const file = join(folders.profile, 'index.sqlite');
  await writeFile(file, 'this is no database, but long enough to be taken for one'.repeat(100));
  expect(await found('quagga')).toHaveLength(1);
  expect((await readFile(file, 'utf8')).startsWith('this is no')).toBe(true);
});

test('a call that cannot be read is left out, and found again when it can', async () => {
  const { folders, save, found } = await aHouse();
  const call = await save({ notes: 'okapi' });
  await save({ notes: 'okapi too' });
  const path = join(callFolder(folders.library, call.id), 'call.json');
  const text = await readFile(path, 'utf8');
  await writeFile(path, '{');
  expect(await found('okapi')).toHaveLength(1);
  await writeFile(path, text);
  expect(await found('okapi')).toHaveLength(2);
});

test('lines for people cannot be broken by what is in them', async () => {
  const { save, run } = await aHouse();
  const call = await save({ marks: [makeMark({ text: 'one\n\u001b[31mtwo\ttext' })] });
  expect((await run('search', 'text')).answer).toBe(
    `2026-11-23T14:05:00.000Z\t${call.id}\tNorthwind Telecom\tone [31mtwo text`,
  );
});

test('reindex makes the index anew, under a running app too, and names what cannot be read', async () => {
  const { folders, save, run, open } = await aHouse();
  const store = open();
  await store.startUp();
  await save({ notes: 'quoll' });
  const broken = await save({});
  await writeFile(join(callFolder(folders.library, broken.id), 'call.json'), '');
  expect(await run('reindex')).toEqual({
    code: 0,
    answer: '1 call is in the index.',
    remarks: `${broken.id}: call.json could not be read: it is empty`,
  });
  expect(store.search({ query: 'quoll', today: '2026-11-25' }, null, 9).calls).toBe(1);
});

test('reindex puts an index aside that is no index', async () => {
  const { folders, save, run, found } = await aHouse();
  await save({ notes: 'dugong' });
  await writeFile(join(folders.profile, 'index.sqlite'), 'no database'.repeat(1000));
  expect(await run('reindex')).toMatchObject({ code: 0, answer: '1 call is in the index.' });
  expect((await readdir(folders.profile)).filter((name) => name.includes('corrupt'))).toHaveLength(1);
  expect(await found('dugong')).toHaveLength(1);
});

test('verify says plainly what it cannot read', async () => {
  const { folder, folders, save, run } = await aHouse();
  const call = await save({});
  const cases = [
    ['pack.zip', 'a pack in one file, which this version cannot read'],
    ['nowhere', 'There is no folder'],
    [callFolder(folders.library, call.id), 'There is no seal.json in this folder'],
  ] as const;
  for (const [path, words] of cases) {
    const ran = await run('verify', path);
    expect(ran).toMatchObject({ code: 2, answer: '' });
    expect(ran.remarks).toContain(words);
  }
  await writeFile(join(folder, 'pack.zip'), 'PK');
  expect(await run('verify', 'pack.zip')).toMatchObject({ code: 2 });
});

test('a command that is not understood is code 2, in words and with the ones there are', async () => {
  const { run } = await aHouse();
  const ran = await run('sing');
  expect(ran).toMatchObject({ code: 2, answer: '' });
  expect(ran.remarks).toMatch(/There is no command “sing”[^]*on-record search QUERY/);
});

test('an index that cannot be opened at all is words and code 2', async () => {
  const { folders, run } = await aHouse();
  await mkdir(join(folders.profile, 'index.sqlite'));
  const ran = await run('search', 'a', '--json');
  expect(ran).toMatchObject({ code: 2, answer: '' });
  expect(ran.remarks).toMatch(/^That did not work: ./);
});

test('a company that was given another name since the app last ran is found by both', async () => {
  const { folders, save, found, open } = await aHouse();
  const call = await save({ company: 'NW Telco' });
  const store = open();
  await store.startUp();
  await store.close();
  const folder = join(folders.library, 'companies');
  await mkdir(folder);
  const file = { format: 1, name: 'Northwind', aliases: ['NW Telco'], phone: '', note: '' };
  await writeFile(join(folder, 'a.json'), JSON.stringify(file));
  for (const words of ['northwind', 'telco'])
    expect(await found(words)).toMatchObject([{ callId: call.id, company: 'Northwind' }]);
});
