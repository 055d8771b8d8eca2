// What is kept about a company is a plain file that no call needs.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  companyCalled,
  factsOf,
  knownCompanies,
  newCompany,
  readCompanies,
  removeCompany,
  writeCompany,
} from '../../../../main/library/company-file.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const keyOf = (company: string) => company.trim().toLowerCase();

test('what is kept is found under any spelling, and by its own name before another’s alias of it', async () => {
  const library = await temporaryFolder();
  const northwind = newCompany('Northwind ');
  await writeCompany(library, {
    ...northwind,
    file: { ...northwind.file, aliases: ['Contoso'], phone: '1' },
  });
  const contoso = newCompany('Contoso');
  await writeCompany(library, { ...contoso, file: { ...contoso.file, phone: '2' } });
  const kept = await readCompanies(library);
  const phone = (name: string) => factsOf(companyCalled(kept, name, keyOf)?.file).phone;
  expect([phone('NORTHWIND'), phone('contoso'), phone('Adatum')]).toEqual(['1', '2', '']);
  expect(await readdir(join(library, 'companies'))).toHaveLength(2);
  expect((await knownCompanies(library, keyOf)).map(({ names }) => names.join()).sort()).toEqual([
    'Contoso',
    'Northwind,Contoso',
  ]);
  await removeCompany(library, contoso.id);
  await removeCompany(library, contoso.id);
  expect(await readCompanies(library)).toHaveLength(1);
});

test('fields that are not known stay', async () => {
  const library = await temporaryFolder();
  const path = join(library, 'companies', 'a.json');
  await mkdir(join(library, 'companies'), { recursive: true });
  const file = { format: 1, name: 'Northwind', aliases: ['NW'], phone: '', note: '', colour: 'blue' };
  await writeFile(path, JSON.stringify(file));
  const found = companyCalled(await readCompanies(library), 'nw', keyOf)!;
  await writeCompany(library, { ...found, file: { ...found.file, phone: '555' } });
  expect(JSON.parse(await readFile(path, 'utf8'))).toEqual({ ...file, phone: '555' });
});

test('a file that cannot be read is left out and left as it is, and the others are there', async () => {
  const library = await temporaryFolder();
  await writeCompany(library, newCompany('Northwind'));
  const path = join(library, 'companies', 'broken.json');
  await writeFile(path, '{"format": 1, "name": ');
  expect((await readCompanies(library)).map(({ file }) => file.name)).toEqual(['Northwind']);
  expect(await readFile(path, 'utf8')).toBe('{"format": 1, "name": ');
  expect(await readCompanies(join(library, 'nowhere'))).toEqual([]);
});
