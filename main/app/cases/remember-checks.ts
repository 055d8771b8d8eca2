// Looks at an attached file once, and again when it was touched: a case is read anew with every word that is typed into it.
import { lstat } from 'node:fs/promises';
import type { CaseAttachment, CaseId, FileCheck } from '../../../contract/cases.ts';
import { attachmentPath, checkCopy } from '../../library/case-attachments.ts';

type Check = (caseId: CaseId, attached: CaseAttachment) => Promise<FileCheck>;

/** Remembers for as long as the app runs. The time of the last change of any kind cannot be set back by a program. */
export function rememberChecks(library: string): Check {
  const known = new Map<string, { touched: string; found: FileCheck }>();
  return async (caseId, attached) => {
    const path = attachmentPath(library, caseId, attached);
    const touched = await lstat(path).then(
      ({ size, mtimeMs, ctimeMs, ino }) => [size, mtimeMs, ctimeMs, ino, attached.sha256].join(),
      () => null,
    );
    const before = known.get(path);
    if (before && before.touched === touched) return before.found;
    const found = await checkCopy(library, caseId, attached);
    // One that was not there, or could not be read to its end, may be there the next time.
    if (touched !== null && found !== 'missing') known.set(path, { touched, found });
    return found;
  };
}
