// What is looked for among companies and where the list was left, kept while other screens are open.
import { useSyncExternalStore } from 'react';
import type { CompanySort } from '../../../contract/companies.ts';

export interface ListState {
  find: string;
  sort: CompanySort;
  scrollTop: number;
  /** The row that Tab reaches. */
  row: number;
}

let state: ListState = { find: '', sort: 'last', scrollTop: 0, row: 0 };
const listeners = new Set<() => void>();

/** Another question begins at the top. */
export function changeList(patch: Partial<ListState>): void {
  const isNew = patch.find !== undefined || patch.sort !== undefined;
  state = { ...state, ...(isNew && { scrollTop: 0, row: 0 }), ...patch };
  listeners.forEach((changed) => changed());
}

const subscribe = (changed: () => void) => {
  listeners.add(changed);
  return () => listeners.delete(changed);
};

export const useListState = (): ListState => useSyncExternalStore(subscribe, () => state);
