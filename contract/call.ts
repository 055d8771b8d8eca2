// What a call is: the one shape that call.json, the app and the window agree on (DESIGN section 3).
import type { ImportedFile } from './import.ts';

/** The call's id, also its folder's name: UTC start and a random tail, e.g. `20261123T140500Z-k7f3q2x9`. Sorts by start. */
export type CallId = string;

/** `you` is the microphone and the left channel, `them` is the computer's sound and the right channel. */
export type Side = 'you' | 'them';
export const sides: readonly Side[] = ['you', 'them'];

export const outcomes = ['resolved', 'unresolved', 'follow-up', 'refused', 'disconnected'] as const;
export type Outcome = (typeof outcomes)[number];

/** A span in which a side was not captured: filled with silence, never closed up. */
export interface Gap {
  side: Side;
  fromMs: number;
  toMs: number;
  /** Plain words, e.g. `source lost`. */
  cause: string;
}

/** Both sides hold silence on purpose. */
export interface Pause {
  fromMs: number;
  toMs: number;
  /** The agent did not want to be recorded: from here to the end there are notes and no sound. */
  why?: 'notes-only';
}

/** A side began to be recorded from another device in mid-call. */
export interface SourceChange {
  side: Side;
  atMs: number;
  from: string;
  to: string;
}

export interface Capture {
  /** Start to stop by the monotonic clock; `durationMs` is by frames on disk. The two differ when something went wrong. */
  wallMs: number;
  /** Frames at 48 kHz that came from the side's source (gaps excluded). */
  youFrames: number;
  themFrames: number;
  /** True when the app ended before the call did and the file was put in order at the next start. */
  recovered: boolean;
  gaps: Gap[];
  pauses: Pause[];
  sourceChanges: SourceChange[];
}

export interface Source {
  kind: 'captured' | 'imported';
  /** What each side was recorded from, in the words of the system. Empty when that side was not recorded. */
  you: string;
  them: string;
  app: string;
  os: string;
  /** The file an imported call was made from. */
  file?: ImportedFile;
}

export const markKinds = [
  'promise',
  'reference',
  'agent',
  'hold',
  'transfer',
  'refusal',
  'consent',
  'note',
] as const;
export type MarkKind = (typeof markKinds)[number];

export const promiseStatuses = ['open', 'kept', 'late', 'broken', 'withdrawn'] as const;
export type PromiseStatus = (typeof promiseStatuses)[number];

export interface PromiseDetail {
  who: string;
  /** A calendar date, `2026-11-30`, in the user's own zone; null when none was named. */
  due: string | null;
  amount: { value: number; currency: string } | null;
  status: PromiseStatus;
  /** UTC ISO instant of the verdict. */
  decidedAt: string | null;
  /** What the verdict rests on. */
  proof?: PromiseProof;
}

/** The call (or the moment of it) that decided a promise, a few words, or both. */
export interface PromiseProof {
  callId: CallId | null;
  markId: string | null;
  text: string;
}

export const consentEvents = [
  'they-announced',
  'you-announced',
  'agent-agreed',
  'agent-carried-on',
  'agent-refused',
] as const;
export type ConsentEvent = (typeof consentEvents)[number];

/** A moment or span on the call's timeline. `promise` is there for promises, `consent` for consent. */
export interface Mark {
  id: string;
  kind: MarkKind;
  fromMs: number;
  toMs: number;
  text: string;
  createdAt: string;
  updatedAt: string;
  promise?: PromiseDetail;
  consent?: { event: ConsentEvent };
  /** A promise of an earlier call that was played to the agent at this moment. */
  played?: { callId: CallId; markId: string };
}

/** A letter that repeats what was promised. That it was sent or read is not known here. */
export interface Confirmation {
  /** UTC ISO instant. */
  at: string;
  how: 'copied' | 'mail';
  text: string;
}

/** Where the two people are: codes of consent-laws.json, empty where it is not known. */
export interface Places {
  you: string;
  them: string;
}

export interface Call {
  format: 1;
  id: CallId;
  /** Grows by one with every write: the newer of two copies wins. */
  revision: number;
  updatedAt: string;
  company: string;
  case: string;
  title: string;
  phone: string;
  notes: string;
  /** What the user does next about it. */
  nextStep?: string;
  confirmations?: Confirmation[];
  tags: string[];
  outcome: Outcome | null;
  /** UTC ISO instant. */
  startedAt: string;
  /** IANA zone and offset of the user's clock when the call started. */
  timeZone: string;
  utcOffsetMinutes: number;
  /** From frames on disk, never from the wall clock. */
  durationMs: number;
  source: Source;
  capture: Capture;
  marks: Mark[];
  /** Where both were, as far as the user said so. */
  places?: Places;
  /** Taken back from the trash after a clean-up had moved it there: no clean-up moves it again. */
  keep?: boolean;
}

/** What a person may change on a call; marks have requests of their own. */
export type CallPatch = Partial<
  Pick<Call, 'company' | 'case' | 'title' | 'phone' | 'notes' | 'nextStep' | 'tags' | 'outcome' | 'places'>
>;
