// What is kept about a company is a plain file that no call needs.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readCompany, writeCompany } from '../../../../main/library/company-file.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const keyOf = (company: string) => company.trim().toLowerCase();

test('a number and a note are kept under any spelling, in one file', async () => {
  const library = await temporaryFolder();
  await writeCompany(library, 'Northwind', { phone: '555' }, keyOf);
  await writeCompany(library, 'NORTHWIND ', { note: 'Customer 4711' }, keyOf);
  expect(await readCompany(library, 'northwind', keyOf)).toEqual({ phone: '555', note: 'Customer 4711' });
  expect(await readdir(join(library, 'companies'))).toHaveLength(1);
  expect(await readCompany(library, 'Contoso', keyOf)).toEqual({ phone: '', note: '' });
});

test('an alias finds the company, and fields that are not known stay', async () => {
  const library = await temporaryFolder();
  const path = join(library, 'companies', 'a.json');
  await mkdir(join(library, 'companies'), { recursive: true });
  const file = { format: 1, name: 'Northwind', aliases: ['NW'], phone: '', note: '', colour: 'blue' };
  await writeFile(path, JSON.stringify(file));
  await writeCompany(library, 'nw', { phone: '555' }, keyOf);
  expect(JSON.parse(await readFile(path, 'utf8'))).toEqual({ ...file, phone: '555' });
});

test('a file that cannot be read is left as it is', async () => {
  const library = await temporaryFolder();
  await mkdir(join(library, 'companies'), { recursive: true });
  const path = join(library, 'companies', 'broken.json');
  await writeFile(path, '{"format": 1, "name": ');
  await writeCompany(library, 'Northwind', { note: 'new' }, keyOf);
  expect(await readFile(path, 'utf8')).toBe('{"format": 1, "name": ');
  expect((await readCompany(library, 'Northwind', keyOf)).note).toBe('new');
});
