// What the app and the hidden capture window tell each other. No PCM ever: only Ogg pages, peaks and facts.
import type { CallId, Side } from './call.ts';
import type { SourceLoss } from './recording.ts';

/** How the capture window gets at a side's sound. */
export type SourceRequest =
  /** An input device by its label; `nth` picks among several with the same label; null asks for the system's default. */
  | { kind: 'input'; label: string | null; nth: number }
  /** What the computer plays, by the engine's own loopback (Windows, macOS, Linux without pactl). */
  | { kind: 'loopback' };

/** App to capture. `attempt` numbers each opening of a side, so that late news of an earlier one is told apart. */
export type CaptureCommand =
  | { type: 'open'; side: Side; attempt: number; source: SourceRequest }
  | { type: 'close'; side: Side }
  /** The source is who it should be: let its samples through from now on. Until then they are withheld. */
  | { type: 'trust'; side: Side; attempt: number }
  /**
   * The source is not who it should be: withhold its samples, those not yet encoded included.
   * What waits for a call to begin was right until `rightAtMs` (epoch ms), when it was last found so.
   */
  | { type: 'distrust'; side: Side; cause: string; rightAtMs: number }
  /** While no call runs, keep this much of both sides in memory; 0 drops it. */
  | { type: 'remember'; ms: number }
  /**
   * Starts the timeline `preRollMs` ago, with what was remembered since then. `sides` are those to be recorded; the other stays silent and has no gaps.
   * `leadMs` of silence come first: the time that passed while no capture window was there.
   * `silentWhenIdle`: sides whose source delivers nothing during silence, so that missing packets are no gap.
   */
  | {
      type: 'begin';
      callId: CallId;
      sides: Side[];
      leadMs: number;
      preRollMs: number;
      silentWhenIdle: Side[];
    }
  | { type: 'pause' }
  | { type: 'resume' }
  | { type: 'end' }
  /** Decode a call's sound and measure its peaks. */
  | { type: 'measure'; callId: CallId };

/** Something that happened on the timeline, in ms from its start (`leadMs` included). */
export type TimelineFact =
  | { type: 'gap-opened'; side: Side; atMs: number; cause: string }
  | { type: 'gap-closed'; side: Side; atMs: number }
  | { type: 'paused'; atMs: number }
  | { type: 'resumed'; atMs: number };

/** One Ogg page as it left the encoder, and what else became known since the last one. */
export interface CapturedPage {
  callId: CallId;
  page: Uint8Array;
  /** Pairs of bytes (you, them), 0 to 255: the loudest sample of each 10 ms, 100 pairs a second. */
  peaks: Uint8Array;
  facts: TimelineFact[];
  /** Real frames at 48 kHz since `begin` per side (gaps and silence excluded). */
  frames: Record<Side, number>;
}

/** What one side delivered since the last report. */
export interface SideReport {
  /** Frames at the device's own rate. 0 while nothing comes. */
  frames: number;
  /** Loudest sample, 0 to 1. */
  peak: number;
  /** True when frames came and every sample was exactly 0. */
  allZero: boolean;
}

/** Sent every 50 ms while a source is open. */
export type CaptureReport = Record<Side, SideReport>;

export interface OpenedSource {
  side: Side;
  attempt: number;
  label: string;
  sampleRateHz: number;
}

export interface FailedSource {
  side: Side;
  attempt: number;
  cause: SourceLoss;
  message: string;
}
