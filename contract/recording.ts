// What a recording can be at any moment, as the window sees it.
import type { CallId, Mark, Places, Side } from './call.ts';

/** `tell-first`: both sides are heard, but nothing is written until the user marks that they announced it. */
export const recordingModes = ['both', 'microphone', 'tell-first'] as const;
export type RecordingMode = (typeof recordingModes)[number];

/** Where one side's sound comes from, and whether it comes. */
export type SourceState =
  | { phase: 'off' }
  | { phase: 'opening'; label: string }
  | { phase: 'live'; label: string }
  /** Frames arrive but every sample is exactly zero: a muted or dead device. */
  | { phase: 'silent'; label: string }
  /** No frames arrive, or another device took the source's place; what is missing is listed as a gap. */
  | { phase: 'lost'; label: string; cause: SourceLoss };

export const sourceLosses = ['missing', 'denied', 'unplugged', 'replaced', 'stalled', 'failed'] as const;
export type SourceLoss = (typeof sourceLosses)[number];

export type Sources = Record<Side, SourceState>;

/** What can be wrong with a running recording as a whole; shown as one sentence each. */
export const troubles = ['disk-low', 'disk-full', 'not-growing', 'capture-restarted'] as const;
export type Trouble = (typeof troubles)[number];

interface Running {
  callId: CallId;
  /** Epoch ms. */
  startedAtMs: number;
  mode: RecordingMode;
  company: string;
  case: string;
  notes: string;
  places: Places;
  /** `ended`: the agent did not want to be recorded. Nothing is heard any more; marks and words go on to the end. */
  sound: 'recorded' | 'ended';
  marks: readonly Mark[];
  /** The hold that is still going on; its mark is in `marks`. */
  openHold: { markId: string; fromMs: number } | null;
  trouble: Trouble | null;
}

export type RecordingState =
  | { phase: 'idle' }
  | { phase: 'armed'; company: string }
  | { phase: 'starting'; mode: RecordingMode }
  | ({ phase: 'recording' | 'paused' } & Running)
  | { phase: 'finishing'; callId: CallId; becomes: 'saved' | 'erased' };

/** How much from before the start can become the beginning of a call, in ms; no more of it waits in memory. */
export const preRollMs = 60_000;

/** Everything the recording screen draws, sent whenever any of it changes. */
export interface RecordingView {
  recording: RecordingState;
  sources: Sources;
  /** What is heard waits in memory and becomes the beginning of a call: since when (epoch ms), null when it does not. */
  preRoll: { sinceMs: number } | null;
  /** Asked when neither side has spoken for a while; nothing but the user's answer, or a voice, takes it back. */
  question: 'still-on-call' | null;
  /** How the last recording ended, until the next one starts. */
  last: { callId: CallId; durationMs: number } | null;
}

/** Sent about 20 times a second while sources are open. */
export interface Levels {
  /** Loudest sample of each side since the last message, 0 to 1. */
  you: number;
  them: number;
  /** New peaks since the last message, 100 a second, 0 to 255, on the call's timeline; empty when not recording. */
  youPeaks: number[];
  themPeaks: number[];
  /** Duration of what is on disk, in ms. 0 when not recording. */
  onDiskMs: number;
}

export interface Device {
  /** The system's own words for it; what the user chooses by and what is remembered. */
  label: string;
}

/** The sources that can be chosen: microphones, and outputs whose sound is the other side. */
export interface Devices {
  microphones: readonly Device[];
  outputs: readonly Device[];
}
