// Many files one after another, of which none is forgotten.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ImportView } from '../../../../../contract/import.ts';
import { makeDecoder } from '../../../../../main/app/import/decoder.ts';
import { makeGate } from '../../../../../main/app/import/gate.ts';
import { makeImporter } from '../../../../../main/app/import/importer.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';

test('a file that is dropped while the last one is put away is imported too', async () => {
  const from = await temporaryFolder();
  const files = ['a.pdf', 'b.pdf', 'c.pdf'].map((name) => join(from, name));
  for (const path of files) await writeFile(path, '%PDF-1.4 no sound');
  const gate = makeGate();
  const decoder = makeDecoder({ openWindow: () => ({ contents: () => null, close() {} }), send() {}, gate });
  const views: ImportView[] = [];
  const added: Promise<void>[] = [];
  const importer = makeImporter({
    libraryFolder: await temporaryFolder(),
    store: { takeIn: async () => undefined, ask: () => undefined as never },
    gate,
    appVersion: '1',
    now: Date.now,
    // It is let go when all files are dealt with.
    decoder: {
      ...decoder,
      release: () => void added.push(importer.add(files.slice(added.length + 1, added.length + 2))),
    },
    importedBefore: async () => null,
    announce: (view) => view && views.push(view),
    log: () => undefined,
  });
  await importer.add(files.slice(0, 1));
  await expect.poll(() => views.at(-1)).toMatchObject({ phase: 'done', total: 3, dealtWith: 3 });
  await Promise.all(added);
  expect(views.at(-1)!.refused.map(({ name }) => name)).toEqual(['a.pdf', 'b.pdf', 'c.pdf']);
});
