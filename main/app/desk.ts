// The call-back desk: what a company was last asked, has promised and is known by, gathered before it is called again.
import type { Desk, DeskPromise } from '../../contract/library.ts';
import { companyKey } from '../index/companies.ts';
import { factsOf, readAllCompanies } from '../library/company-file.ts';
import { companyGathered } from '../library/gather-company.ts';
import type { CallStore } from './call-store.ts';

type Store = Pick<CallStore, 'desk' | 'read'>;

/** Fails when a company's file is only busy: an empty note on screen would be written over the one that is kept. */
export async function readDesk(store: Store, library: string, company: string): Promise<Desk> {
  const { withOpenPromises, ...known } = store.desk(company);
  const [kept, promises] = await Promise.all([
    readAllCompanies(library),
    Promise.all(withOpenPromises.map((id) => openPromises(store, id))),
  ]);
  const facts = factsOf(companyGathered(kept, company, companyKey)?.file);
  return { ...known, ...facts, promises: promises.flat().sort(byDue) };
}

/** None when the call cannot be read just now: the desk is a help and never in the way. */
async function openPromises(store: Store, id: string): Promise<DeskPromise[]> {
  const call = await store.read(id).catch(() => null);
  return (call?.marks ?? []).flatMap(({ id: markId, promise, text, fromMs, toMs }) =>
    call && promise?.status === 'open'
      ? [{ callId: id, markId, startedAtMs: Date.parse(call.startedAt), text, fromMs, toMs, promise }]
      : [],
  );
}

/** The earliest day first, those without a day last, the newest first among equals. */
function byDue(one: DeskPromise, other: DeskPromise): number {
  const due = ({ promise }: DeskPromise) => promise.due ?? '9999';
  return due(one).localeCompare(due(other)) || other.startedAtMs - one.startedAtMs;
}
