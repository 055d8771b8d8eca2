// The files of cases, and what the index knows of them: found by name, written, forgotten.
import { rm } from 'node:fs/promises';
import type { CaseFile } from '../../../contract/cases.ts';
import {
  caseKey,
  countCaseFiles,
  filesOfCase,
  indexedCaseFiles,
  putCaseFile,
  putCaseTrouble,
  removeCaseFile,
} from '../../index/cases.ts';
import { caseFolder, listCases, readCase, writeCase } from '../../library/case-file.ts';
import type { CallStore } from '../call-store.ts';

export interface CaseFiles {
  /** True when the index does not know of all files: it was made anew, or never told. */
  isBehind(): boolean;
  /** Reads the files that were changed since they were last read, by this or another program. */
  refresh(): Promise<void>;
  /** The case's file as it is on disk, or null when it has none. `case-unreadable`. */
  find(name: string): Promise<CaseFile | null>;
  /** Answers it as written. */
  write(file: CaseFile): Promise<CaseFile>;
  /** Removes the file and all that lies beside it. */
  remove(file: CaseFile): Promise<void>;
}

interface Deps {
  libraryFolder: string;
  ask: CallStore['ask'];
  now(): number;
  onCaseChanged(name: string): void;
}

/** One thing at a time: whoever holds it sees to that. */
export function openCaseFiles({ libraryFolder: library, ask, now, onCaseChanged }: Deps): CaseFiles {
  /** How many files the index should know of: fewer, and it was made anew meanwhile. */
  let count: number | null = null;

  async function refresh(): Promise<void> {
    const listed = await listCases(library);
    const known = ask(indexedCaseFiles);
    for (const { id, stamp } of listed) {
      if (known.get(id) === stamp && stamp !== 'unreadable') continue;
      const read = await readCase(library, id).catch((cause: unknown) => ({
        caseId: id,
        reason: cause instanceof Error ? cause.message : String(cause),
      }));
      if ('file' in read) ask((db) => putCaseFile(db, read.file, read.stamp));
      // Without its stamp, so that it is looked at again each time: it may have been busy.
      else ask((db) => putCaseTrouble(db, read, 'unreadable'));
    }
    const present = new Set(listed.map(({ id }) => id));
    for (const id of known.keys()) if (!present.has(id)) ask((db) => removeCaseFile(db, id));
    count = listed.length;
  }

  const idOf = (name: string) => ask((db) => filesOfCase(db, caseKey(name)))[0]?.caseId;
  async function readNamed(name: string): Promise<CaseFile | null> {
    const id = idOf(name);
    return id === undefined ? null : (await readCase(library, id)).file;
  }

  return {
    isBehind: () => count === null || ask(countCaseFiles) !== count,
    refresh,
    async find(name) {
      if (idOf(name) === undefined) await refresh(); // another program may have made one
      return readNamed(name).catch(async () => {
        await refresh(); // or removed it
        return readNamed(name);
      });
    },
    async write(file) {
      const written = await writeCase(library, file, now());
      ask((db) => putCaseFile(db, written.file, written.stamp));
      count = ask(countCaseFiles);
      onCaseChanged(written.file.name);
      return written.file;
    },
    async remove({ id, name }) {
      await rm(caseFolder(library, id), { recursive: true, force: true });
      ask((db) => removeCaseFile(db, id));
      count = ask(countCaseFiles);
      onCaseChanged(name);
    },
  };
}
