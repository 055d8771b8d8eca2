// What a person keeps about a company: <library>/companies/<id>.json. Calls name their company in words and never need it.
import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { CompanyFacts } from '../../contract/library.ts';
import { replaceFile } from './replace-file.ts';

const schema = z.looseObject({
  format: z.literal(1),
  name: z.string(),
  aliases: z.array(z.string()),
  phone: z.string(),
  note: z.string(),
});
type CompanyFile = z.output<typeof schema>;

const folderOf = (library: string) => join(library, 'companies');

/** `sameName`: two spellings of one company give the same. A file that cannot be read is left alone. */
export async function readCompany(
  library: string,
  company: string,
  keyOf: (company: string) => string,
): Promise<CompanyFacts> {
  const found = await find(library, company, keyOf);
  return { phone: found?.file.phone ?? '', note: found?.file.note ?? '' };
}

/** Writes the fields of the patch; others, and those this version does not know, stay. */
export async function writeCompany(
  library: string,
  company: string,
  patch: Partial<CompanyFacts>,
  keyOf: (company: string) => string,
): Promise<CompanyFacts> {
  await mkdir(folderOf(library), { recursive: true, mode: 0o700 });
  const found = await find(library, company, keyOf);
  const fresh: CompanyFile = { format: 1, name: company.trim(), aliases: [], phone: '', note: '' };
  const file = { ...(found?.file ?? fresh), ...patch };
  const path = found?.path ?? join(folderOf(library), `${randomUUID()}.json`);
  await replaceFile(path, `${JSON.stringify(file, null, 2)}\n`);
  return { phone: file.phone, note: file.note };
}

async function find(
  library: string,
  company: string,
  keyOf: (company: string) => string,
): Promise<{ path: string; file: CompanyFile } | null> {
  const key = keyOf(company);
  const names = await readdir(folderOf(library)).catch(() => [] as string[]);
  for (const name of names.filter((each) => each.endsWith('.json') && !each.startsWith('.')).sort()) {
    const path = join(folderOf(library), name);
    const file = await read(path);
    if (file && [file.name, ...file.aliases].some((each) => keyOf(each) === key)) return { path, file };
  }
  return null;
}

async function read(path: string): Promise<CompanyFile | null> {
  try {
    return schema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return null;
  }
}
