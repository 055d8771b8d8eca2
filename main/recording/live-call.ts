// A call while it is being recorded: its files, its marks, its place in time. Everything said of it is on disk first.
import { hostname } from 'node:os';
import { sides, type Call, type CallPatch, type Mark, type Side } from '../../contract/call.ts';
import type { CapturedPage, TimelineFact } from '../../contract/capture.ts';
import { Failure } from '../../contract/failure.ts';
import type { Seal } from '../evidence/seal.ts';
import type { Clock } from '../clock.ts';
import { countFrames } from './frame-count.ts';
import type { JournalLine } from './journal.ts';
import { keepLines } from './kept-lines.ts';
import { makePatientWriter } from './patient-writer.ts';
import { createRunningFiles, discardRunningFiles, releaseReserve, shrinkReserve } from './running-files.ts';
import { sumUp } from './sum-up.ts';

/** The new encoder's look-ahead, which it plays before its first sample (RFC 7845, section 4.2). */
const encoderLeadMs = 6.5;

export interface LiveCall {
  readonly call: Call;
  readonly marks: readonly Mark[];
  readonly openHold: { markId: string; fromMs: number } | null;
  /** Playable length on disk. */
  readonly onDiskMs: number;
  readonly bytes: number;
  readonly diskFull: boolean;
  /** Sound is in memory that the disk has not taken yet. */
  readonly isWaiting: boolean;
  /** True: nothing is heard any more; the call goes on as notes. */
  readonly soundEnded: boolean;
  /** Where the call is now, in ms, whether or not it is on disk yet. */
  positionMs(): number;
  /** The capture window's timeline has started, this long ago. */
  began(agoMs: number): void;
  /** The user asked it to stop: time stands still from here. */
  ended(): void;
  takePage(page: CapturedPage): void;
  /** Both count at once; the answer comes when they are on disk, or wait for room. */
  takeFacts(facts: readonly TimelineFact[]): Promise<void>;
  sourceChanged(side: Side, from: string, to: string): Promise<void>;
  describe(patch: CallPatch): Promise<void>;
  putMark(mark: Mark): Promise<Mark>;
  /** Answers the mark as it was when it went. */
  removeMark(markId: string): Promise<Mark>;
  setHold(mark: Mark | null): Promise<void>;
  endSound(): Promise<void>;
  /** From here on nothing more is kept, and a crash leads to the call's removal and not to its recovery. */
  forget(): Promise<void>;
  /** Forces the sound to disk; every few seconds also what recovery needs to know. */
  keepSafe(withCheckpoint: boolean): Promise<void>;
  /** A new capture window takes over: answers how much silence stands for the time without one. */
  captureRestarted(phase: 'recording' | 'paused'): number;
  /**
   * Puts everything in order. The journal stays until the call is saved elsewhere.
   * `lostMs`: this much of the end found no room on disk, and is not part of the call.
   */
  finish(): Promise<{ call: Call; seal: Seal; lostMs: number }>;
  /** Takes it all back, as if it had not been begun. */
  discard(): Promise<void>;
}

interface Deps {
  clock: Clock;
  changed(): void;
  log(message: string, cause?: unknown): void;
}

/** Creates the call's folder; its journal is on disk before this returns. */
export async function startLiveCall(
  folder: string,
  call: Call,
  { clock, changed, log }: Deps,
): Promise<LiveCall> {
  const start: JournalLine = { type: 'start', call, pid: process.pid, host: hostname() };
  const files = await createRunningFiles(folder, start);
  const { note, tell, checkpoint, sum } = keepLines(start, files.journal, log);
  const marks = new Map<string, Mark>(call.marks.map((mark) => [mark.id, mark]));
  const frames = countFrames();
  let described = call;
  let openHold: { markId: string; fromMs: number } | null = null;
  let beganAtMs: number | null = null;
  let endedAtMs: number | null = null;
  let diskFull = false;
  let soundEnded = false;
  let forgotten = false;
  let epochFromMs = 0;

  const writer = makePatientWriter(files.audio, (trouble, cause) => {
    if (diskFull === (trouble !== null)) return;
    diskFull = trouble !== null;
    if (cause) log('Sound waits in memory', cause);
    changed();
  });

  const positionMs = () => (beganAtMs === null ? 0 : (endedAtMs ?? clock.monotonicMs()) - beganAtMs);
  /** Where what the capture window tells now lies in the call. */
  const placed = (fact: TimelineFact): JournalLine => ({
    type: 'fact',
    fact: { ...fact, atMs: fact.atMs + epochFromMs },
  });
  const soFar = (): JournalLine => {
    const link = files.audio.link();
    return { type: 'checkpoint', wallMs: Math.round(positionMs()), frames: frames.total(), link };
  };

  return {
    get call() {
      return described;
    },
    get marks() {
      return [...marks.values()];
    },
    get openHold() {
      return openHold;
    },
    get onDiskMs() {
      return files.audio.durationMs;
    },
    get bytes() {
      return files.audio.bytes;
    },
    get diskFull() {
      return diskFull;
    },
    get isWaiting() {
      return writer.waiting.length > 0;
    },
    get soundEnded() {
      return soundEnded;
    },
    positionMs,
    began(agoMs) {
      beganAtMs ??= clock.monotonicMs() - agoMs;
    },
    ended() {
      endedAtMs ??= clock.monotonicMs();
    },
    takePage(page) {
      if (forgotten) return;
      writer.write(page.page);
      frames.heard(page.frames);
      void files.peaks.append(page.peaks).catch((cause: unknown) => log('Peaks were not written', cause));
    },
    takeFacts: (facts) => tell(...facts.map(placed)),
    sourceChanged: (side, from, to) =>
      tell({ type: 'source', side, atMs: Math.round(positionMs()), from, to }),
    async describe(patch) {
      await note({ type: 'describe', patch });
      described = { ...described, ...patch };
      changed();
    },
    async putMark(mark) {
      await note({ type: 'mark', mark });
      marks.set(mark.id, mark);
      changed();
      return mark;
    },
    async removeMark(markId) {
      const before = marks.get(markId);
      if (!before) throw new Failure('mark-missing', markId);
      await note({ type: 'unmark', markId });
      const gone = marks.get(markId) ?? before; // words that were on their way are in it now
      marks.delete(markId);
      if (openHold?.markId === markId) openHold = null;
      changed();
      return gone;
    },
    async setHold(mark) {
      await note({ type: 'hold', markId: mark?.id ?? null });
      openHold = mark && { markId: mark.id, fromMs: mark.fromMs };
      changed();
    },
    async endSound() {
      await note({ type: 'sound-ended' });
      soundEnded = true;
    },
    async forget() {
      await releaseReserve(files.folder); // a full disk must have room for the one line that counts
      await note({ type: 'erase' });
      forgotten = true;
    },
    async keepSafe(withCheckpoint) {
      await files.audio.sync();
      if (withCheckpoint) await checkpoint(soFar);
    },
    captureRestarted(phase) {
      frames.restarted();
      const soFarMs = files.audio.durationWith(writer.waiting);
      epochFromMs = soFarMs + encoderLeadMs;
      // What the window before had to say of their ends went with it; the new one tells its own from here on.
      const ends: TimelineFact[] = sides.map((side) => ({ type: 'gap-closed', side, atMs: 0 }));
      if (phase === 'recording') ends.push({ type: 'resumed', atMs: 0 });
      void tell(...ends.map(placed));
      void files.peaks.fit(soFarMs).catch((cause: unknown) => log('Peaks were not fitted', cause));
      return Math.max(0, positionMs() - epochFromMs);
    },
    async finish() {
      await shrinkReserve(files.folder);
      const { lostBytes } = await writer.finish();
      if (lostBytes > 0) log(`${lostBytes} bytes of sound found no room on disk`);
      const { durationMs } = files.audio;
      const lostMs = files.audio.durationWith(writer.waiting) - durationMs;
      await releaseReserve(files.folder);
      return { ...(await sumUp(files, await sum(soFar), { now: clock.now, log })), lostMs };
    },
    async discard() {
      await writer.finish();
      await discardRunningFiles(files);
    },
  };
}
