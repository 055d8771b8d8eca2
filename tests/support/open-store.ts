// The calls of a library as the app opens them, with nobody who listens.
import { join } from 'node:path';
import { openCallStore, type CallStore } from '../../main/app/call-store.ts';
import { readerProgram } from './reader-program.ts';

interface House {
  library: string;
  /** Where the index lies. */
  profile: string;
  now(): number;
  log?(message: string): void;
}

export function openStore({ library, profile, now, log = () => undefined }: House): CallStore {
  return openCallStore({
    libraryFolder: library,
    indexFile: join(profile, 'index.sqlite'),
    now,
    onCallChanged: () => undefined,
    onStateChanged: () => undefined,
    onUnfinished: () => undefined,
    reader: readerProgram,
    log,
  });
}
