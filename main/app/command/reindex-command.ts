// on-record reindex: makes the index anew from the call folders, also while the app is running.
import { isDamage, type Db } from '../../index/db.ts';
import { openIndex, quarantine } from '../../index/open-index.ts';
import { reindex } from '../../index/reindex.ts';
import { countCalls } from '../../index/calls.ts';
import { companyKey } from '../../index/companies.ts';
import { setCompanyNames } from '../../index/company-names.ts';
import type { CallFile } from '../../library/call-file.ts';
import type { UnreadableCall } from '../../../contract/library.ts';
import { knownCompanies } from '../../library/company-file.ts';
import { listCalls } from '../../library/list-calls.ts';
import { readCalls } from '../../library/read-calls.ts';

/** The app writes in moments; longer than this it does not hold the index. */
const waitMs = 10_000;

export interface Reindexed {
  calls: number;
  unreadable: readonly UnreadableCall[];
}

export async function makeIndexAnew(
  folders: { library: string; indexFile: string },
  nowMs: number,
): Promise<Reindexed> {
  const once = async () => {
    const { db } = openIndex(folders.indexFile, nowMs);
    db.pragma(`busy_timeout = ${waitMs}`);
    try {
      return await fill(db, folders.library);
    } finally {
      db.close();
    }
  };
  try {
    return await once();
  } catch (cause) {
    if (!isDamage(cause)) throw cause;
    quarantine(folders.indexFile, nowMs);
    return once();
  }
}

async function fill(db: Db, library: string): Promise<Reindexed> {
  const unreadable: UnreadableCall[] = [];
  // Listed when it is asked for, so after what the index holds: a call saved in between is then no lost one.
  async function* calls(): AsyncGenerator<CallFile, void, undefined> {
    const ids = listCalls(library).map(({ id }) => id);
    for await (const read of readCalls(library, ids)) {
      if ('call' in read) yield read;
      else unreadable.push({ callId: read.unreadable, reason: read.reason });
    }
  }
  setCompanyNames(db, await knownCompanies(library, companyKey));
  await reindex(db, calls());
  return { calls: countCalls(db), unreadable };
}
