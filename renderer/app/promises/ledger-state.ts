// How the ledger was left, kept while other screens are open: whose promises, which groups are closed, and the row in hand.
import { useSyncExternalStore } from 'react';
import type { LedgerGroup } from '../../../contract/promises.ts';
import type { RowPlace } from './ledger-layout.ts';

interface LedgerState {
  company: string;
  closed: ReadonlySet<LedgerGroup>;
  /** The row that Tab reaches. */
  active: RowPlace;
  scrollTop: number;
  /** True until that row, which a key led to, has the focus: it may have to be loaded first. */
  focusWanted: boolean;
}

const atTheTop: Pick<LedgerState, 'active' | 'scrollTop' | 'focusWanted'> = {
  active: { group: 'overdue', index: 0 },
  scrollTop: 0,
  focusWanted: false,
};

let state: LedgerState = { company: '', closed: new Set<LedgerGroup>(['decided']), ...atTheTop };
const listeners = new Set<() => void>();

export function changeLedger(patch: Partial<LedgerState>): void {
  state = { ...state, ...patch };
  listeners.forEach((changed) => changed());
}

export const filterLedger = (company: string): void => changeLedger({ company, ...atTheTop });

export function toggleGroup(group: LedgerGroup): void {
  const closed = new Set(state.closed);
  if (!closed.delete(group)) closed.add(group);
  changeLedger({ closed });
}

const subscribe = (changed: () => void) => {
  listeners.add(changed);
  return () => listeners.delete(changed);
};

export const useLedgerState = (): LedgerState => useSyncExternalStore(subscribe, () => state);
