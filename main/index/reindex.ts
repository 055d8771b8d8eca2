// Many calls at once: in batches, with room for everything else between them.
import type { CallId } from '../../contract/call.ts';
import type { CallFile } from '../library/call-file.ts';
import { indexedCalls, removeRows, replaceRows } from './calls.ts';
import { refreshCompany } from './companies.ts';
import type { Db } from './db.ts';

/** Asks the index; whoever keeps it may put another one in its place between two questions. */
export type Ask = <Answer>(question: (db: Db) => Answer) => Answer;

/** About 70 ms of work. */
const batchCalls = 200;
/** About 15 ms of work, for which a search has to wait. All in such batches takes a third longer. */
const smallBatchCalls = 50;

export interface BatchOptions {
  /** Calls that were saved meanwhile: the index knows better than what was read before. */
  isNewer?(id: CallId): boolean;
  /** Somebody waits for answers, so that the batches are to be small. */
  isAwaited?(): boolean;
  /** After each batch. */
  onBatch?(): void;
}

type Calls = AsyncIterable<CallFile> | Iterable<CallFile>;

/** Makes the index hold exactly these calls. The same calls give the same index, whatever it held before. */
export async function reindex(db: Db, calls: Calls, options: BatchOptions = {}): Promise<void> {
  const ask: Ask = (question) => question(db);
  const gone = new Set(indexedCalls(db).keys());
  await putCalls(
    ask,
    noting(calls, ({ call }) => gone.delete(call.id)),
    options,
  );
  await removeCalls(ask, [...gone], options);
}

/** Puts calls into the index, one transaction and one turn of the event loop per batch. */
export async function putCalls(ask: Ask, calls: Calls, options: BatchOptions = {}): Promise<void> {
  await inBatches(ask, calls, options, (db, batch) =>
    batch
      // FTS5 writes a segment of its own for each row that comes before the one written last.
      .sort((one, other) => (one.call.startedAt < other.call.startedAt ? -1 : 1))
      .filter(({ call }) => !options.isNewer?.(call.id))
      .flatMap(({ call, stamp }) => replaceRows(db, call, stamp)),
  );
}

export async function removeCalls(
  ask: Ask,
  ids: readonly CallId[],
  options: BatchOptions = {},
): Promise<void> {
  await inBatches(ask, ids, options, (db, batch) =>
    batch.filter((id) => !options.isNewer?.(id)).flatMap((id) => removeRows(db, id)?.companyKey ?? []),
  );
}

/** `work` returns the companies to be looked at anew; that is done once per batch and not once per call. */
async function inBatches<Item>(
  ask: Ask,
  items: AsyncIterable<Item> | Iterable<Item>,
  { isAwaited = () => false, onBatch }: BatchOptions,
  work: (db: Db, batch: Item[]) => string[],
): Promise<void> {
  let batch: Item[] = [];
  const flush = async () => {
    ask((db) =>
      db
        .transaction(() => {
          for (const company of new Set(work(db, batch))) refreshCompany(db, company);
        })
        .immediate(),
    );
    batch = [];
    onBatch?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  for await (const item of items)
    if (batch.push(item) >= (isAwaited() ? smallBatchCalls : batchCalls)) await flush();
  if (batch.length > 0) await flush();
}

async function* noting<Item>(
  items: AsyncIterable<Item> | Iterable<Item>,
  note: (item: Item) => void,
): AsyncGenerator<Item, void, undefined> {
  for await (const item of items) {
    note(item);
    yield item;
  }
}
