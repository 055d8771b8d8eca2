// Which cases are open: read once, then asked about each call that might be removed.
import { caseKey } from '../../index/cases.ts';
import { closedCaseKeys } from '../../library/case-file.ts';

/** A case that a call names is open unless its file says for certain that it is closed. */
export async function readOpenCases(library: string): Promise<(name: string) => boolean> {
  const closed = await closedCaseKeys(library, caseKey);
  return (name) => {
    const key = caseKey(name);
    return key !== '' && !closed.has(key);
  };
}
