// Which attached file the window may show as a picture: one that its case lists, and whose ending is that of a picture.
import { lstat } from 'node:fs/promises';
import { endingOf, pictureTypes } from '../../../contract/cases.ts';
import { attachmentPath } from '../../library/case-attachments.ts';
import { readCase } from '../../library/case-file.ts';

/** Its path, or null. A link is no picture, wherever it leads. */
export async function pictureOf(
  library: string,
  caseId: string,
  attachmentId: string,
): Promise<string | null> {
  try {
    const { file } = await readCase(library, caseId);
    const one = file.files.find(({ id }) => id === attachmentId);
    if (!one || !Object.hasOwn(pictureTypes, endingOf(one.name))) return null;
    const path = attachmentPath(library, caseId, one);
    return (await lstat(path)).isFile() ? path : null;
  } catch {
    return null;
  }
}
