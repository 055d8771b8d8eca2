import { mkdir, rename, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeCall } from '../../../../main/library/call-file.ts';
import { callFolder } from '../../../../main/library/layout.ts';
import { listCalls } from '../../../../main/library/list-calls.ts';
import { readCalls } from '../../../../main/library/read-calls.ts';
import { makeCall } from '../../../support/make-call.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const starts = ['2025-12-31T23:59:59.000Z', '2026-11-23T14:05:00.000Z', '2026-01-01T00:00:00.000Z'];

async function aLibrary() {
  const library = await temporaryFolder();
  const files = [];
  for (const startedAt of starts) files.push(await writeCall(library, makeCall({ startedAt }), 0));
  return { library, files };
}

test('calls are listed newest first, with the stamps of their files', async () => {
  const { library, files } = await aLibrary();
  const [oldest, newest, middle] = files.map(({ call, stamp }) => ({ id: call.id, stamp }));
  expect(listCalls(library)).toEqual([newest, middle, oldest]);
});

test('a library without calls has none', async () => {
  expect(listCalls(await temporaryFolder())).toEqual([]);
});

test('what is no finished call is passed over', async () => {
  const { library, files } = await aLibrary();
  const before = listCalls(library);
  const folder = callFolder(library, files[1]!.call.id);
  const year = join(library, 'calls', '2026');

  const running = callFolder(library, '20261124T090000Z-runn1ng0');
  await mkdir(running);
  await writeFile(join(running, 'journal.jsonl'), '{}');
  await mkdir(callFolder(library, '20261125T090000Z-emptyf01'));
  await mkdir(`${folder} (conflicted copy 2026-11-24)`);
  await writeFile(join(`${folder} (conflicted copy 2026-11-24)`, 'call.json'), '{}');
  await writeFile(join(folder, 'call.sync-conflict-20261124.json'), '{}');
  await writeFile(join(folder, '.call.json.abcdef.tmp'), '{');
  await writeFile(join(year, '20261126T090000Z-afile000'), '');
  await mkdir(join(year, '20251126T090000Z-wr0ngyr0'));
  await writeFile(join(year, '20251126T090000Z-wr0ngyr0', 'call.json'), '{}');
  await mkdir(join(library, 'calls', 'notes', '20261127T090000Z-elsewh00'), { recursive: true });
  await mkdir(join(library, 'calls', '20', '20261127T090000Z-sh0rtye0'), { recursive: true });
  await writeFile(join(library, 'calls', '20', '20261127T090000Z-sh0rtye0', 'call.json'), '{}');
  await writeFile(join(library, 'calls', '.stfolder'), '');
  const outside = await temporaryFolder();
  await writeFile(join(outside, 'call.json'), '{}');
  await symlink(outside, join(year, '20261128T090000Z-a11nk000'));

  expect(listCalls(library)).toEqual(before);
});

test('reading many goes on past those that cannot be read or have gone', async () => {
  const { library, files } = await aLibrary();
  const [first, second, third] = files.map(({ call }) => call.id) as [string, string, string];
  await writeFile(join(callFolder(library, first), 'call.json'), 'broken');
  await rename(callFolder(library, second), join(library, 'moved'));
  const read = [];
  for await (const one of readCalls(library, [first, second, third])) read.push(one);
  expect(read).toEqual([
    { unreadable: first, reason: expect.stringMatching(/not JSON/) as string },
    files[2],
  ]);
});
