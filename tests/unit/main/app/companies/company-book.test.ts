// Names of companies are changed in their files alone, one after another, and can be taken back.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Call } from '../../../../../contract/call.ts';
import { makeCompanyBook } from '../../../../../main/app/companies/company-book.ts';
import { readDesk } from '../../../../../main/app/desk.ts';
import { companyKey } from '../../../../../main/index/companies.ts';
import { listCompanies } from '../../../../../main/index/companies-list.ts';
import { listedAs } from '../../../../../main/index/company-names.ts';
import { newCompany, writeCompany } from '../../../../../main/library/company-file.ts';
import { makeBusy } from '../../../../support/busy-file.ts';
import { makeCall } from '../../../../support/make-call.ts';
import { openStore } from '../../../../support/open-store.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';

async function aHouse(companies: readonly string[]) {
  const folder = await temporaryFolder();
  const library = join(folder, 'library');
  const open = () => {
    const store = openStore({ library, profile: folder, now: () => 0 });
    onTestFinished(() => store.close().catch(() => undefined));
    const book = makeCompanyBook({
      library,
      keyOf: companyKey,
      listedAs: (name) => store.ask((db) => listedAs(db, name)),
      namesChanged: store.companiesChanged,
    });
    const listed = () =>
      store
        .ask((db) => listCompanies(db, { find: '', sort: 'name', offset: 0, limit: 100, today: '' }))
        .companies.map(({ company, calls }) => `${company} ${calls}`);
    return { store, book, listed };
  };
  const files = async () => {
    const names = (await readdir(join(library, 'companies'))).sort();
    return Promise.all(names.map((name) => readFile(join(library, 'companies', name), 'utf8')));
  };
  const { store, book, listed } = open();
  const calls: Call[] = [];
  for (const company of companies) calls.push(await store.save(makeCall({ company })));
  return { library, store, book, listed, files, open, calls };
}

test('a merge is undone with all that either company had', async () => {
  const { book, listed, files, store, calls } = await aHouse(['NW', 'Northwind', 'Northwind']);
  await book.describe('NW', { phone: '2', note: 'old' });
  await book.setPhones('northwind', ['1', '3']);
  const before = await files();
  expect(await book.rename('nw', 'NORTHWIND')).toBe('Northwind');
  expect(listed()).toEqual(['Northwind 3']);
  expect(await book.kept('NW')).toEqual({ aliases: ['NW'], phones: ['1', '3', '2'], note: 'old' });
  expect(await files()).toHaveLength(1);
  await book.undo();
  expect(listed()).toEqual(['Northwind 2', 'NW 1']);
  expect((await files()).sort()).toEqual(before.sort());
  await expect(book.undo()).rejects.toMatchObject({ code: 'refused' });
  expect(await store.read(calls[0]!.id)).toEqual(calls[0]);
});

test('a company without a file is merged into another as well, and a rename is undone by removing what it made', async () => {
  const { book, listed, files } = await aHouse(['NW', 'Northwind', 'Contoso']);
  expect(await book.rename('NW', 'northwind')).toBe('Northwind');
  expect(listed()).toEqual(['Contoso 1', 'Northwind 2']);
  expect(await book.rename('Contoso', 'Contoso Bank')).toBe('Contoso Bank');
  expect(listed()).toEqual(['Contoso Bank 1', 'Northwind 2']);
  await book.undo();
  expect(listed()).toEqual(['Contoso 1', 'Northwind 2']);
  expect(await files()).toHaveLength(1);
  await book.separate('Northwind', 'nw');
  expect(listed()).toEqual(['Contoso 1', 'Northwind 1', 'NW 1']);
});

test('only the last change of names is taken back, and not past what was written since', async () => {
  const { book, listed } = await aHouse(['NW']);
  await book.rename('NW', 'Northwind');
  await book.describe('Northwind', { note: 'written since' });
  await expect(book.undo()).rejects.toMatchObject({ code: 'refused' });
  expect(listed()).toEqual(['Northwind 1']);
  await expect(book.rename('Northwind', '  ')).rejects.toMatchObject({ code: 'bad-request' });
  await expect(book.separate('Contoso', 'x')).rejects.toMatchObject({ code: 'bad-request' });
});

test('a merge that was broken off half-way leaves both, and is done by doing it again', async () => {
  const { book, listed, files, library, store } = await aHouse(['NW', 'Northwind']);
  await book.describe('NW', { phone: '2' });
  await book.describe('Northwind', { phone: '1' });
  const [first, second] = (await readdir(join(library, 'companies'))).sort();
  const [one, other] = await files();
  await book.rename('NW', 'Northwind');
  // As it is when the app ends after the first file was written and before the other one went.
  const isGone =
    (await files()).length === 1 && !(await readdir(join(library, 'companies'))).includes(first!);
  await writeFile(join(library, 'companies', isGone ? first! : second!), isGone ? one! : other!);
  await store.companiesChanged();
  expect(listed()).toEqual(['Northwind 1', 'NW 1']);
  await book.rename('NW', 'Northwind');
  expect(listed()).toEqual(['Northwind 2']);
  expect(await book.kept('NW')).toEqual({ aliases: ['NW'], phones: ['1', '2'], note: '' });
});

test('names that another machine wrote are known at the next start, and calls saved meanwhile are listed by them', async () => {
  const { store, library, open, calls } = await aHouse(['NW', 'Northwind']);
  await store.close();
  await mkdir(join(library, 'companies'), { recursive: true });
  const file = { format: 1, name: 'Northwind', aliases: ['NW', 'NWT'], phone: '', note: '' };
  await writeFile(join(library, 'companies', 'a.json'), JSON.stringify(file));
  const next = open();
  const started = next.store.startUp();
  const saved = next.store.save(makeCall({ company: 'nwt' }));
  await Promise.all([started, saved]);
  expect(next.listed()).toEqual(['Northwind 3']);
  await next.store.edit(calls[0]!.id, { company: 'Contoso' });
  expect(next.listed()).toEqual(['Contoso 1', 'Northwind 2']);
});

test('a call saved while the folders are read is listed by a name that was given meanwhile', async () => {
  const many = Array.from({ length: 200 }, () => 'Contoso');
  const { store, book, listed } = await aHouse(['Northwind', ...many]);
  const reading = store.reindex();
  await Promise.all([reading, store.save(makeCall({ company: 'NW' })), book.rename('NW', 'Northwind')]);
  expect(listed()).toEqual(['Contoso 200', 'Northwind 2']);
});

test('a company can be called by a name again that it had before', async () => {
  const { book, listed } = await aHouse(['Northwind']);
  expect(await book.rename('Northwind', 'Northwind Telecom')).toBe('Northwind Telecom');
  expect(await book.rename('Northwind Telecom', 'Northwind')).toBe('Northwind');
  expect(listed()).toEqual(['Northwind 1']);
});

/** Two machines have each made a file of one company, and a call names it otherwise. */
async function aHouseWithTwins() {
  const house = await aHouse(['NW', 'Contoso']);
  const { file: empty } = newCompany('Northwind');
  const file = { ...empty, aliases: ['NW'], phone: '1', note: 'account 4471' };
  const twin = { ...file, name: 'NORTHWIND', phone: '', note: 'PIN is in the safe' };
  await writeCompany(house.library, { id: 'a', file });
  await writeCompany(house.library, { id: 'b', file: twin });
  await house.store.companiesChanged();
  return { ...house, note: 'account 4471; PIN is in the safe' };
}

test('of two files of one company both notes are shown, and the next change makes them one', async () => {
  const { book, store, library, files, note } = await aHouseWithTwins();
  expect(await book.kept('Northwind')).toMatchObject({ note, phones: ['1'] });
  expect(await readDesk(store, library, 'nw')).toMatchObject({ note, phone: '1' });
  await book.describe('Northwind', { phone: '2' });
  expect(await files()).toHaveLength(1);
  expect(await book.kept('Northwind')).toMatchObject({ note, phones: ['2'] });
});

test('a new name and a merge take along what two files of one company hold, and undo brings both back', async () => {
  const { book, listed, files, note } = await aHouseWithTwins();
  const before = await files();
  for (const [from, to] of [
    ['NW', 'Northwind Telecom'],
    ['NW', 'Contoso'],
    ['Contoso', 'Northwind'],
  ] as const) {
    await book.rename(from, to);
    expect(await files()).toHaveLength(1);
    expect(await book.kept(to)).toMatchObject({ note });
    await book.undo();
    expect(await files()).toEqual(before);
  }
  expect(listed()).toEqual(['Contoso 1', 'Northwind 1']);
});

test('a file that is only busy is not hidden by a new one, nor by an empty note on screen', async () => {
  const { book, files, store, library } = await aHouse(['Northwind']);
  await book.describe('Northwind', { note: 'account 4471' });
  const free = makeBusy('companies');
  await expect(book.describe('Northwind', { phone: '1' })).rejects.toMatchObject({ code: 'unexpected' });
  await expect(book.kept('Northwind')).rejects.toMatchObject({ code: 'unexpected' });
  await expect(readDesk(store, library, 'Northwind')).rejects.toMatchObject({ code: 'unexpected' });
  free();
  expect(await files()).toHaveLength(1);
  expect(await book.kept('Northwind')).toMatchObject({ note: 'account 4471', phones: [] });
});
