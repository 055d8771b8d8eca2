// Keeps an index usable whatever happens to its file: the calls are safe in their folders, so no trouble here may stop anyone.
import type { Call, CallId } from '../../contract/call.ts';
import type { Stamp } from '../library/stamp.ts';
import { putCall, removeCall } from './calls.ts';
import { isDamage, type Db } from './db.ts';
import { openIndex, quarantine, type OpenedIndex } from './open-index.ts';

export interface KeptIndex {
  /** False when it was made anew and therefore misses what was in it. */
  readonly wasKept: boolean;
  /** Null while it makes do in memory. */
  readonly file: string | null;
  /** The last user of the index did not close it: all of it is to be read, by someone nobody waits for. */
  readonly unclean: boolean;
  /** What reading all of it has shown. One that is not whole is replaced. */
  checked(how: 'whole' | 'damaged'): void;
  /** Asks the index. When it turns out to be damaged a new one takes its place, which is then asked. */
  ask<Answer>(question: (db: Db) => Answer): Answer;
  /** Puts in (or with null takes out) a call whose file is already on disk. Never throws: what fails is tried again. */
  note(id: CallId, file: { call: Call; stamp: Stamp } | null): void;
  close(): void;
}

interface Deps {
  file: string;
  now(): number;
  /** A new, empty index has taken the place of a damaged one. */
  onReplaced(): void;
  log(message: string, cause?: unknown): void;
}

export function keepIndex({ file, now, onReplaced, log }: Deps): KeptIndex {
  let { db, state, unclean } = openOrMakeDo();
  const pending = new Map<CallId, { call: Call; stamp: Stamp } | null>();

  function openOrMakeDo(): OpenedIndex {
    try {
      return openIndex(file, now());
    } catch (cause) {
      log('The index cannot be opened; this session makes do with one in memory', cause);
      return openIndex(':memory:', now());
    }
  }

  function replace(cause: unknown): void {
    log('The index is damaged; a new one takes its place', cause);
    const isInMemory = db.memory;
    db.close();
    if (!isInMemory) tryTo('put the damaged index aside', () => quarantine(file, now()));
    ({ db } = openOrMakeDo());
    state = 'replaced';
    unclean = false;
    onReplaced();
  }

  function tryTo(what: string, work: () => void): void {
    try {
      work();
    } catch (cause) {
      log(`Could not ${what}`, cause);
    }
  }

  function withRepair<Answer>(question: (db: Db) => Answer): Answer {
    try {
      return question(db);
    } catch (cause) {
      if (!isDamage(cause)) throw cause;
      replace(cause);
      return question(db);
    }
  }

  function catchUp(): void {
    for (const [id, noted] of pending) {
      withRepair(() => (noted === null ? removeCall(db, id) : putCall(db, noted.call, noted.stamp)));
      pending.delete(id);
    }
  }

  return {
    get wasKept() {
      return state === 'kept';
    },
    get file() {
      return db.memory ? null : file;
    },
    get unclean() {
      return unclean;
    },
    checked(how) {
      if (how === 'damaged') replace(new Error('It was read and is not whole'));
      unclean = false;
    },
    ask(question) {
      if (pending.size > 0) tryTo('bring the index up to date', catchUp);
      return withRepair(question);
    },
    note(id, noted) {
      pending.set(id, noted);
      tryTo('write to the index; it will be tried again', catchUp);
    },
    close: () => db.close(),
  };
}
