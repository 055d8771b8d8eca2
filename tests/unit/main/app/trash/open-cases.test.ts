import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readOpenCases } from '../../../../../main/app/trash/open-cases.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';

async function aLibrary(cases: Record<string, string>): Promise<string> {
  const library = await temporaryFolder();
  for (const [id, text] of Object.entries(cases)) {
    await mkdir(join(library, 'cases', id), { recursive: true });
    await writeFile(join(library, 'cases', id, 'case.json'), text);
  }
  return library;
}
const of = (name: string, status: string) => JSON.stringify({ format: 1, name, status, want: 'more' });

test('a case is closed when its file says so, in whatever spelling a call names it', async () => {
  const isOpen = await readOpenCases(
    await aLibrary({ a: of('Refund of $120', 'closed'), b: of('Líne', 'open') }),
  );
  expect(isOpen('refund OF $120')).toBe(false);
  expect(isOpen('Line')).toBe(true);
});

test('a case without a file is open, and no case is none', async () => {
  const isOpen = await readOpenCases(await aLibrary({}));
  expect(isOpen('Refund')).toBe(true);
  expect(isOpen('')).toBe(false);
  expect(isOpen('  ')).toBe(false);
});

test('files that cannot be read close nothing, and of two files that disagree the open one holds', async () => {
  const isOpen = await readOpenCases(
    await aLibrary({
      a: '{"name":"Broken","status":"closed"',
      b: of('Strange', 'archived'),
      c: of('Twice', 'closed'),
      d: of('twice', 'open'),
    }),
  );
  for (const name of ['Broken', 'Strange', 'Twice']) expect(isOpen(name), name).toBe(true);
});
