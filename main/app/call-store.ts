// The calls: read from their folders, found by the index. The one place where saving writes the file and then the index.
import type { Call, CallId, CallPatch, Confirmation, Mark } from '../../contract/call.ts';
import { Failure } from '../../contract/failure.ts';
import type { CallFilter, CallPage, CompanySuggestion, LibraryState } from '../../contract/library.ts';
import { countCalls, indexedCalls } from '../index/calls.ts';
import type { Db } from '../index/db.ts';
import { companyKey, suggestCompanies } from '../index/companies.ts';
import { setCompanyNames } from '../index/company-names.ts';
import { deskOf, type DeskRows } from '../index/desk.ts';
import { keepIndex } from '../index/keep-index.ts';
import { putCalls, removeCalls } from '../index/reindex.ts';
import { search } from '../index/search.ts';
import { readCall, writeCall, type CallFile } from '../library/call-file.ts';
import { patchCall, withConfirmation, withMark, withoutMark } from '../library/edit-call.ts';
import { knownCompanies } from '../library/company-file.ts';
import { readCalls, type ReadCall } from '../library/read-calls.ts';
import { makeQueue } from '../queue.ts';
import { readApart } from './reader/read-apart.ts';

export interface CallStore {
  /** What the file says. `call-missing`, `call-unreadable`. */
  read(id: CallId): Promise<Call>;
  /** Writes a whole call: a new one, or over the one with its id. Returns it as written. */
  save(call: Call): Promise<Call>;
  edit(id: CallId, patch: CallPatch): Promise<Call>;
  /** Adds a mark or replaces the one with its id. `bad-request` when it lies outside the call. */
  putMark(id: CallId, mark: Mark): Promise<Mark>;
  /** Answers the mark that went. `mark-missing` when there is none with this id. */
  removeMark(id: CallId, markId: string): Promise<Mark>;
  /** Keeps a letter with the call, with the time of now. */
  addConfirmation(id: CallId, letter: Omit<Confirmation, 'at'>): Promise<Confirmation>;
  /** Reads, changes and writes a call with nobody else in between. `change` gives null when there is nothing to write. */
  alter(id: CallId, change: (call: Call) => Call | null): Promise<Call>;
  /** Does `work` with the call's folder while nobody writes to it; the call then leaves the index, unless it stays after all. */
  takeOut(id: CallId, work: (call: Call) => Promise<void | 'stays'>): Promise<void>;
  /** Does `work`, which puts a whole call's folder into its place; the call is then found. */
  takeIn(id: CallId, work: () => Promise<void>): Promise<void>;
  /** Settles when the reading of folders that is going on has ended: then the index knows them all. */
  whenRead(): Promise<void>;
  /** Asks the index; the functions of `main/index` say what can be asked. */
  ask<Answer>(question: (db: Db) => Answer): Answer;
  search(filter: CallFilter, after: CallId | null, limit: number): CallPage;
  /** What the index knows of a company. */
  desk(company: string): DeskRows;
  suggest(prefix: string): readonly CompanySuggestion[];
  state(): LibraryState;
  /** The files of companies have changed: their calls are listed under the names that these say. */
  companiesChanged(): Promise<void>;
  /** Reads every call anew. */
  reindex(): Promise<LibraryState>;
  /**
   * Reads what was changed since the app last ran, by this or another program. `rebuilt`: the index had been lost.
   * Where there is an index, it serves as it is until `calm`.
   */
  startUp(calm?: Promise<unknown>): Promise<'fresh' | 'rebuilt'>;
  /** Waits for writes that are going on. */
  close(): Promise<void>;
}

interface Deps {
  libraryFolder: string;
  indexFile: string;
  now(): number;
  /** A call was added or changed. */
  onCallChanged(id: CallId): void;
  onStateChanged(state: LibraryState): void;
  /** Recordings that were never ended lie in the library. */
  onUnfinished(ids: readonly CallId[]): void;
  /** The built `reader/reader-worker.ts`. */
  reader: string | URL;
  log(message: string, cause?: unknown): void;
}

const progressEveryMs = 1_000; // less than half of it is taken up by the questions with which it is answered
/** Whoever has asked within this time is likely to ask again, as one who types does. */
const awaitedMs = 300;

export function openCallStore(deps: Deps): CallStore {
  const { libraryFolder, now, log } = deps;
  const writes = makeQueue();
  const reads = makeQueue();
  const unreadable = new Map<CallId, string>();
  /** Calls saved while the folders are being read: what was read of them before is old. */
  const savedMeanwhile = new Set<CallId>();
  let readsGoingOn = 0;
  let askedAtMs = -Infinity;
  let isClosed = false;

  const index = keepIndex({
    file: deps.indexFile,
    now,
    log,
    onReplaced() {
      savedMeanwhile.clear();
      readFolders('changed').catch((cause) => log('Could not rebuild the index', cause));
    },
  });

  const state = (): LibraryState => ({
    calls: index.ask(countCalls),
    unreadable: [...unreadable].map(([callId, reason]) => ({ callId, reason })),
    indexing: readsGoingOn > 0,
  });

  const ask: CallStore['ask'] = (question) => {
    askedAtMs = performance.now();
    return index.ask(question);
  };

  /** Whoever listens cannot undo what has happened. */
  function announce(say: () => void): void {
    if (isClosed) return;
    try {
      say();
    } catch (cause) {
      log('Could not say what changed in the library', cause);
    }
  }
  const announceState = () => announce(() => deps.onStateChanged(state()));

  /** Within `writes`. The file first; then the save has succeeded, whatever becomes of the index. */
  async function write(call: Call): Promise<Call> {
    const written = await writeCall(libraryFolder, call, now());
    unreadable.delete(call.id);
    if (readsGoingOn > 0) savedMeanwhile.add(call.id);
    index.note(call.id, written);
    announce(() => deps.onCallChanged(call.id));
    return written.call;
  }

  const alter = (id: CallId, change: (call: Call) => Call | null): Promise<Call> =>
    writes.run(async () => {
      const { call } = await readCall(libraryFolder, id);
      const changed = change(call);
      return changed === null ? call : write(changed);
    });

  /** `changed`: only calls whose file is not the one that was indexed. `named`: only those of companies named anew. */
  function readFolders(which: 'changed' | 'all' | 'named'): Promise<void> {
    readsGoingOn += 1;
    return reads
      .run(() => refresh(which))
      .finally(() => {
        readsGoingOn -= 1;
        if (readsGoingOn === 0) savedMeanwhile.clear();
        announceState();
      });
  }

  async function refresh(which: 'changed' | 'all' | 'named'): Promise<void> {
    const companies = await knownCompanies(libraryFolder, companyKey);
    if (isClosed) return;
    const renamed = index.ask((db) => setCompanyNames(db, companies));
    // Saved under the names of before: these calls, too, are read again from here on.
    savedMeanwhile.clear();
    let saidAtMs = performance.now();
    const options = {
      isNewer: (id: CallId) => savedMeanwhile.has(id),
      isAwaited: () => performance.now() - askedAtMs < awaitedMs,
      onBatch() {
        if (performance.now() - saidAtMs < progressEveryMs) return;
        saidAtMs = performance.now();
        announceState();
      },
    };
    const gone: CallId[] = [];
    if (which === 'named' && renamed.length > 0) announceState();
    await putCalls(index.ask, which === 'named' ? these(renamed, gone) : changed(which, gone), options);
    if (!isClosed) await removeCalls(index.ask, gone, options);
  }

  /** Calls that the index is to learn of; `gone` is told which it is to forget. */
  async function* changed(
    which: 'changed' | 'all',
    gone: CallId[],
  ): AsyncGenerator<CallFile, void, undefined> {
    const knownAsUnreadable = new Set(unreadable.keys());
    const task = {
      library: libraryFolder,
      index: index.file ?? index.ask(indexedCalls),
      which,
      check: index.unclean,
    };
    for await (const piece of readApart(deps.reader, task)) {
      if (isClosed) return;
      if (piece.kind === 'damaged') return index.checked('damaged');
      if (piece.kind === 'found') {
        index.checked('whole');
        gone.push(...piece.gone);
        if (piece.toRead > 0) announceState();
        if (piece.unfinished.length > 0) deps.onUnfinished(piece.unfinished);
        continue;
      }
      for (const read of piece.calls) {
        if ('unreadable' in read) knownAsUnreadable.delete(read.unreadable);
        yield* readable(read, gone);
      }
    }
    for (const id of knownAsUnreadable) unreadable.delete(id); // read by now, or gone
  }

  /** The same of these calls alone. */
  async function* these(ids: readonly CallId[], gone: CallId[]): AsyncGenerator<CallFile, void, undefined> {
    for await (const read of readCalls(libraryFolder, ids)) {
      if (isClosed) return;
      yield* readable(read, gone);
    }
  }

  /** A call that cannot be read is listed as unreadable and leaves the index. */
  function* readable(read: ReadCall, gone: CallId[]): Generator<CallFile, void, undefined> {
    if ('call' in read) {
      unreadable.delete(read.call.id);
      yield read;
    } else {
      unreadable.set(read.unreadable, read.reason);
      gone.push(read.unreadable);
    }
  }

  return {
    read: async (id) => (await readCall(libraryFolder, id)).call,
    save: (call) =>
      writes.run(async () => {
        const onDisk = await readCall(libraryFolder, call.id).catch((cause) => {
          if (cause instanceof Failure && cause.code === 'call-missing') return null;
          throw cause;
        });
        const revision = Math.max(call.revision, onDisk?.call.revision ?? 0);
        const saved = await write({ ...call, revision });
        announceState();
        return saved;
      }),
    edit: (id, patch) => alter(id, (call) => patchCall(call, patch)),
    async putMark(id, mark) {
      const { marks } = await alter(id, (call) => withMark(call, mark, now()));
      return marks.find((one) => one.id === mark.id)!;
    },
    async removeMark(id, markId) {
      let gone: Mark | undefined;
      await alter(id, (call) => {
        gone = call.marks.find((one) => one.id === markId);
        return withoutMark(call, markId);
      });
      return gone!;
    },
    async addConfirmation(id, letter) {
      const confirmation = { at: new Date(now()).toISOString(), ...letter };
      await alter(id, (call) => withConfirmation(call, confirmation));
      return confirmation;
    },
    alter,
    takeOut: (id, work) =>
      writes.run(async () => {
        const { call } = await readCall(libraryFolder, id);
        if ((await work(call)) === 'stays') return;
        if (readsGoingOn > 0) savedMeanwhile.add(id);
        index.note(id, null);
        announce(() => deps.onCallChanged(id));
        announceState();
      }),
    takeIn: (id, work) =>
      writes.run(async () => {
        await work();
        if (readsGoingOn > 0) savedMeanwhile.add(id);
        for await (const file of these([id], [])) index.note(id, file);
        announce(() => deps.onCallChanged(id));
        announceState();
      }),
    whenRead: reads.idle,
    ask,
    search: (filter, after, limit) => ask((db) => search(db, filter, after, limit)),
    desk: (company) => ask((db) => deskOf(db, company)),
    suggest: (prefix) => ask((db) => suggestCompanies(db, prefix)),
    state,
    companiesChanged: () => readFolders('named'),
    async reindex() {
      await readFolders('all');
      return state();
    },
    async startUp(calm) {
      if (index.wasKept) await calm;
      if (isClosed) return 'fresh';
      await readFolders('changed');
      await reads.idle(); // once more when the index had to be replaced
      return isClosed || index.wasKept || state().calls === 0 ? 'fresh' : 'rebuilt';
    },
    async close() {
      isClosed = true;
      await writes.idle();
      await reads.idle();
      index.close();
    },
  };
}
