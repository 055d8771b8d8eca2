// Changing the case on screen: each change is sent alone, so that it never undoes one made elsewhere.
import { createContext, useContext } from 'react';
import type { CaseChange, CaseFile } from '../../../contract/cases.ts';
import { ask } from '../bridge.ts';
import { reportFailure } from '../report.ts';

interface OpenedCase {
  name: string;
  /** Rejects with a `Failure`; for text that is saved as it is typed. */
  save: (change: CaseChange) => Promise<CaseFile>;
  /** Says by itself what did not work. */
  change: (change: CaseChange) => void;
}

const Context = createContext<OpenedCase | null>(null);
export const CaseContext = Context.Provider;

export function opened(name: string): OpenedCase {
  const save = (change: CaseChange) => ask('cases:change', name, change);
  return { name, save, change: (change) => void save(change).catch(reportFailure) };
}

export function useCase(): OpenedCase {
  const found = useContext(Context);
  if (!found) throw new Error('No case is open here');
  return found;
}
