// Opens the library's folder, or makes a new one of it.
import { randomUUID } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { Failure } from '../../contract/failure.ts';
import { parseJson, problemsIn } from './json.ts';
import { callsFolder, libraryFileName } from './layout.ts';
import { replaceFile } from './replace-file.ts';
import { writeFailure } from './write-failure.ts';

const libraryFormat = 1;
const librarySchema = z.looseObject({ format: z.number().int().min(1), id: z.uuid() });

export interface Library {
  folder: string;
  /** Stays the same wherever the folder is moved to. */
  id: string;
}

/**
 * Fails with `library-newer` when a later version of the app made it, `library-unwritable` or `disk-full` when a new
 * one cannot be made, and `unexpected` when its library.json cannot be understood; that file is then left as it is.
 */
export async function openLibrary(folder: string): Promise<Library> {
  const path = join(folder, libraryFileName);
  const text = await readFile(path, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT' || cause.code === 'ENOTDIR') return null;
    throw new Failure('unexpected', `${path} could not be read: ${cause.code}`, { cause });
  });
  if (text === null) return createLibrary(folder, path);

  const parsed = parseJson(text);
  if ('problem' in parsed)
    throw new Failure('unexpected', `${path} could not be understood: ${parsed.problem}`);
  const checked = librarySchema.safeParse(parsed.value);
  if (!checked.success)
    throw new Failure('unexpected', `${path} could not be understood: ${problemsIn(checked.error)}`);
  if (checked.data.format > libraryFormat)
    throw new Failure(
      'library-newer',
      `The library is of format ${checked.data.format}; this app knows ${libraryFormat}`,
    );
  return { folder, id: checked.data.id };
}

async function createLibrary(folder: string, path: string): Promise<Library> {
  const id = randomUUID();
  try {
    await mkdir(callsFolder(folder), { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw writeFailure(cause, folder);
  }
  await replaceFile(path, `${JSON.stringify({ format: libraryFormat, id }, null, 2)}\n`);
  return { folder, id };
}
