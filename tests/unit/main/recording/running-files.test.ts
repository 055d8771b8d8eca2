// The folder of a running call: there before any sound, closed to others, and never over another call's.
import { mkdir, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { JournalLine } from '../../../../main/recording/journal.ts';
import {
  createRunningFiles,
  discardRunningFiles,
  releaseReserve,
  shrinkReserve,
} from '../../../../main/recording/running-files.ts';
import { makeCall } from '../../../support/make-call.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const start: JournalLine = { type: 'start', call: makeCall(), pid: 1, host: 'here' };

test('from its first moment the journal says whose call it is, and room is kept to put it in order', async () => {
  const folder = join(await temporaryFolder(), '2026', 'call');
  const files = await createRunningFiles(folder, start);
  expect((await readdir(folder)).sort()).toEqual(['audio.ogg', 'journal.jsonl', 'peaks.bin', 'reserve.tmp']);
  expect(await readFile(join(folder, 'journal.jsonl'), 'utf8')).toBe(`${JSON.stringify(start)}\n`);
  expect((await stat(join(folder, 'reserve.tmp'))).blocks * 512).toBeGreaterThanOrEqual(512 * 1024); // not a hole
  if (process.platform !== 'win32')
    for (const name of ['', ...(await readdir(folder))])
      expect((await stat(join(folder, name))).mode & 0o077, name).toBe(0); // a call is for nobody else's eyes
  await shrinkReserve(folder); // most of it is for the sound, the rest for what is written after that
  expect((await stat(join(folder, 'reserve.tmp'))).size).toBe(256 * 1024);
  await releaseReserve(folder);
  await releaseReserve(folder);
  await shrinkReserve(folder);
  expect(await readdir(folder)).not.toContain('reserve.tmp');
  await discardRunningFiles(files);
  await expect(stat(folder)).rejects.toThrow('ENOENT');
});

test('the files of another call are never written over, and what cannot be written is said in the words of the app', async () => {
  const library = await temporaryFolder();
  const folder = join(library, 'call');
  await mkdir(folder);
  await writeFile(join(folder, 'journal.jsonl'), 'of another call');
  await expect(createRunningFiles(folder, start)).rejects.toMatchObject({ code: 'library-unwritable' });
  expect(await readFile(join(folder, 'journal.jsonl'), 'utf8')).toBe('of another call');
  const inAFile = join(folder, 'journal.jsonl', 'call');
  await expect(createRunningFiles(inAFile, start)).rejects.toMatchObject({ code: 'library-unwritable' });
});
