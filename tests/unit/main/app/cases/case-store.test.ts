// The cases of a real library: files and index together, whoever writes them.
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { byHand } from '../../../../../main/app/trash/trash.ts';
import { makeBusy } from '../../../../support/busy-file.ts';
import { makeCall, makePromise } from '../../../../support/make-call.ts';
import { makeCase, makeRule } from '../../../../support/make-case.ts';
import { limitFiles } from '../../../../support/small-disk.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';
import { open, openWhileRead, put } from './case-house.ts';

test('a case of calls alone gets its file with the first word that is written about it', async () => {
  const library = await temporaryFolder();
  const { calls, cases, changed } = await open({ library });
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
  const { cases } = await open({ library });
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
  const { cases } = await open({ library });
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
  const { cases } = await open({ library });
  expect((await cases.list('open', 10)).total).toBe(0);
  const path = await put(library, 'theirs', makeCase({ id: 'theirs', name: 'Refund', want: 'Theirs' }));
  await cases.change('refund', { kind: 'next-step', patch: { text: 'Ours' } });
  expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({
    want: 'Theirs',
    nextStep: { text: 'Ours' },
    revision: 2,
  });
  await put(library, 'twin', makeCase({ id: 'twin', name: 'Refund', updatedAt: '2026-01-01T00:00:00.000Z' }));
  await cases.add('Router'); // looks at all of them
  expect(await cases.read('Refund')).toMatchObject({ file: { id: 'theirs' }, twins: ['twin'] });
});

test('a file that cannot be read is said, also while the app runs, and nothing is written over it', async () => {
  const library = await temporaryFolder();
  const { cases } = await open({ library });
  await put(library, 'aaaa', makeCase({ id: 'aaaa', name: 'Refund', status: 'closed' }));
  await put(library, 'bbbb', '{');
  expect((await cases.list('closed', 10)).unreadable).toMatchObject([{ caseId: 'bbbb' }]);
  const path = await put(library, 'aaaa', 'gone');
  await expect(cases.change('Refund', { kind: 'want', text: 'x' })).rejects.toMatchObject({
    code: 'case-unreadable',
  });
  expect(await cases.read('Refund')).toMatchObject({ file: null, unreadable: { caseId: 'aaaa' } });
  expect((await cases.list('open', 10)).rows).toMatchObject([{ name: 'Refund', unreadable: true }]);
  expect(await readFile(path, 'utf8')).toBe('gone');
});

test('cases come back with the index when that was lost', async () => {
  const library = await temporaryFolder();
  const profile = join(await temporaryFolder(), 'profile');
  const first = await open({ library, profile });
  await first.calls.save(makeCall({ case: 'Refund' }));
  await first.cases.change('Refund', { kind: 'close', ending: 'Paid' });
  await first.cases.close();
  await first.calls.close();
  await rm(profile, { recursive: true });
  const { cases } = await open({ library, profile });
  expect((await cases.list('closed', 10)).rows).toMatchObject([{ name: 'Refund', ending: 'Paid', calls: 1 }]);
});

test('a name that another case has is refused, for a new case and for a new name; removing asks for no calls', async () => {
  const library = await temporaryFolder();
  const { calls, cases } = await open({ library });
  const { id } = await calls.save(makeCall({ case: 'Refund' }));
  await cases.add('Router');
  await expect(cases.add('refund')).rejects.toMatchObject({ code: 'case-exists' });
  await expect(cases.rename('Router', 'REFUND')).rejects.toMatchObject({ code: 'case-exists' });
  await expect(cases.remove('Refund')).resolves.toBeUndefined();
  await cases.change('Refund', { kind: 'want', text: 'x' });
  await expect(cases.remove('Refund')).rejects.toMatchObject({ code: 'case-in-use' });
  await cases.rename('Refund', 'REFUND of the fee');
  expect((await calls.read(id)).case).toBe('REFUND of the fee');
  await cases.remove('Router');
  expect((await cases.list('open', 10)).rows.map(({ name }) => name)).toEqual(['REFUND of the fee']);
});

test('a file that was busy for a moment is read when it can be, and no second one is made', async () => {
  const library = await temporaryFolder();
  const { cases } = await open({ library });
  await put(library, 'case-0001', makeCase({ name: 'Refund', want: '$120' }));
  const free = makeBusy('case.json');
  expect((await cases.list('open', 10)).unreadable).toHaveLength(1);
  free();
  expect((await cases.list('open', 10)).unreadable).toEqual([]);
  await cases.change('Refund', { kind: 'next-step', patch: { text: 'Call again' } });
  expect(await cases.read('Refund')).toMatchObject({
    file: { want: '$120', nextStep: { text: 'Call again' } },
    twins: [],
  });
  expect(await readdir(join(library, 'cases'))).toEqual(['case-0001']);
});

test('a case whose file another machine removed can be written about without a new start of the app', async () => {
  const library = await temporaryFolder();
  const { calls, cases } = await open({ library });
  await calls.save(makeCall({ case: 'Refund' }));
  await put(library, 'case-0001', makeCase({ name: 'Refund' }));
  await cases.list('open', 10);
  await rm(join(library, 'cases', 'case-0001'), { recursive: true });
  expect((await cases.read('Refund')).unreadable).toBeNull();
  await put(library, 'case-0001', makeCase({ name: 'Refund' }));
  await cases.change('Refund', { kind: 'reopen' });
  await rm(join(library, 'cases', 'case-0001'), { recursive: true });
  await cases.change('Refund', { kind: 'want', text: '$120' });
  expect((await cases.read('Refund')).file?.want).toBe('$120');
});

test('a case is not removed as long as the index does not know all calls', async () => {
  const { library, cases, reading } = await openWhileRead('Refund');
  await expect(cases.remove('Refund')).rejects.toMatchObject({ code: 'case-in-use' });
  await reading;
  expect(await readdir(join(library, 'cases'))).toHaveLength(1);
});

test('a case is not removed as long as a call of it lies in the trash, which could then never go', async () => {
  const library = await temporaryFolder();
  const { calls, cases, trash } = await open({ library });
  const { id } = await calls.save(makeCall({ case: 'refund' }));
  await cases.change('Refund', { kind: 'want', text: '$120' });
  await trash.put(id, byHand);
  await expect(cases.remove('Refund')).rejects.toMatchObject({ code: 'case-in-use' });
  await trash.remove(id);
  await cases.remove('Refund');
  expect((await cases.list('open', 10)).rows).toEqual([]);
});

test('a file that could not be read while it was looked at is not taken for missing from then on', async () => {
  const library = await temporaryFolder();
  const { cases } = await open({ library });
  const letter = { name: 'a.txt', mediaType: 'text/plain', on: '2026-11-25', bytes: new Uint8Array(3) };
  const { id } = await cases.attach('Refund', letter);
  const free = makeBusy('a.txt');
  await cases.checkFiles('Refund');
  free();
  expect(await cases.checkFiles('Refund')).toEqual({ [id]: 'same' });
});
