// Reads and writes cases/<id>/case.json: checked both ways, unknown fields kept, one place where a case's revision grows.
import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { CaseFile, CaseId } from '../../contract/cases.ts';
import { Failure } from '../../contract/failure.ts';
import { caseFormat, caseIdSchema, caseSchema } from './case-schema.ts';
import { parseJson, problemsIn } from './json.ts';
import { replaceFile, syncFolder } from './replace-file.ts';
import { stampOf, type Stamp } from './stamp.ts';
import { writeFailure } from './write-failure.ts';

const caseFileName = 'case.json';

/** The folder of a case. Anything that is not a case's id is refused with `bad-request`. */
export function caseFolder(library: string, id: CaseId): string {
  if (!caseIdSchema.safeParse(id).success)
    throw new Failure('bad-request', `Not the id of a case: ${JSON.stringify(id).slice(0, 80)}`);
  return join(library, 'cases', id);
}

export function newCase(name: string, nowMs: number): CaseFile {
  return {
    format: caseFormat,
    id: randomBytes(5).toString('hex'),
    revision: 0,
    updatedAt: new Date(nowMs).toISOString(),
    name: name.trim(),
    status: 'open',
    closedAt: null,
    ending: '',
    want: '',
    nextStep: { text: '', due: null },
    offers: [],
    notes: [],
    files: [],
    escalation: { on: true, startedOn: null, rules: [] },
  };
}

export interface ReadCaseFile {
  file: CaseFile;
  stamp: Stamp;
}

/** `case-unreadable` with the reason in words when it is missing or cannot be understood; the file is left untouched. */
export async function readCase(library: string, id: CaseId): Promise<ReadCaseFile> {
  const path = join(caseFolder(library, id), caseFileName);
  const unreadable = (why: string, cause?: unknown) =>
    new Failure('case-unreadable', `case.json could not be read: ${why}`, { cause });
  const read = async () => ({ stamp: stampOf(await stat(path)), text: await readFile(path, 'utf8') });
  const { text, stamp } = await read().catch((cause: NodeJS.ErrnoException) => {
    throw unreadable(cause.code ?? String(cause), cause);
  });
  const parsed = parseJson(text);
  if ('problem' in parsed) throw unreadable(parsed.problem);
  const format = (parsed.value as { format?: unknown } | null)?.format;
  if (typeof format === 'number' && format > caseFormat)
    throw unreadable(`it was written by a newer version of the app (format ${format})`);
  const checked = caseSchema.safeParse(parsed.value);
  if (!checked.success) throw unreadable(problemsIn(checked.error));
  if (checked.data.id !== id) throw unreadable(`it is of another case: ${checked.data.id}`);
  return { file: parsed.value as CaseFile, stamp };
}

/** Writes the case, one revision on. `bad-request` when it does not pass the schema; also fails as `replaceFile` does. */
export async function writeCase(library: string, file: CaseFile, nowMs: number): Promise<ReadCaseFile> {
  const next = { ...file, revision: file.revision + 1, updatedAt: new Date(nowMs).toISOString() };
  const checked = caseSchema.safeParse(next);
  if (!checked.success) throw new Failure('bad-request', `This is no case: ${problemsIn(checked.error)}`);
  const folder = caseFolder(library, next.id);
  await makeFolder(folder);
  const stamp = await replaceFile(join(folder, caseFileName), `${JSON.stringify(next, null, 2)}\n`);
  return { file: next, stamp };
}

/** Makes a folder of a case, and makes its name survive a power cut. */
export async function makeFolder(folder: string): Promise<void> {
  try {
    const made = await mkdir(folder, { recursive: true, mode: 0o700 });
    if (made !== undefined) await syncFolder(dirname(folder));
  } catch (cause) {
    throw writeFailure(cause, folder);
  }
}

/** What cases have a file, without reading any. `stamp` is `unreadable` where not even that can be told. */
export async function listCases(library: string): Promise<{ id: CaseId; stamp: Stamp }[]> {
  const entries = await readdir(join(library, 'cases'), { withFileTypes: true }).catch(
    (cause: NodeJS.ErrnoException) => {
      if (cause.code === 'ENOENT') return [];
      throw cause;
    },
  );
  const ids = entries.filter((entry) => entry.isDirectory() && caseIdSchema.safeParse(entry.name).success);
  const listed: { id: CaseId; stamp: Stamp }[] = [];
  for (const { name: id } of ids) {
    const stamp = await stat(join(caseFolder(library, id), caseFileName)).then(
      stampOf,
      (cause: NodeJS.ErrnoException) => (cause.code === 'ENOENT' ? null : 'unreadable'),
    );
    if (stamp !== null) listed.push({ id, stamp });
  }
  return listed;
}

/**
 * The cases that are closed for certain, by key: for whatever removes calls. A call is free to go when it names no case
 * or one of these; any other case is open, also one without a file and one whose file cannot be read. Where two files
 * say they are the same case, both must be closed. `keyOf`: two spellings of one name give the same.
 */
export async function closedCaseKeys(library: string, keyOf: (name: string) => string): Promise<Set<string>> {
  const closed = new Set<string>();
  const open = new Set<string>();
  for (const { id } of await listCases(library)) {
    const read = await readCase(library, id).catch((failure: Failure) => ({ failure }));
    if ('file' in read) (read.file.status === 'closed' ? closed : open).add(keyOf(read.file.name));
    // One that could not even be opened may only be busy, and be of any case: nothing is certain then.
    else if (read.failure.cause !== undefined) return new Set();
  }
  return new Set([...closed].filter((key) => !open.has(key)));
}
