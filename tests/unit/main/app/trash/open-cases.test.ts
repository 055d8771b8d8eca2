import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readOpenCases } from '../../../../../main/app/trash/open-cases.ts';
import { caseFolder, newCase } from '../../../../../main/library/case-file.ts';
import { makeBusy } from '../../../../support/busy-file.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';

/** A library with one case for each name; a file is cut short where `cut` says so. */
async function aLibrary(
  ...cases: { name: string; status: string; id?: string; cut?: number }[]
): Promise<string> {
  const library = await temporaryFolder();
  for (const { name, status, id, cut } of cases) {
    const made = { ...newCase(name, 0), ...(id && { id }) };
    const folder = caseFolder(library, made.id);
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'case.json'), JSON.stringify({ ...made, status }).slice(0, cut));
  }
  return library;
}

test('a case is closed when its file says so, in whatever spelling a call names it', async () => {
  const isOpen = await readOpenCases(
    await aLibrary({ name: 'Refund of $120', status: 'closed' }, { name: 'Líne', status: 'open' }),
  );
  expect(isOpen('refund OF $120')).toBe(false);
  expect(isOpen('Line')).toBe(true);
});

test('a case without a file is open, and no case is none', async () => {
  const isOpen = await readOpenCases(await aLibrary());
  expect(isOpen('Refund')).toBe(true);
  expect(isOpen('')).toBe(false);
  expect(isOpen('  ')).toBe(false);
});

test('files that cannot be read close nothing, and of two files that disagree the open one holds', async () => {
  const isOpen = await readOpenCases(
    await aLibrary(
      { name: 'Broken', status: 'closed', cut: -1 },
      { name: 'Strange', status: 'archived' },
      { name: 'Twice', status: 'closed' },
      { name: 'twice', status: 'open' },
    ),
  );
  for (const name of ['Broken', 'Strange', 'Twice']) expect(isOpen(name), name).toBe(true);
});

test('while a file is busy no case is taken for closed: it may be the one that says that it is open', async () => {
  const library = await aLibrary(
    { id: 'older', name: 'Refund', status: 'closed' },
    { id: 'newer', name: 'Refund', status: 'open' },
  );
  makeBusy('newer');
  expect((await readOpenCases(library))('Refund')).toBe(true);
});
