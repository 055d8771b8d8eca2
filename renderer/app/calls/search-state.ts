// What is being looked for, kept while other screens are open: Back returns to the same search at the same place.
import { useSyncExternalStore } from 'react';
import type { CallFilter } from '../../../contract/library.ts';
import { anyDate, rangeOf, type DateFilter } from './date-range.ts';

export interface Search {
  text: string;
  outcome: NonNullable<CallFilter['outcome']> | 'any';
  date: DateFilter;
}

export const noSearch: Search = { text: '', outcome: 'any', date: anyDate };

/** Where the list was left. Belongs to the search: another search begins at the top. */
export interface Place {
  scrollTop: number;
  /** The row that Tab reaches. */
  row: number;
  /** True until that row, which a key led to, has the focus: it may have to be loaded first. */
  focusWanted: boolean;
}

const top: Place = { scrollTop: 0, row: 0, focusWanted: false };

let search = noSearch;
let place = top;
const listeners = new Set<() => void>();
const tell = () => listeners.forEach((changed) => changed());

export function changeSearch(patch: Partial<Search>): void {
  search = { ...search, ...patch };
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

export const useSearch = (): Search => useSyncExternalStore(subscribe, () => search);
export const usePlace = (): Place => useSyncExternalStore(subscribe, () => place);

const startOfToday = () => new Date().setHours(0, 0, 0, 0);

/** What the app is to be asked for now. */
export const useFilter = (): CallFilter =>
  filterOf(useSearch(), useSyncExternalStore(subscribe, startOfToday));

/** The question to ask the app. The same search gives an equal filter all day long. */
export function filterOf({ text, outcome, date }: Search, nowMs: number): CallFilter {
  return { text: text.trim(), outcome: outcome === 'any' ? null : outcome, ...rangeOf(date, nowMs) };
}

export const isNarrowed = ({ text, outcome, date }: Search): boolean =>
  text.trim() !== '' || outcome !== 'any' || date.choice !== 'any';
