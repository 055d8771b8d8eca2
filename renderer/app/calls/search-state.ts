// What is being looked for, kept while other screens are open: Back returns to the same search at the same place.
import { useSyncExternalStore } from 'react';
import type { CallFilter } from '../../../contract/library.ts';
import { formatQuery, parseQuery } from '../../../contract/query.ts';
import { today } from '../promise/understood.ts';

/** Where the list was left. Belongs to the search: another search begins at the top. */
export interface Place {
  scrollTop: number;
  /** The row that Tab reaches. */
  row: number;
  /** True until that row, which a key led to, has the focus: it may have to be loaded first. */
  focusWanted: boolean;
}

const top: Place = { scrollTop: 0, row: 0, focusWanted: false };

let line = '';
let place = top;
const listeners = new Set<() => void>();
const tell = () => listeners.forEach((changed) => changed());

/** Another query line; or what becomes of the present one. */
export function changeLine(next: string | ((line: string) => string)): void {
  line = typeof next === 'string' ? next : next(line);
  place = top;
  tell();
}

export function moveTo(patch: Partial<Place>): void {
  place = { ...place, ...patch };
  tell();
}

const subscribe = (changed: () => void) => {
  listeners.add(changed);
  return () => listeners.delete(changed);
};

export const useLine = (): string => useSyncExternalStore(subscribe, () => line);
export const usePlace = (): Place => useSyncExternalStore(subscribe, () => place);
/** The user's calendar date, looked at anew with every change. */
export const useToday = (): string => useSyncExternalStore(subscribe, today);

/** What the app is to be asked for now. */
export const useFilter = (): CallFilter => ({ query: askedFor(useLine()), today: useToday() });

/** The line without what asks for nothing yet, so that a blank or half a filter is not a new question. */
export function askedFor(text: string): string {
  return formatQuery(parseQuery(text).filter((part) => part.type === 'words' || part.value.trim() !== ''));
}
