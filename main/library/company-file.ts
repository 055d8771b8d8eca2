// What a person keeps about a company: <library>/companies/<id>.json. Calls name their company in words and never need it.
import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { CompanyFacts } from '../../contract/library.ts';
import { Failure } from '../../contract/failure.ts';
import { parseJson } from './json.ts';
import { replaceFile, syncFolder } from './replace-file.ts';
import { writeFailure } from './write-failure.ts';

const schema = z.looseObject({
  format: z.literal(1),
  /** How the company is called, whatever its calls say. */
  name: z.string(),
  /** Other names of it. */
  aliases: z.array(z.string()),
  phone: z.string(),
  /** Numbers beside the first. */
  morePhones: z.array(z.string()).optional(),
  note: z.string(),
});
export type CompanyFile = z.output<typeof schema>;

export interface KeptCompany {
  /** The file's name without `.json`. */
  id: string;
  file: CompanyFile;
}

/** Two spellings of one company give the same. */
export type KeyOf = (company: string) => string;

const folderOf = (library: string) => join(library, 'companies');
const pathOf = (library: string, id: string) => join(folderOf(library), `${id}.json`);

export const newCompany = (name: string): KeptCompany => ({
  id: randomUUID(),
  file: { format: 1, name: name.trim(), aliases: [], phone: '', note: '' },
});

/** By id. A file that cannot be read is left out, and left alone. */
export async function readCompanies(library: string): Promise<KeptCompany[]> {
  return (await look(library)).kept;
}

/**
 * For whoever writes: fails when a file cannot even be opened. It may only be busy, and must not be taken for one that
 * is missing: another one would be made, and hide it.
 */
export async function readAllCompanies(library: string): Promise<KeptCompany[]> {
  const { kept, unopened } = await look(library);
  const [cause] = unopened;
  if (cause)
    throw new Failure('unexpected', `A file of a company cannot be opened: ${cause.code}`, { cause });
  return kept;
}

async function look(
  library: string,
): Promise<{ kept: KeptCompany[]; unopened: readonly NodeJS.ErrnoException[] }> {
  const unopened: NodeJS.ErrnoException[] = [];
  const orNull = <Value>(opened: Promise<Value>): Promise<Value | null> =>
    opened.catch((cause: NodeJS.ErrnoException) => {
      // What can hold no file is not busy: writing will say what is wrong with it.
      if (cause.code !== 'ENOENT' && cause.code !== 'ENOTDIR') unopened.push(cause);
      return null;
    });
  const names = (await orNull(readdir(folderOf(library)))) ?? [];
  const ids = names
    .filter((name) => name.endsWith('.json') && !name.startsWith('.'))
    .map((name) => name.slice(0, -'.json'.length))
    .sort();
  const texts = await Promise.all(ids.map((id) => orNull(readFile(pathOf(library, id), 'utf8'))));
  const kept = texts.map((text, at) => companyIn(text ?? '', ids[at]!)).filter((one) => one !== null);
  return { kept, unopened };
}

/** The company that has this name; where none has, the one that has it as an alias. */
export function companyCalled(
  kept: readonly KeptCompany[],
  name: string,
  keyOf: KeyOf,
): KeptCompany | undefined {
  const key = keyOf(name);
  const isIt = (each: string) => keyOf(each) === key;
  return kept.find(({ file }) => isIt(file.name)) ?? kept.find(({ file }) => file.aliases.some(isIt));
}

/** How each is called and all names it goes by. */
export async function knownCompanies(
  library: string,
  keyOf: KeyOf,
): Promise<{ name: string; names: string[] }[]> {
  const kept = await readCompanies(library);
  return kept
    .filter(({ file }) => keyOf(file.name) !== '')
    .map(({ file }) => ({ name: file.name, names: [file.name, ...file.aliases] }));
}

/** Fails as `replaceFile` does. */
export async function writeCompany(library: string, { id, file }: KeptCompany): Promise<void> {
  const folder = folderOf(library);
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch((cause: unknown) => {
    throw writeFailure(cause, folder);
  });
  await replaceFile(pathOf(library, id), `${JSON.stringify(file, null, 2)}\n`);
}

export async function removeCompany(library: string, id: string): Promise<void> {
  try {
    await rm(pathOf(library, id), { force: true });
    await syncFolder(folderOf(library));
  } catch (cause) {
    throw writeFailure(cause, folderOf(library));
  }
}

export const factsOf = (file: CompanyFile | undefined): CompanyFacts => ({
  phone: file?.phone ?? '',
  note: file?.note ?? '',
});

/** The value itself and not the schema's copy of it, so that whatever else it holds stays, in its order. */
function companyIn(text: string, id: string): KeptCompany | null {
  const parsed = parseJson(text);
  if ('problem' in parsed || !schema.safeParse(parsed.value).success) return null;
  return { id, file: parsed.value as CompanyFile };
}
