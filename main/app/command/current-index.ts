// The index as the call folders are at this moment, for a command that only asks: nothing on disk is written.
import type { CallId } from '../../../contract/call.ts';
import { indexedCalls } from '../../index/calls.ts';
import { companyKey } from '../../index/companies.ts';
import { companyNamesAre, setCompanyNames } from '../../index/company-names.ts';
import { isDamage, type Db } from '../../index/db.ts';
import { openIndex } from '../../index/open-index.ts';
import { copyInMemory, readIndex } from '../../index/read-index.ts';
import { putCalls, removeCalls, type Ask } from '../../index/reindex.ts';
import type { CallFile } from '../../library/call-file.ts';
import { knownCompanies } from '../../library/company-file.ts';
import { listCalls } from '../../library/list-calls.ts';
import { readCalls } from '../../library/read-calls.ts';

/** The kept index when it is up to date; otherwise one in memory that is. To be closed by the caller. */
export async function currentIndex(library: string, file: string): Promise<Db> {
  let kept: Db | null = null;
  try {
    kept = readIndex(file);
    return await broughtUpToDate(library, kept);
  } catch (cause) {
    kept?.close();
    if (!isDamage(cause)) throw cause;
    return broughtUpToDate(library, null);
  }
}

async function broughtUpToDate(library: string, kept: Db | null): Promise<Db> {
  const companies = await knownCompanies(library, companyKey);
  const listed = listCalls(library);
  const indexed = kept ? indexedCalls(kept) : new Map<CallId, string>();
  const changed: CallFile[] = [];
  const gone = new Set(indexed.keys());
  for (const { id } of listed) gone.delete(id);
  const toRead = listed.filter(({ id, stamp }) => indexed.get(id) !== stamp).map(({ id }) => id);
  for await (const read of readCalls(library, toRead)) {
    if ('call' in read) changed.push(read);
    else if (indexed.has(read.unreadable)) gone.add(read.unreadable);
  }
  if (kept && changed.length === 0 && gone.size === 0 && companyNamesAre(kept, companies)) return kept;

  const db = kept ? copyInMemory(kept) : openIndex(':memory:', 0).db;
  kept?.close();
  const ask: Ask = (question) => question(db);
  for await (const read of readCalls(library, setCompanyNames(db, companies)))
    if ('call' in read) changed.push(read);
  await putCalls(ask, changed);
  await removeCalls(ask, [...gone]);
  return db;
}
