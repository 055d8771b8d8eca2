import { mkdir, open, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { replaceFile } from '../../../../main/library/replace-file.ts';
import { stampOf } from '../../../../main/library/stamp.ts';
import { writeFailure } from '../../../../main/library/write-failure.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

test('the new text takes the place of the old, readable by its owner alone, and nothing else stays', async () => {
  const folder = await temporaryFolder();
  const path = join(folder, 'call.json');
  await replaceFile(path, 'old');
  await replaceFile(path, 'new é');
  expect(await readFile(path, 'utf8')).toBe('new é');
  expect(await readdir(folder)).toEqual(['call.json']);
  if (process.platform !== 'win32') expect((await stat(path)).mode & 0o777).toBe(0o600);
});

test('the stamp is that of the file as it now lies there', async () => {
  const path = join(await temporaryFolder(), 'call.json');
  const stamp = await replaceFile(path, 'text');
  expect(stampOf(await stat(path))).toBe(stamp);
});

test('whoever reads meanwhile sees a whole text, old or new', async () => {
  const path = join(await temporaryFolder(), 'call.json');
  const texts = ['a'.repeat(300_000), 'b'.repeat(300_000)];
  await replaceFile(path, texts[0]!);
  let done = false;
  const writer = (async () => {
    for (let turn = 1; turn <= 40; turn += 1) await replaceFile(path, texts[turn % 2]!);
    done = true;
  })();
  while (!done) expect(texts.includes(await readFile(path, 'utf8'))).toBe(true);
  await writer;
});

test('a write that fails leaves what was there and no leftovers', async () => {
  const folder = await temporaryFolder();
  await mkdir(join(folder, 'call.json', 'in-the-way'), { recursive: true });
  await expect(replaceFile(join(folder, 'call.json'), 'new')).rejects.toMatchObject({
    code: 'library-unwritable',
  });
  expect(await readdir(folder)).toEqual(['call.json']);
  expect(await readdir(join(folder, 'call.json'))).toEqual(['in-the-way']);
});

test('a folder that is not there cannot be written to; the cause is kept', async () => {
  const path = join(await temporaryFolder(), 'gone', 'call.json');
  await expect(replaceFile(path, 'new')).rejects.toMatchObject({
    code: 'library-unwritable',
    cause: { code: 'ENOENT' },
  });
});

test.runIf(process.platform === 'linux')(
  'a full disk is told from one that may not be written to',
  async () => {
    const full = await open('/dev/full', 'w');
    const cause = await full.writeFile('x').catch((failed: unknown) => failed);
    await full.close();
    expect(writeFailure(cause, 'call.json')).toMatchObject({ code: 'disk-full', cause: { code: 'ENOSPC' } });

    const proc = await writeFile('/proc/version', 'x').catch((failed: unknown) => failed);
    expect(writeFailure(proc, 'call.json')).toMatchObject({ code: 'library-unwritable', cause: proc });
  },
);

test('a link in the place of the file is replaced, not followed', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'elsewhere'), 'mine');
  await symlink(join(folder, 'elsewhere'), join(folder, 'call.json'));
  await replaceFile(join(folder, 'call.json'), 'new');
  expect(await readFile(join(folder, 'elsewhere'), 'utf8')).toBe('mine');
});
