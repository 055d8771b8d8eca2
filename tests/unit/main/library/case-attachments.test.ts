// Attached files: whole and hashed, or not there at all; and found out when they are no longer what they were.
import { createHash } from 'node:crypto';
import { readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { CaseAttachment } from '../../../../contract/cases.ts';
import {
  attachmentPath,
  attachmentsFolder,
  checkCopy,
  copyIn,
  removeCopy,
} from '../../../../main/library/case-attachments.ts';
import { limitFiles } from '../../../support/small-disk.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const id = 'case-0001';
const bytes = new Uint8Array(3_000_000).map((_, at) => at % 251);
const attached = (copied: Pick<CaseAttachment, 'name' | 'bytes' | 'sha256'>): CaseAttachment => ({
  id: 'f1',
  on: '2026-11-25',
  addedAt: '2026-11-25T10:00:00.000Z',
  mediaType: '',
  note: '',
  ...copied,
});

test('what is copied in is what was given, under its hash, and never over another file', async () => {
  const library = await temporaryFolder();
  const first = await copyIn(library, id, { name: 'bill.png', bytes }, []);
  expect(first).toEqual({
    name: 'bill.png',
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  });
  expect((await readFile(attachmentPath(library, id, first))).equals(bytes)).toBe(true);
  const second = await copyIn(library, id, { name: 'BILL.png', bytes: new Uint8Array() }, []);
  expect(second.name).toBe('BILL (2).png');
  const third = await copyIn(library, id, { name: 'lost.pdf', bytes }, ['lost.pdf']);
  expect(third.name).toBe('lost (2).pdf');
  expect(await readdir(attachmentsFolder(library, id))).toHaveLength(3);
  expect(await checkCopy(library, id, attached(first))).toBe('same');
  expect(await checkCopy(library, id, attached(second))).toBe('same');
});

test('on a full disk nothing of it stays', async () => {
  const library = await temporaryFolder();
  await copyIn(library, id, { name: 'small.txt', bytes: new Uint8Array(10) }, []);
  const lift = limitFiles(1_500_000);
  await expect(copyIn(library, id, { name: 'bill.png', bytes }, [])).rejects.toMatchObject({
    code: 'disk-full',
  });
  lift();
  expect(await readdir(attachmentsFolder(library, id))).toEqual(['small.txt']);
});

test('a flipped bit, a shorter file, a link and a missing file are told from what was added', async () => {
  const library = await temporaryFolder();
  const copied = await copyIn(library, id, { name: 'bill.png', bytes }, []);
  const path = attachmentPath(library, id, copied);
  const one = attached(copied);
  const flipped = Uint8Array.from(bytes);
  flipped[1_234_567]! ^= 1;
  await writeFile(path, flipped);
  expect(await checkCopy(library, id, one)).toBe('changed');
  await writeFile(path, bytes.subarray(1));
  expect(await checkCopy(library, id, one)).toBe('changed');
  await rm(path);
  expect(await checkCopy(library, id, one)).toBe('missing');
  const elsewhere = join(library, 'elsewhere');
  await writeFile(elsewhere, bytes);
  await symlink(elsewhere, path);
  expect(await checkCopy(library, id, one)).toBe('changed');
  await removeCopy(library, id, one);
  await removeCopy(library, id, one);
  expect(await readFile(elsewhere)).toHaveLength(bytes.length);
});
