// Recordings made by something else: what is known of such a file, how far an import has come, and what the page that decodes is told and tells.
import type { Call, CallId } from './call.ts';

/** Where the date of an imported call comes from: what a phone's recorder wrote beside it, the file's name, a tag inside it, or when it was last changed. */
export const dateSources = ['sidecar', 'name', 'tags', 'modified'] as const;
export type DateSource = (typeof dateSources)[number];

/** `together`: both voices are in the same sound, so there are no sides. `apart`: left and right differ. */
export const voicings = ['together', 'apart'] as const;
export type Voicing = (typeof voicings)[number];

/** The file a call was imported from, kept beside it byte for byte as `kept`. */
export interface ImportedFile {
  /** As the user's file was called. */
  name: string;
  /** As it is called in the call's folder: `original.m4a`. */
  kept: string;
  bytes: number;
  sha256: string;
  /** UTC ISO instant. */
  importedAt: string;
  /** Container and codec in the words people know: `M4A`, `AAC`. */
  format: string;
  codec: string;
  channels: number;
  sampleRateHz: number;
  voices: Voicing;
  dateFrom: DateSource;
  /** The file ends before its own head says it does (`promisedMs`), or without the mark of an end (null). */
  cutShort?: { promisedMs: number | null };
  /** What a phone's recorder wrote about the call, kept beside it too. */
  sidecar?: KeptSidecar;
}

export interface KeptSidecar {
  kept: string;
  bytes: number;
  sha256: string;
  /** What the recorder says went on that a listener would not know. */
  said: readonly SidecarFact[];
}

/** It was paused by hand; the call was put on hold by the phone; the phone was too busy and lost sound. */
export const sidecarFacts = ['paused', 'held', 'lost-sound'] as const;
export type SidecarFact = (typeof sidecarFacts)[number];

/** False where both voices are in one sound: one side alone, or who talked how much, would be an invention. */
export function hasSides({ source }: Pick<Call, 'source'>): boolean {
  return source.file?.voices !== 'together';
}

/** Causes of gaps in imported calls, as they stand in call.json. */
export const unreadableInFile = 'unreadable in the imported file';
export const missingInFile = 'missing in the imported file';

export const refusalReasons = [
  'empty',
  'not-sound',
  'format',
  'codec',
  'no-sound-in-it',
  'head-missing',
  'nothing-decodes',
  'cannot-read',
  'changed',
  'disk-full',
  'library-unwritable',
  'stuck',
  'failed',
] as const;
export type RefusalReason = (typeof refusalReasons)[number];

/** Why a file was not imported; `what` names the format or codec it is about, where there is one. */
export interface Refusal {
  reason: RefusalReason;
  what: string;
}

/** What is worth knowing about a call that was imported. */
export type ImportNote =
  'cut-short' | 'gaps' | 'date-from-tags' | 'date-from-modified' | 'sidecar-unreadable';

export interface ImportedCall {
  name: string;
  callId: CallId;
  notes: readonly ImportNote[];
}

/** `held`: a call is being recorded, which nothing may disturb. */
export type ImportPhase = 'running' | 'held' | 'cancelling' | 'done' | 'cancelled';

export interface ImportView {
  phase: ImportPhase;
  /** Files in all, and how many of them are dealt with, well or badly. */
  total: number;
  dealtWith: number;
  /** The file under way and how much of it is done, 0 to 1. */
  current: { name: string; part: number } | null;
  imported: readonly ImportedCall[];
  /** Files that were imported before, and as which call. */
  already: readonly { name: string; callId: CallId }[];
  refused: readonly ({ name: string } & Refusal)[];
}

/** App to the page that decodes. */
export type ImporterCommand = { type: 'decode'; job: string } | { type: 'stop'; job: string };

/** A stretch of the call's sound: whole Ogg pages, and peaks as in `CapturedPage`. */
export interface DecodedPiece {
  job: string;
  pages: readonly Uint8Array[];
  peaks: Uint8Array;
  /** How much of the file is done, 0 to 1. */
  part: number;
}

/** What is known of a file once all of it was decoded. */
export interface DecodedFile extends Pick<
  ImportedFile,
  'format' | 'codec' | 'channels' | 'sampleRateHz' | 'voices' | 'cutShort'
> {
  /** Spans of silence in place of what could not be had, on the call's timeline. */
  gaps: readonly { fromMs: number; toMs: number; cause: string }[];
  /** Frames at 48 kHz that came from the file. */
  frames: number;
  /** A moment that a tag names, epoch ms. */
  taggedMs: number | null;
}
