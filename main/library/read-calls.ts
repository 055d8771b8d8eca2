// Reads many calls one after another, a few ahead, and goes on past those that cannot be read.
import type { CallId } from '../../contract/call.ts';
import { Failure } from '../../contract/failure.ts';
import { readCall, type CallFile } from './call-file.ts';

export type ReadCall = CallFile | { unreadable: CallId; reason: string };

const ahead = 16;

/** In the order of `ids`. A call that has gone meanwhile is left out. */
export async function* readCalls(
  library: string,
  ids: readonly CallId[],
): AsyncGenerator<ReadCall, void, undefined> {
  for (let start = 0; start < ids.length; start += ahead) {
    const reads = ids.slice(start, start + ahead).map((id) => readOrSay(library, id));
    for (const read of await Promise.all(reads)) if (read) yield read;
  }
}

async function readOrSay(library: string, id: CallId): Promise<ReadCall | null> {
  try {
    return await readCall(library, id);
  } catch (cause) {
    if (cause instanceof Failure && cause.code === 'call-missing') return null;
    return { unreadable: id, reason: cause instanceof Error ? cause.message : String(cause) };
  }
}
