// How benchmarks ask the index: in one place, so that a change of the search's arguments changes one line.
import type { CallFilter, CallPage } from '../../contract/library.ts';
import type { Db } from '../../main/index/db.ts';
import { search } from '../../main/index/search.ts';

export interface Asked {
  text?: string;
  outcome?: 'resolved' | 'none';
  fromMs?: number;
  untilMs?: number;
}

/** As many as the window asks for with a keystroke. */
export const rows = 60;

export function find(db: Db, asked: Asked): CallPage {
  return search(db, filterOf(asked), null, rows);
}

/** What the app is asked. */
export function filterOf({ text = '', outcome, fromMs, untilMs }: Asked): CallFilter {
  return { text, outcome: outcome ?? null, fromMs: fromMs ?? null, untilMs: untilMs ?? null };
}
