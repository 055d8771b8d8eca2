// Verdicts: put on disk at once, taken back one after the other, and what each rests on added afterwards.
import { useSyncExternalStore } from 'react';
import type { PromiseProof, PromiseStatus } from '../../../contract/call.ts';
import type { LedgerPromise, Verdict } from '../../../contract/promises.ts';
import { ask } from '../bridge.ts';
import { reportFailure } from '../report.ts';

export interface Judged {
  row: LedgerPromise;
  /** What stands in the call's file now. */
  verdict: Verdict;
  /** What to put back; null where only the proof of an older verdict is in hand. */
  before: Verdict | null;
}

/** The promise in hand, whose proof can be added. */
let inHand: Judged | null = null;
const done: Judged[] = [];
const listeners = new Set<() => void>();
const become = (next: Judged | null) => {
  inHand = next;
  listeners.forEach((changed) => changed());
};

const write = ({ callId, markId }: LedgerPromise, verdict: Verdict) =>
  ask('promises:judge', callId, markId, verdict);

/** A verdict that is the same as before changes nothing. What goes wrong is said. */
export async function judge(row: LedgerPromise, status: PromiseStatus): Promise<void> {
  if (row.promise.status === status) return;
  const verdict = { status, decidedAt: status === 'open' ? null : new Date().toISOString() };
  try {
    const judged = { row, verdict, before: await write(row, verdict) };
    done.push(judged);
    become(judged);
  } catch (cause) {
    reportFailure(cause);
  }
}

/** Puts back what the last verdict replaced. Answers it, or null when there is none left. */
export async function undoVerdict(): Promise<Judged | null> {
  const last = done.pop();
  if (!last?.before) return null;
  try {
    await write(last.row, last.before);
    become(null);
    return last;
  } catch (cause) {
    done.push(last);
    reportFailure(cause);
    return null;
  }
}

/** Takes an older verdict in hand, to say what it rests on. */
export function takeInHand(row: LedgerPromise): void {
  const { status, decidedAt, proof } = row.promise;
  if (status !== 'open') become({ row, verdict: { status, decidedAt, proof }, before: null });
}

/** Null: nothing is said of what decided it. */
export async function prove(judged: Judged, proof: PromiseProof | null): Promise<void> {
  const { status, decidedAt } = judged.verdict;
  const verdict: Verdict = { status, decidedAt, ...(proof && { proof }) };
  // Shown at once: the boxes are typed into while it is being written.
  if (isInHand(judged)) become({ ...inHand!, verdict });
  await write(judged.row, verdict).catch(reportFailure);
}

export const letGo = (): void => become(null);

/** What was decided long ago, and perhaps anew on its call since, is not for one key to take back. */
export function forgetVerdicts(): void {
  done.length = 0;
  letGo();
}

const isInHand = ({ row }: Judged) => inHand?.row.callId === row.callId && inHand.row.markId === row.markId;

const subscribe = (changed: () => void) => {
  listeners.add(changed);
  return () => listeners.delete(changed);
};

export const useInHand = (): Judged | null => useSyncExternalStore(subscribe, () => inHand);
