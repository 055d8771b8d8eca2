// The ledger of promises: what the window asks of it, and in which part of it a promise stands on a given day.
import type { CallId, Outcome, PromiseDetail, PromiseStatus } from './call.ts';
import { addDays, type Day } from './day.ts';

/** In the order shown. */
export const ledgerGroups = ['overdue', 'week', 'later', 'undated', 'decided'] as const;
export type LedgerGroup = (typeof ledgerGroups)[number];

/** Today and the six days that follow it. */
const daysInWeek = 7;
/** The first day that is later than this week. */
export const weekEnds = (today: Day): Day => addDays(today, daysInWeek);

export function groupOf({ status, due }: Pick<PromiseDetail, 'status' | 'due'>, today: Day): LedgerGroup {
  if (status !== 'open') return 'decided';
  if (due === null) return 'undated';
  if (due < today) return 'overdue';
  return due < weekEnds(today) ? 'week' : 'later';
}

export interface LedgerPromise {
  callId: CallId;
  markId: string;
  company: string;
  /** When the call was, epoch ms. */
  startedAtMs: number;
  fromMs: number;
  toMs: number;
  text: string;
  promise: PromiseDetail;
}

/** Whose promises, and as of which day. `company`: words of its name, by their beginnings; empty for all. */
export interface LedgerView {
  company: string;
  today: Day;
}

export interface LedgerSummary {
  groups: Record<LedgerGroup, number>;
  /** Open and due today or before: what the user is to be reminded of. */
  due: number;
  /** What open promises come to, by currency, the largest sum first. */
  outstanding: readonly { value: number; currency: string }[];
}

/** A verdict on a promise: what became of it, when that was decided, and what it rests on. */
export type Verdict = Pick<PromiseDetail, 'status' | 'decidedAt' | 'proof'>;

/** A call that a verdict may rest on. */
export interface ProofCall {
  callId: CallId;
  startedAtMs: number;
  durationMs: number;
  outcome: Outcome | null;
}

/** Open promises with a day become calendar entries, one by one or all; a table has every promise. */
export type LedgerExport =
  { as: 'calendar'; of: { callId: CallId; markId: string } | LedgerView } | { as: 'table'; of: LedgerView };

/** The key of each verdict, wherever a promise has the focus. */
export const verdictKeys: Record<PromiseStatus, string> = {
  kept: 'K',
  late: 'L',
  broken: 'B',
  withdrawn: 'W',
  open: 'O',
};
