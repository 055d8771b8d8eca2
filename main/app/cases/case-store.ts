// The cases: what is written about them in files, and what calls say, found by the index. Changes come one after another.
import type {
  CaseAttachment,
  CaseChange,
  CaseFile,
  CasePage,
  CaseStatus,
  CaseView,
  FileCheck,
} from '../../../contract/cases.ts';
import { Failure } from '../../../contract/failure.ts';
import {
  callsOfCase,
  caseExists,
  caseKey,
  countCases,
  filesOfCase,
  listCaseKeys,
  suggestCases,
  unreadableCases,
} from '../../index/cases.ts';
import { attachmentPath, copyIn, removeCopy } from '../../library/case-attachments.ts';
import { newCase, readCase } from '../../library/case-file.ts';
import { changeCase, withAttachment, withoutAttachment } from '../../library/edit-case.ts';
import { makeQueue } from '../../queue.ts';
import type { CallStore } from '../call-store.ts';
import type { Trash } from '../trash/trash.ts';
import { openCaseFiles } from './case-files.ts';
import { rememberChecks } from './remember-checks.ts';
import { readCaseRow, readCaseView } from './read-case.ts';
import { makeCaseNames } from './rename-case.ts';

export interface CaseStore {
  list(status: CaseStatus, limit: number): Promise<CasePage>;
  /** A case that nobody named yet is an empty one, not a failure. */
  read(name: string): Promise<CaseView>;
  /** A new case; `case-exists` when there is one of this name. */
  add(name: string): Promise<CaseFile>;
  /** Makes the case's file when there is none. `case-unreadable` when there is one that cannot be read. */
  change(name: string, change: CaseChange): Promise<CaseFile>;
  /** Gives the case and each of its calls another name. `case-exists` when another case has it. Broken off, it can be done again. */
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
  /** Removes a case and all that is attached to it. `case-in-use` when a call names it, be it one in the trash. */
  remove(name: string): Promise<void>;
  /** Waits for changes that are going on. */
  close(): Promise<void>;
}

interface Deps {
  libraryFolder: string;
  calls: Pick<CallStore, 'ask' | 'edit' | 'read' | 'whenRead'>;
  trash: Pick<Trash, 'hasCallOf' | 'renameCase'>;
  now(): number;
  /** The user's calendar day. */
  today(): string;
  newId(): string;
  onCaseChanged(name: string): void;
}

export function openCaseStore(deps: Deps): CaseStore {
  const { libraryFolder: library, calls, trash, now, newId } = deps;
  const { ask } = calls;
  const check = rememberChecks(library);
  const changes = makeQueue();
  const files = openCaseFiles({ ...deps, ask });
  const names = makeCaseNames({ ...deps, files });

  const refreshIf = async (isNeeded: boolean) => {
    if (isNeeded) await changes.run(files.refresh);
  };

  /** Within `changes`. Its file, or a new one that is not written yet. */
  async function fileOf(name: string): Promise<CaseFile> {
    const called = names.nowCalled(name);
    return (await files.find(called)) ?? newCase(called, now());
  }

  async function attachedTo(
    name: string,
    attachmentId: string,
  ): Promise<{ file: CaseFile; one: CaseAttachment }> {
    const file = await files.find(names.nowCalled(name));
    const one = file?.files.find(({ id }) => id === attachmentId);
    if (!file || !one) throw new Failure('file-missing', 'The case has no such file');
    return { file, one };
  }

  return {
    async list(status, limit) {
      await refreshIf(files.isBehind() || ask(unreadableCases).length > 0); // what was busy may be free again
      const keys = ask((db) => listCaseKeys(db, status, limit));
      const rows = await Promise.all(keys.map((key) => readCaseRow({ ...deps, key })));
      return { rows, total: ask((db) => countCases(db, status)), unreadable: ask(unreadableCases) };
    },
    async read(name) {
      await refreshIf(files.isBehind());
      const view = await readCaseView({ ...deps, name });
      if (!view.unreadable) return view;
      await changes.run(files.refresh); // another program may have removed it
      return readCaseView({ ...deps, name });
    },
    add: (name) =>
      changes.run(async () => {
        if (caseKey(name) === '') throw new Failure('bad-request', 'A case needs a name');
        await files.refresh();
        if (ask((db) => caseExists(db, caseKey(name))))
          throw new Failure('case-exists', 'There is a case of this name');
        return files.write(newCase(name, now()));
      }),
    change: (name, change) =>
      changes.run(async () => {
        const file = await fileOf(name);
        const changed = changeCase(file, change, now());
        return changed === null ? file : files.write(changed);
      }),
    async rename(name, to) {
      await calls.whenRead(); // before that the index may not know all of its calls
      await changes.run(() => names.rename(name, to));
    },
    attach: (name, { bytes, mediaType, on, name: wanted }) =>
      changes.run(async () => {
        const found = await fileOf(name);
        const file = found.revision === 0 ? await files.write(found) : found; // what is attached lies beside it
        const taken = file.files.map((one) => one.name);
        const copied = await copyIn(library, file.id, { name: wanted, bytes }, taken);
        const addedAt = new Date(now()).toISOString();
        const attached: CaseAttachment = { id: newId(), on, addedAt, mediaType, note: '', ...copied };
        try {
          await files.write(withAttachment(file, attached));
        } catch (cause) {
          await removeCopy(library, file.id, attached).catch(() => undefined); // the first failure is the one to tell
          throw cause;
        }
        return attached;
      }),
    detach: (name, attachmentId) =>
      changes.run(async () => {
        const { file, one } = await attachedTo(name, attachmentId);
        await files.write(withoutAttachment(file, attachmentId));
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
    async remove(name) {
      await calls.whenRead(); // before that the index may not know all of its calls
      await changes.run(async () => {
        const file = await files.find(name);
        if (file === null) return;
        const key = caseKey(name);
        const isNamed = ask((db) => callsOfCase(db, key, 1)).length > 0;
        // Without its file the case counts as open: a call in the trash could never go.
        if (isNamed || (await trash.hasCallOf((each) => caseKey(each) === key)))
          throw new Failure('case-in-use', 'Calls belong to this case');
        await files.remove(file);
      });
    },
    close: changes.idle,
  };
}
