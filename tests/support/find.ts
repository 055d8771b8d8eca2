// How benchmarks ask the index: a query line, as the window sends it with a keystroke.
import type { CallFilter, CallPage } from '../../contract/library.ts';
import type { Db } from '../../main/index/db.ts';
import { search } from '../../main/index/search.ts';

/** As many as a window of 760 px asks for with a keystroke. */
export const rows = 19;

export function find(db: Db, query: string): CallPage {
  return search(db, filterOf(query), null, rows);
}

/** What the app is asked. The libraries are made around this day. */
export function filterOf(query: string): CallFilter {
  return { query, today: '2026-11-25' };
}
