// Gives a case another name: first its file, then each of its calls, also those in the trash.
import type { CaseFile } from '../../../contract/cases.ts';
import { Failure } from '../../../contract/failure.ts';
import { callsOfCase, caseExists, caseKey } from '../../index/cases.ts';
import { newCase } from '../../library/case-file.ts';
import type { CallStore } from '../call-store.ts';
import type { Trash } from '../trash/trash.ts';
import type { CaseFiles } from './case-files.ts';

export interface CaseNames {
  /** `case-exists` when another case has the name. */
  rename(name: string, to: string): Promise<void>;
  /** What was typed while a case was being renamed still names it as before: its name now. */
  nowCalled(name: string): string;
}

interface Deps {
  files: CaseFiles;
  calls: Pick<CallStore, 'ask' | 'edit'>;
  trash: Pick<Trash, 'renameCase'>;
  now(): number;
  onCaseChanged(name: string): void;
}

/** One thing at a time: whoever holds it sees to that. */
export function makeCaseNames({ files, calls, trash, now, onCaseChanged }: Deps): CaseNames {
  const exists = (name: string) => calls.ask((db) => caseExists(db, caseKey(name)));
  /** By key, what a case that was renamed since the app started is called. */
  const renamed = new Map<string, string>();

  function nowCalled(name: string): string {
    const to = renamed.get(caseKey(name));
    return to === undefined || exists(name) ? name : nowCalled(to);
  }

  /** Whether this renaming was begun before and broken off: then the file has the new name, and is found by that alone. */
  async function begunBefore(name: string, to: string): Promise<CaseFile | null> {
    const file = await files.find(to);
    return file && caseKey(file.renaming ?? '') === caseKey(name) ? file : null;
  }

  async function rename(name: string, wanted: string): Promise<void> {
    const to = wanted.trim();
    const [from, key] = [caseKey(name), caseKey(to)];
    if (key === '') throw new Failure('bad-request', 'A case needs a name');
    let file = await files.find(name);
    if (key !== from && exists(to)) {
      file = file === null ? await begunBefore(name, to) : null;
      if (file === null) throw new Failure('case-exists', 'There is a case of this name');
    }
    const { renaming: _done, ...whole } = await files.write({
      ...(file ?? newCase(to, now())),
      name: to,
      renaming: name,
    });
    if (key !== from) {
      renamed.delete(key);
      renamed.set(from, to);
    }
    // A call that cannot be written keeps the old name and is found under it, until the renaming is done again.
    const failures: unknown[] = [];
    const note = (cause: unknown) => void failures.push(cause);
    for (const id of calls.ask((db) => callsOfCase(db, from, Number.MAX_SAFE_INTEGER)))
      await calls.edit(id, { case: to }).catch(note);
    await trash.renameCase((each) => caseKey(each) === from, to).catch(note);
    onCaseChanged(name);
    if (failures.length > 0) throw failures[0];
    await files.write(whole);
  }

  return { rename, nowCalled };
}
