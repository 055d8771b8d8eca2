// Reads and writes call.json: checked both ways, unknown fields kept, one place where a call's revision grows.
import { mkdir, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Call, CallId } from '../../contract/call.ts';
import { Failure } from '../../contract/failure.ts';
import { callFormat, callSchema } from './call-schema.ts';
import { parseJson, problemsIn } from './json.ts';
import { callFileName, callFolder } from './layout.ts';
import { replaceFile, syncFolder } from './replace-file.ts';
import { stampOf, type Stamp } from './stamp.ts';
import { writeFailure } from './write-failure.ts';

export interface CallFile {
  call: Call;
  stamp: Stamp;
}

/**
 * Fails with `call-missing` when there is no such call (it may be being recorded), with `call-unreadable` and the
 * reason in words when its file cannot be understood (the file is left untouched), with `bad-request` on a bad id.
 */
export async function readCall(library: string, id: CallId): Promise<CallFile> {
  const path = join(callFolder(library, id), callFileName);
  const { text, stamp } = await readStamped(path).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT' || cause.code === 'ENOTDIR')
      throw new Failure('call-missing', `There is no call ${id}`, { cause });
    throw new Failure('call-unreadable', `call.json could not be read: ${cause.code}`, { cause });
  });
  const parsed = parseJson(text);
  if ('problem' in parsed)
    throw new Failure('call-unreadable', `call.json could not be read: ${parsed.problem}`);
  return { call: asCall(parsed.value, id), stamp };
}

/**
 * Writes the call and returns it as written: one revision on, `updatedAt` now. A call that does not pass the schema is
 * refused with `bad-request`. Also fails as `replaceFile` does.
 */
export async function writeCall(library: string, call: Call, nowMs: number): Promise<CallFile> {
  const folder = callFolder(library, call.id);
  await makeFolder(folder);
  return writeCallInto(folder, call, nowMs);
}

/** The same into any folder: one that is being made and will be moved into place. */
export async function writeCallInto(folder: string, call: Call, nowMs: number): Promise<CallFile> {
  const next: Call = { ...call, revision: call.revision + 1, updatedAt: new Date(nowMs).toISOString() };
  const checked = callSchema.safeParse(next);
  if (!checked.success) throw new Failure('bad-request', `This is no call: ${problemsIn(checked.error)}`);
  return {
    call: next,
    stamp: await replaceFile(join(folder, callFileName), `${JSON.stringify(next, null, 2)}\n`),
  };
}

/** The value itself and not the schema's copy of it, so that whatever else it holds stays, in its order. */
function asCall(value: unknown, id: CallId): Call {
  const format = (value as { format?: unknown } | null)?.format;
  if (typeof format === 'number' && format > callFormat)
    throw new Failure(
      'call-unreadable',
      `call.json was written by a newer version of the app (format ${format})`,
    );
  const checked = callSchema.safeParse(value);
  if (!checked.success)
    throw new Failure('call-unreadable', `call.json could not be understood: ${problemsIn(checked.error)}`);
  if (checked.data.id !== id)
    throw new Failure('call-unreadable', `call.json is of another call: ${checked.data.id}`);
  return value as Call;
}

/** Text and stamp of one and the same file, even if it is replaced meanwhile. */
async function readStamped(path: string): Promise<{ text: string; stamp: Stamp }> {
  const handle = await open(path, 'r');
  try {
    const stamp = stampOf(await handle.stat());
    return { text: await handle.readFile('utf8'), stamp };
  } finally {
    await handle.close();
  }
}

async function makeFolder(folder: string): Promise<void> {
  try {
    const made = await mkdir(folder, { recursive: true, mode: 0o700 });
    if (made === undefined) return;
    await syncFolder(dirname(folder));
    await syncFolder(dirname(dirname(folder)));
  } catch (cause) {
    throw writeFailure(cause, folder);
  }
}
