// Which calls a rule moves to the trash and which it leaves: the one decision behind the preview and the clean-up.
import type { Call } from '../../contract/call.ts';
import { daysInTrash, type RetentionRule, type StayReason } from '../../contract/trash.ts';
import { agedBeforeMs } from './retention-rule.ts';

const dayMs = 24 * 3600 * 1000;
/** Whoever worked on a call, or brought it in, is not done with it. */
const changedLatelyMs = daysInTrash * dayMs;

export type AgingCall = Pick<Call, 'id' | 'case' | 'startedAt' | 'updatedAt' | 'marks' | 'keep'>;

export interface Decision<Aging> {
  go: Aging[];
  /** Old enough, and left all the same. */
  stay: { call: Aging; because: StayReason }[];
}

/** In the order of `calls`; those that are not old enough are in neither list. */
export function decideRetention<Aging extends AgingCall>(
  calls: readonly Aging[],
  rule: RetentionRule,
  nowMs: number,
  isOpenCase: (name: string) => boolean,
): Decision<Aging> {
  const decision: Decision<Aging> = { go: [], stay: [] };
  const beforeMs = agedBeforeMs(rule, nowMs);
  for (const call of calls) {
    if (Date.parse(call.startedAt) >= beforeMs) continue;
    const because = whyItStays(call, nowMs, isOpenCase);
    if (because === null) decision.go.push(call);
    else decision.stay.push({ call, because });
  }
  return decision;
}

function whyItStays(
  { case: name, marks, keep, updatedAt }: AgingCall,
  nowMs: number,
  isOpenCase: (name: string) => boolean,
): StayReason | null {
  if (name.trim() !== '' && isOpenCase(name)) return 'open-case';
  // A promise without details is another program's: it counts as open, as everywhere.
  if (marks.some(({ kind, promise }) => kind === 'promise' && (promise?.status ?? 'open') === 'open'))
    return 'open-promise';
  if (keep) return 'taken-back';
  return Date.parse(updatedAt) > nowMs - changedLatelyMs ? 'changed-lately' : null;
}
