// What window and app agree on about calls that were taken out, and for how long calls are kept.
import type { CallId } from './call.ts';

/** So long a call can be taken back from the trash. */
export const daysInTrash = 30;

/** Who moved a call to the trash: its user, or the rule for how long calls are kept. */
export const trashReasons = ['by-hand', 'retention'] as const;
export type TrashReason = (typeof trashReasons)[number];

/** What becomes of a call in the trash when nobody touches it. */
export type Fate =
  /** It goes for good with the first clean-up after this moment, epoch ms. */
  | { kind: 'goes'; atMs: number }
  /** No clean-up removes it, as long as its case is open. */
  | { kind: 'kept'; because: 'open-case'; case: string }
  /** No clean-up removes it: when it came here, or which case it belongs to, cannot be read. */
  | { kind: 'kept'; because: 'unknown-date' | 'unreadable' };

export interface TrashedCall {
  /** By this it is asked for: two calls of one id may be in the trash. */
  name: string;
  callId: CallId;
  company: string;
  startedAtMs: number;
  /** Null when its file cannot be read. */
  durationMs: number | null;
  /** Null when that cannot be read. */
  trashed: { atMs: number; why: TrashReason } | null;
  fate: Fate;
}

/** Calls that began longer ago than this are moved to the trash. */
export interface RetentionRule {
  months: number;
}
export const longestRetentionMonths = 600;

/** Why a call that is old enough stays all the same. */
export const stayReasons = ['open-case', 'open-promise', 'taken-back', 'changed-lately'] as const;
export type StayReason = (typeof stayReasons)[number];

export interface AgedCall {
  callId: CallId;
  company: string;
  startedAtMs: number;
  durationMs: number;
}

/** What a rule would do if it were on at this moment, oldest first: all of it, and nothing else. */
export interface RetentionPreview {
  rule: RetentionRule;
  go: readonly AgedCall[];
  stay: readonly (AgedCall & { because: StayReason })[];
}
