// What a case is: the file that holds what a person wants of a dispute, and what the window asks about it.
import type { CallId, Confirmation, Outcome, PromiseDetail } from './call.ts';
import type { CaseRule, RuleClock } from './escalation.ts';

/** The name of the folder a case's file lies in. Calls never use it: they name their case in words. */
export type CaseId = string;

export const caseStatuses = ['open', 'closed'] as const;
export type CaseStatus = (typeof caseStatuses)[number];

export interface Money {
  value: number;
  /** ISO 4217. */
  currency: string;
}

/** Something that stands on the timeline: the day it belongs to, and when it was written down. */
interface Dated {
  id: string;
  /** A calendar day, `2026-11-23`. */
  on: string;
  /** UTC ISO instant. */
  addedAt: string;
}

export interface Offer extends Dated {
  text: string;
  amount: Money | null;
}

export interface CaseNote extends Dated {
  text: string;
}

/** A letter or picture, copied in beside case.json as `files/<name>`. */
export interface CaseAttachment extends Dated {
  name: string;
  bytes: number;
  /** Of the bytes that were copied in, lower-case hex. */
  sha256: string;
  mediaType: string;
  note: string;
}

export interface Escalation {
  /** The clock as a whole. */
  on: boolean;
  /** The day of the first complaint; null takes the day of the first call. */
  startedOn: string | null;
  rules: CaseRule[];
}

export interface NextStep {
  text: string;
  /** A calendar day. */
  due: string | null;
}

/** cases/<id>/case.json, format 1. */
export interface CaseFile {
  format: 1;
  id: CaseId;
  /** Grows by one with every write: the newer of two copies wins. */
  revision: number;
  updatedAt: string;
  name: string;
  /** The name it had, as long as not all of its calls have the new one. */
  renaming?: string;
  status: CaseStatus;
  closedAt: string | null;
  /** How it ended, in the user's words. */
  ending: string;
  want: string;
  nextStep: NextStep;
  offers: Offer[];
  notes: CaseNote[];
  files: CaseAttachment[];
  escalation: Escalation;
}

/** One thing about a case that is changed; everything else stays as it is on disk. */
export type CaseChange =
  | { kind: 'want'; text: string }
  | { kind: 'next-step'; patch: Partial<NextStep> }
  | { kind: 'close'; ending: string }
  | { kind: 'reopen' }
  /** Adds it, also after it was removed. */
  | { kind: 'put-offer'; offer: Offer }
  | { kind: 'change-offer'; id: string; patch: Partial<Pick<Offer, 'text' | 'amount' | 'on'>> }
  | { kind: 'remove-offer'; id: string }
  | { kind: 'put-note'; note: CaseNote }
  | { kind: 'change-note'; id: string; patch: Partial<Pick<CaseNote, 'text' | 'on'>> }
  | { kind: 'remove-note'; id: string }
  | { kind: 'describe-file'; id: string; patch: Partial<Pick<CaseAttachment, 'note' | 'on'>> }
  | { kind: 'clock'; patch: Partial<Pick<Escalation, 'on' | 'startedOn'>> }
  | { kind: 'put-rule'; rule: CaseRule }
  | { kind: 'change-rule'; id: string; patch: Partial<Omit<CaseRule, 'id'>> }
  | { kind: 'remove-rule'; id: string };

/** A case in the list. */
export interface CaseRow {
  name: string;
  company: string;
  calls: number;
  /** Start of the newest call, epoch ms. */
  lastAtMs: number | null;
  promisesOpen: number;
  /** The earliest day on which an open promise falls due. */
  promiseDue: string | null;
  /** What open promises are worth, by currency. */
  atStake: readonly Money[];
  want: string;
  nextStep: NextStep;
  ending: string;
  clock: RuleClock | null;
  /** True when its case.json cannot be read; what calls say is shown all the same. */
  unreadable: boolean;
}

export interface UnreadableCase {
  caseId: CaseId;
  reason: string;
}

export interface CasePage {
  /** Last contact first. */
  rows: readonly CaseRow[];
  /** Cases of this status in all. */
  total: number;
  /** Of all, open or closed. */
  unreadable: readonly UnreadableCase[];
}

export interface CasePromise {
  markId: string;
  fromMs: number;
  toMs: number;
  text: string;
  promise: PromiseDetail;
}

/** A call as its case shows it. */
export interface CaseCall {
  callId: CallId;
  company: string;
  title: string;
  startedAtMs: number;
  utcOffsetMinutes: number;
  durationMs: number;
  outcome: Outcome | null;
  notes: string;
  nextStep: string;
  agents: readonly string[];
  references: readonly string[];
  promises: readonly CasePromise[];
  letters: readonly Confirmation[];
}

export interface CaseView {
  name: string;
  /** Null when nothing was written down about the case yet, and when its file cannot be read. */
  file: CaseFile | null;
  unreadable: UnreadableCase | null;
  /** Other files that say they are this case, left by a sync program or by hand. */
  twins: readonly CaseId[];
  /** Newest first, at most so many; `calls` counts all of them. */
  newest: readonly CaseCall[];
  calls: number;
  /** The day of the first call, where it was made. */
  firstDay: string | null;
}

/** Whether the bytes on disk are still those that were copied in. */
export type FileCheck = 'same' | 'changed' | 'missing';

/** As many bytes as one attached file may have. */
export const mostAttachedBytes = 100 * 1024 * 1024;

/** Pictures that may be shown within the app, by the ends of their names. SVG is no picture: it can hold a program. */
export const pictureTypes: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
};

/** The ending of a file's name with its dot, in lower case: `.png`; empty when there is none. */
export function endingOf(name: string): string {
  return /\.[^.]+$/.exec(name)?.[0].toLowerCase() ?? '';
}
