// Files attached to a case: copied in whole or not at all, hashed on the way, and found to be unchanged or not later.
import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { CaseAttachment, CaseId, FileCheck } from '../../contract/cases.ts';
import { caseFolder, makeFolder } from './case-file.ts';
import { freeFileName } from './file-name.ts';
import { syncFolder } from './replace-file.ts';
import { writeFailure } from './write-failure.ts';

/** Small enough that sound goes on being written between two of them. */
const pieceBytes = 1024 * 1024;

export const attachmentsFolder = (library: string, id: CaseId): string =>
  join(caseFolder(library, id), 'files');

export const attachmentPath = (library: string, id: CaseId, { name }: Pick<CaseAttachment, 'name'>): string =>
  join(attachmentsFolder(library, id), name);

/**
 * Copies the bytes in under a name that is free (`taken`: names the case knows, their files there or not) and says what
 * it wrote. `disk-full` or `library-unwritable`, and then nothing of it is left.
 */
export async function copyIn(
  library: string,
  id: CaseId,
  { name: wanted, bytes }: { name: string; bytes: Uint8Array },
  taken: readonly string[],
): Promise<Pick<CaseAttachment, 'name' | 'bytes' | 'sha256'>> {
  const folder = attachmentsFolder(library, id);
  await makeFolder(folder);
  const temporary = join(folder, `.${randomBytes(6).toString('hex')}.tmp`);
  try {
    const name = freeFileName(wanted, [...taken, ...(await readdir(folder))]);
    const sha256 = await writeHashed(temporary, bytes);
    await rename(temporary, join(folder, name));
    await syncFolder(folder);
    return { name, bytes: bytes.length, sha256 };
  } catch (cause) {
    await rm(temporary, { force: true }).catch(() => undefined); // the first failure is the one to tell
    throw writeFailure(cause, folder);
  }
}

async function writeHashed(path: string, bytes: Uint8Array): Promise<string> {
  const hash = createHash('sha256');
  const handle = await open(path, 'wx', 0o600);
  try {
    for (let at = 0; at < bytes.length; at += pieceBytes) {
      const piece = bytes.subarray(at, at + pieceBytes);
      hash.update(piece);
      for (let written = 0; written < piece.length;)
        written += (await handle.write(piece, written)).bytesWritten;
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return hash.digest('hex');
}

export async function removeCopy(
  library: string,
  id: CaseId,
  attached: Pick<CaseAttachment, 'name'>,
): Promise<void> {
  const path = attachmentPath(library, id, attached);
  try {
    await rm(path, { force: true });
    await syncFolder(attachmentsFolder(library, id)).catch(() => undefined); // the folder may be gone with it
  } catch (cause) {
    throw writeFailure(cause, path);
  }
}

/** Reads the whole file. A link is not the file that was copied in, wherever it leads. */
export async function checkCopy(library: string, id: CaseId, attached: CaseAttachment): Promise<FileCheck> {
  const path = attachmentPath(library, id, attached);
  const found = await lstat(path).catch(() => null);
  if (found === null) return 'missing';
  if (!found.isFile() || found.size !== attached.bytes) return 'changed';
  const hash = createHash('sha256');
  try {
    for await (const piece of createReadStream(path)) hash.update(piece as Buffer);
  } catch {
    return 'missing';
  }
  return hash.digest('hex') === attached.sha256 ? 'same' : 'changed';
}
