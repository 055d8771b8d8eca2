// Companies as the window sees them: the list of all, and what the user's own calls say of one.
import type { CallId, Outcome, PromiseDetail, PromiseStatus } from './call.ts';

export const companySorts = ['last', 'name', 'open', 'broken', 'time'] as const;
/** `open` and `broken`: most promises of that kind first. `time`: most time on the phone first. */
export type CompanySort = (typeof companySorts)[number];

export interface CompanyRow {
  company: string;
  calls: number;
  lastStartedAtMs: number;
  durationMs: number;
  /** `overdue` ones are among the open ones. */
  promises: Record<'open' | 'overdue' | 'kept' | 'late' | 'broken', number>;
}

export interface CompanyPage {
  companies: readonly CompanyRow[];
  /** How many there are in all pages. */
  total: number;
}

/** A measure says something once it rests on this many calls. */
export const fewestCalls = 3;

/**
 * One measure of a company. `value` is null while it rests on fewer than three calls.
 * `part` and `whole` are what the value is made of; contract/measures.ts says how.
 */
export interface Measure {
  value: number | null;
  part: number;
  whole: number;
  /** Size of the sample: calls, decided promises or cases, as `sampleUnits` says. */
  n: number;
  /** How many calls that sample comes from. */
  calls: number;
}

export const measureKeys = ['time', 'hold', 'promises', 'firstCall', 'transfers', 'repeats', 'talk'] as const;
export type MeasureKey = (typeof measureKeys)[number];

export const sampleUnits: Record<MeasureKey, 'calls' | 'promises' | 'cases'> = {
  time: 'calls',
  hold: 'calls',
  promises: 'promises',
  firstCall: 'cases',
  transfers: 'calls',
  repeats: 'cases',
  talk: 'calls',
};

/** One call in the picture of all calls. */
export interface CompanyCall {
  callId: CallId;
  startedAtMs: number;
  durationMs: number;
  holdMs: number;
  outcome: Outcome | null;
  promises: Record<'open' | 'kept' | 'late' | 'broken', number>;
}

/** A promise of a company, and where it can be heard. */
export interface CompanyPromise extends Pick<PromiseDetail, 'due' | 'amount'> {
  callId: CallId;
  markId: string;
  startedAtMs: number;
  text: string;
  fromMs: number;
  toMs: number;
  status: PromiseStatus;
}

export interface Scorecard {
  /** As it is called now, whichever of its names it was asked by. */
  company: string;
  calls: number;
  /** Start of its first and its last call; null without calls. */
  period: { fromMs: number; untilMs: number } | null;
  durationMs: number;
  /** Promises that were kept, but late. */
  late: number;
  /** All but the talk share, which is measured from the sound and asked for on its own. */
  measures: Record<Exclude<MeasureKey, 'talk'>, Measure>;
  /** The newest, in order of time. */
  newest: readonly CompanyCall[];
  /** Open ones by due day, then the others, newest first; as many as `mostPromises`. */
  promises: readonly CompanyPromise[];
  promiseCount: number;
}

/** As many calls as the picture shows, and as many promises as the list. */
export const mostPictured = 400;
export const mostPromises = 200;

export interface TalkShare extends Measure {
  /** Calls that say nothing of it: imported, one side only, or without measured sound. */
  leftOut: number;
}

/** What the user keeps about a company beside its calls. */
export interface KeptFacts {
  /** Other names under which calls are counted here. */
  aliases: readonly string[];
  /** The first is the one to call. */
  phones: readonly string[];
  note: string;
}

/** Which company a name stands for. `calls` is 0 when there is none yet. */
export interface NamedCompany {
  company: string;
  calls: number;
}

/** A scorecard as it leaves the app, in words of the window. */
export type ScorecardFile =
  | { as: 'table'; rows: readonly (readonly (string | number | null)[])[] }
  | { as: 'picture'; png: Uint8Array };
