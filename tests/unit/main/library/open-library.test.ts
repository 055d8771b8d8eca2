import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openLibrary } from '../../../../main/library/open-library.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const aFolder = async () => join(await temporaryFolder(), 'On Record');

async function withLibraryJson(text: string): Promise<string> {
  const folder = await aFolder();
  await mkdir(folder);
  await writeFile(join(folder, 'library.json'), text);
  return folder;
}

test('a library is made where there is none, for its owner alone, and keeps its id', async () => {
  const folder = await aFolder();
  const { id } = await openLibrary(folder);
  expect(JSON.parse(await readFile(join(folder, 'library.json'), 'utf8'))).toEqual({ format: 1, id });
  expect(await openLibrary(folder)).toEqual({ folder, id });
  if (process.platform !== 'win32') expect((await stat(folder)).mode & 0o777).toBe(0o700);
});

test('fields of other programs are no reason to refuse a library', async () => {
  const id = '7f0f5a1e-6a0e-4f5e-9d2d-2f1f0a4b8c11';
  const folder = await withLibraryJson(JSON.stringify({ format: 1, id, colour: 'red' }));
  expect(await openLibrary(folder)).toEqual({ folder, id });
});

test('a library of a later version is refused and left as it is', async () => {
  const text = '{"format":2,"id":"7f0f5a1e-6a0e-4f5e-9d2d-2f1f0a4b8c11"}';
  const folder = await withLibraryJson(text);
  await expect(openLibrary(folder)).rejects.toMatchObject({ code: 'library-newer' });
  expect(await readFile(join(folder, 'library.json'), 'utf8')).toBe(text);
});

test.each([
  '',
  'nonsense',
  '[]',
  '{}',
  '{"format":0,"id":"7f0f5a1e-6a0e-4f5e-9d2d-2f1f0a4b8c11"}',
  '{"format":1,"id":5}',
])('a library.json that reads %j is said to be so and left as it is', async (text) => {
  const folder = await withLibraryJson(text);
  await expect(openLibrary(folder)).rejects.toThrow(/library\.json could not be understood: ./);
  expect(await readFile(join(folder, 'library.json'), 'utf8')).toBe(text);
});

test('where no folder can be made, it says that the library cannot be written to', async () => {
  const file = join(await temporaryFolder(), 'a-file');
  await writeFile(file, '');
  await expect(openLibrary(join(file, 'On Record'))).rejects.toMatchObject({ code: 'library-unwritable' });
});
