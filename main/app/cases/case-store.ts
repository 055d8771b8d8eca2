// The cases: what is written about them in files, and what calls say, found by the index. Changes come one after another.
import { rm } from 'node:fs/promises';
import type {
  CaseAttachment,
  CaseChange,
  CaseFile,
  CasePage,
  CaseStatus,
  CaseView,
  FileCheck,
} from '../../../contract/cases.ts';
import type { CallId } from '../../../contract/call.ts';
import { Failure } from '../../../contract/failure.ts';
import {
  callsOfCase,
  caseExists,
  caseKey,
  countCaseFiles,
  countCases,
  filesOfCase,
  indexedCaseFiles,
  listCaseKeys,
  putCaseFile,
  putCaseTrouble,
  removeCaseFile,
  suggestCases,
  unreadableCases,
} from '../../index/cases.ts';
import { attachmentPath, copyIn, removeCopy } from '../../library/case-attachments.ts';
import { caseFolder, listCases, newCase, readCase, writeCase } from '../../library/case-file.ts';
import { changeCase, withAttachment, withoutAttachment } from '../../library/edit-case.ts';
import { makeQueue } from '../../queue.ts';
import type { CallStore } from '../call-store.ts';
import { rememberChecks } from './remember-checks.ts';
import { readCaseRow, readCaseView } from './read-case.ts';

export interface CaseStore {
  list(status: CaseStatus, limit: number): Promise<CasePage>;
  /** A case that nobody named yet is an empty one, not a failure. */
  read(name: string): Promise<CaseView>;
  /** A new case; `case-exists` when there is one of this name. */
  add(name: string): Promise<CaseFile>;
  /** Makes the case's file when there is none. `case-unreadable` when there is one that cannot be read. */
  change(name: string, change: CaseChange): Promise<CaseFile>;
  /** Gives the case and each of its calls another name. `case-exists` when another case has it. */
  rename(name: string, to: string): Promise<void>;
  attach(
    name: string,
    file: { name: string; mediaType: string; on: string; bytes: Uint8Array },
  ): Promise<CaseAttachment>;
  detach(name: string, attachmentId: string): Promise<void>;
  checkFiles(name: string): Promise<Record<string, FileCheck>>;
  /** Where an attached file lies. `file-missing` when the case has none of this id. */
  pathOf(name: string, attachmentId: string): Promise<string>;
  /** Names of open cases that fit what is being typed. */
  suggest(prefix: string): readonly string[];
  /** Removes a case that no call names, and all that is attached to it. */
  remove(name: string): Promise<void>;
  /** Reads the files of cases that were changed since they were last read, by this or another program. */
  refresh(): Promise<void>;
  /** Waits for changes that are going on. */
  close(): Promise<void>;
}

interface Deps {
  libraryFolder: string;
  calls: Pick<CallStore, 'ask' | 'edit' | 'read'>;
  now(): number;
  /** The user's calendar day. */
  today(): string;
  newId(): string;
  onCaseChanged(name: string): void;
}

export function openCaseStore(deps: Deps): CaseStore {
  const check = rememberChecks(deps.libraryFolder);
  const { libraryFolder: library, calls, now, newId, onCaseChanged } = deps;
  const { ask } = calls;
  const changes = makeQueue();
  /** How many files the index should know of: fewer, and it was made anew meanwhile. */
  let files: number | null = null;

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
      else ask((db) => putCaseTrouble(db, read, stamp));
    }
    const present = new Set(listed.map(({ id }) => id));
    for (const id of known.keys()) if (!present.has(id)) ask((db) => removeCaseFile(db, id));
    files = listed.length;
  }
  const refreshIfNeeded = async () => {
    if (files === null || ask(countCaseFiles) !== files) await changes.run(refresh);
  };

  /** Within `changes`. The case's file as it is on disk, or null when it has none. */
  async function onDisk(name: string): Promise<CaseFile | null> {
    const find = () => ask((db) => filesOfCase(db, caseKey(name)))[0];
    if (find() === undefined) await refresh(); // another program may have made one
    const found = find();
    return found === undefined ? null : (await readCase(library, found.caseId)).file;
  }

  async function write(file: CaseFile): Promise<CaseFile> {
    const written = await writeCase(library, file, now());
    ask((db) => putCaseFile(db, written.file, written.stamp));
    files = ask(countCaseFiles);
    onCaseChanged(written.file.name);
    return written.file;
  }

  async function attachedTo(
    name: string,
    attachmentId: string,
  ): Promise<{ file: CaseFile; one: CaseAttachment }> {
    const file = await onDisk(name);
    const one = file?.files.find(({ id }) => id === attachmentId);
    if (!file || !one) throw new Failure('file-missing', 'The case has no such file');
    return { file, one };
  }

  return {
    async list(status, limit) {
      await refreshIfNeeded();
      const keys = ask((db) => listCaseKeys(db, status, limit));
      const rows = await Promise.all(keys.map((key) => readCaseRow({ ...deps, key })));
      return { rows, total: ask((db) => countCases(db, status)), unreadable: ask(unreadableCases) };
    },
    async read(name) {
      await refreshIfNeeded();
      return readCaseView({ ...deps, name });
    },
    add: (name) =>
      changes.run(async () => {
        if (caseKey(name) === '') throw new Failure('bad-request', 'A case needs a name');
        await refresh();
        if (ask((db) => caseExists(db, caseKey(name))))
          throw new Failure('case-exists', 'There is a case of this name');
        return write(newCase(name, now()));
      }),
    change: (name, change) =>
      changes.run(async () => {
        const file = (await onDisk(name)) ?? newCase(name, now());
        const changed = changeCase(file, change, now());
        return changed === null ? file : write(changed);
      }),
    rename: (name, to) =>
      changes.run(async () => {
        const [from, key] = [caseKey(name), caseKey(to)];
        if (key === '') throw new Failure('bad-request', 'A case needs a name');
        if (key !== from && ask((db) => caseExists(db, key)))
          throw new Failure('case-exists', 'There is a case of this name');
        const file = await onDisk(name);
        const failures: unknown[] = [];
        for (const id of ask((db) => callsOfCase(db, from, Number.MAX_SAFE_INTEGER)))
          await calls.edit(id, { case: to.trim() }).catch((cause: unknown) => failures.push(cause));
        if (file) await write({ ...file, name: to.trim() });
        onCaseChanged(name);
        // A call that cannot be written keeps the old name and is found under it.
        if (failures.length > 0) throw failures[0];
      }),
    attach: (name, { bytes, mediaType, on, name: wanted }) =>
      changes.run(async () => {
        const file = (await onDisk(name)) ?? (await write(newCase(name, now())));
        const taken = file.files.map((one) => one.name);
        const copied = await copyIn(library, file.id, { name: wanted, bytes }, taken);
        const addedAt = new Date(now()).toISOString();
        const attached: CaseAttachment = { id: newId(), on, addedAt, mediaType, note: '', ...copied };
        try {
          await write(withAttachment(file, attached));
        } catch (cause) {
          await removeCopy(library, file.id, attached).catch(() => undefined); // the first failure is the one to tell
          throw cause;
        }
        return attached;
      }),
    detach: (name, attachmentId) =>
      changes.run(async () => {
        const { file, one } = await attachedTo(name, attachmentId);
        await write(withoutAttachment(file, attachmentId));
        await removeCopy(library, file.id, one);
      }),
    async checkFiles(name) {
      const found = ask((db) => filesOfCase(db, caseKey(name)))[0];
      if (found === undefined) return {};
      const { file } = await readCase(library, found.caseId);
      const checks: Record<string, FileCheck> = {};
      for (const one of file.files) checks[one.id] = await check(file.id, one);
      return checks;
    },
    async pathOf(name, attachmentId) {
      const { file, one } = await attachedTo(name, attachmentId);
      return attachmentPath(library, file.id, one);
    },
    suggest: (prefix) => ask((db) => suggestCases(db, prefix)),
    remove: (name) =>
      changes.run(async () => {
        const file = await onDisk(name);
        if (file === null) return;
        if (callIdsOf(name).length > 0) throw new Failure('bad-request', 'Calls belong to this case');
        await rm(caseFolder(library, file.id), { recursive: true, force: true });
        ask((db) => removeCaseFile(db, file.id));
        files = ask(countCaseFiles);
        onCaseChanged(name);
      }),
    refresh: () => changes.run(refresh),
    close: changes.idle,
  };

  function callIdsOf(name: string): CallId[] {
    return ask((db) => callsOfCase(db, caseKey(name), 1));
  }
}
