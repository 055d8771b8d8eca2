// What the window asks of the library: searching, lists, and what a hit is.
import type { CallId, MarkKind, Outcome, PromiseDetail } from './call.ts';

export interface CallFilter {
  /** The query line as the user typed it; see query.ts. Empty finds every call. */
  query: string;
  /** The user's calendar date, `2026-11-23`: what is overdue, and when last week was, hang on it. */
  today: string;
}

/** A moment of a call that matched. `matches` are [start, end) offsets in `text`, in UTF-16 units. */
export interface Moment {
  markId: string | null;
  kind: MarkKind | 'company' | 'notes' | 'case' | 'title';
  fromMs: number | null;
  toMs: number | null;
  text: string;
  matches: readonly (readonly [start: number, end: number])[];
}

export interface CallHit {
  callId: CallId;
  company: string;
  /** Where in the company's name words of the search are, as in `Moment`. */
  companyMatches: Moment['matches'];
  title: string;
  case: string;
  startedAtMs: number;
  durationMs: number;
  outcome: Outcome | null;
  recovered: boolean;
  /** Made from a file that this app did not record. */
  imported: boolean;
  gapCount: number;
  promises: { open: number; broken: number; kept: number };
  /** The best matching moment; where nothing asks for moments, the first open promise; or null. */
  moment: Moment | null;
  /** How many further moments of this call matched. */
  moreMoments: number;
}

export interface CallPage {
  hits: readonly CallHit[];
  /** Calls that match in all, moments that match in all. */
  calls: number;
  moments: number;
  /** Names of companies that were taken for what was typed, where that is found nowhere. */
  showing: readonly Showing[];
  /** Pass to the next request; null at the end. */
  next: CallId | null;
  /** Time the query took, in ms. */
  tookMs: number;
}

/** `typed` was taken for a slip of the pen for `company`. */
export interface Showing {
  typed: string;
  company: string;
}

/** Filters whose values are taken from the calls that there are. */
export const suggestedFields = ['company', 'case', 'agent', 'ref'] as const;
export type SuggestedField = (typeof suggestedFields)[number];

/** A name or number that was used, and in whose calls. */
export interface ValueSuggestion {
  value: string;
  /** For a company the number of its calls, for others the company of the latest call. */
  of: { calls: number } | { company: string };
}

/** A call whose folder is there but cannot be read; shown as such and left untouched. */
export interface UnreadableCall {
  callId: CallId;
  reason: string;
}

export interface LibraryState {
  calls: number;
  unreadable: readonly UnreadableCall[];
  /** True while the index is being rebuilt from the folders. */
  indexing: boolean;
}

export interface CompanySuggestion {
  company: string;
  calls: number;
  lastStartedAtMs: number;
}

/** Peaks of a span, reduced to at most `buckets` values a side, 0 to 255. */
export interface PeaksView {
  durationMs: number;
  you: Uint8Array;
  them: Uint8Array;
}

export interface LastContact {
  callId: CallId;
  startedAtMs: number;
  durationMs: number;
  outcome: Outcome | null;
}

/** A promise that is still open, and where it can be heard. */
export interface DeskPromise {
  callId: CallId;
  markId: string;
  /** When the call was, epoch ms. */
  startedAtMs: number;
  text: string;
  fromMs: number;
  toMs: number;
  promise: PromiseDetail;
}

/** What the user keeps about a company. */
export interface CompanyFacts {
  phone: string;
  note: string;
}

/** What is known of a company before it is called again. */
export interface Desk extends CompanyFacts {
  calls: number;
  last: LastContact | null;
  /** Open ones, the earliest due first. */
  promises: readonly DeskPromise[];
  /** Newest first. */
  agents: readonly string[];
  references: readonly string[];
}
