// The recorder's heartbeat: syncs to disk, judges both sides, and notices when the file does not grow.
import type { CaptureReport } from '../../contract/capture.ts';
import type { Side } from '../../contract/call.ts';
import { sides } from '../../contract/call.ts';
import type { Levels, SourceState, Trouble } from '../../contract/recording.ts';
import type { Clock } from '../clock.ts';
import type { LiveCall } from './live-call.ts';
import type { SourceKeeper } from './sources.ts';
import { healthOf, observe, startWatch } from './watchdog.ts';

const beatMs = 250;
const syncMs = 1_000;
const checkpointMs = 5_000;
const notGrowingMs = 2_500;
const relaunchMs = 4_000;
/** A new capture window has this long to say that it is there. */
const comesUpMs = 15_000;
const reopenStalledMs = 5_000;
const restartedShownMs = 10_000;
/** About an hour of sound at 64 kbit/s. */
const lowDiskBytes = 32 * 1024 * 1024;

interface Deps {
  clock: Clock;
  keeper: SourceKeeper;
  live(): LiveCall | null;
  freeBytes(): Promise<number>;
  setTrouble(trouble: Trouble | null): void;
  relaunchCapture(why: string): void;
  log(message: string, cause?: unknown): void;
}

export function keepWatch({ clock, keeper, live, freeBytes, setTrouble, relaunchCapture, log }: Deps) {
  let watch = startWatch(clock.monotonicMs());
  let peaks: Pick<Levels, 'youPeaks' | 'themPeaks'> = { youPeaks: [], themPeaks: [] };
  let captureSinceMs: number | null = null;
  let goneSinceMs: number | null = null;
  let lastReportMs = 0;
  let grown = { bytes: 0, atMs: 0 };
  let lastSyncMs = 0;
  let lastCheckpointMs = 0;
  let restartedMs = -Infinity;
  let diskLow = false;
  const reopenedMs: Record<Side, number> = { you: 0, them: 0 };

  function beat(): void {
    const nowMs = clock.monotonicMs();
    if (goneSinceMs !== null && nowMs - goneSinceMs > comesUpMs) {
      goneSinceMs = nowMs;
      relaunchCapture('The capture window did not come up');
    }
    judgeSides(nowMs);
    const call = live();
    if (call) judgeFile(call, nowMs);
  }

  function judgeSides(nowMs: number): void {
    if (captureSinceMs === null || !owesReports()) lastReportMs = nowMs;
    else if (nowMs - Math.max(lastReportMs, captureSinceMs) > relaunchMs) {
      captureSinceMs = nowMs;
      return relaunchCapture('The capture window went quiet');
    }
    for (const side of sides) {
      if (!['live', 'silent', 'lost'].includes(keeper.states[side].phase)) continue;
      const health = healthOf(watch, side, nowMs);
      keeper.report(side, health);
      if (health !== 'stalled' || nowMs - reopenedMs[side] < reopenStalledMs) continue;
      if (nowMs - watch.sides[side].lastFrameAtMs < reopenStalledMs) continue;
      reopenedMs[side] = nowMs;
      keeper.reopen(side);
    }
  }

  /** A window that has nothing open and no call says nothing, and is none the worse for it. */
  function owesReports(): boolean {
    const { you, them } = keeper.states;
    return live() !== null || [you, them].some((state) => isStalled(state) || isHeard(state));
  }

  function judgeFile(call: LiveCall, nowMs: number): void {
    if (call.bytes !== grown.bytes) grown = { bytes: call.bytes, atMs: nowMs };
    const still = nowMs - grown.atMs;
    if (still > notGrowingMs && !call.diskFull) setTrouble('not-growing');
    else if (nowMs - restartedMs < restartedShownMs) setTrouble('capture-restarted');
    else setTrouble(diskLow ? 'disk-low' : null);
    if (
      still > relaunchMs &&
      !call.isWaiting && // a disk that is full or stands still is no fault of the window
      captureSinceMs !== null &&
      nowMs - captureSinceMs > relaunchMs
    ) {
      captureSinceMs = nowMs;
      relaunchCapture('The file does not grow');
    }
    if (nowMs - lastSyncMs < syncMs) return;
    lastSyncMs = nowMs;
    const withCheckpoint = nowMs - lastCheckpointMs >= checkpointMs;
    if (withCheckpoint) {
      lastCheckpointMs = nowMs;
      freeBytes().then(
        (bytes) => (diskLow = bytes < lowDiskBytes),
        (cause: unknown) => log('Free room is unknown', cause),
      );
    }
    call.keepSafe(withCheckpoint).catch((cause: unknown) => log('Not synced', cause));
  }

  const timer = setInterval(beat, beatMs);

  return {
    started() {
      grown = { bytes: 0, atMs: clock.monotonicMs() };
      restartedMs = -Infinity;
      lastCheckpointMs = clock.monotonicMs();
    },
    captureReady() {
      captureSinceMs = clock.monotonicMs();
      goneSinceMs = null;
      watch = startWatch(captureSinceMs);
    },
    captureGone() {
      captureSinceMs = null;
      goneSinceMs = clock.monotonicMs();
      restartedMs = goneSinceMs;
    },
    /** Another stream: the silence before it is not its own, unless it stands in for one that stalled. */
    opened(side: Side) {
      if (!isStalled(keeper.states[side])) watch.sides[side] = startWatch(clock.monotonicMs()).sides[side];
    },
    heardPeaks(pairs: Uint8Array) {
      for (let index = 0; index + 1 < pairs.length; index += 2) {
        peaks.youPeaks.push(pairs[index]!);
        peaks.themPeaks.push(pairs[index + 1]!);
      }
    },
    /** Takes in a report; answers the peaks that came since the last one. */
    report(report: CaptureReport): Pick<Levels, 'youPeaks' | 'themPeaks'> {
      lastReportMs = clock.monotonicMs();
      watch = observe(watch, report, lastReportMs);
      const since = peaks;
      peaks = { youPeaks: [], themPeaks: [] };
      return since;
    },
    release: () => clearInterval(timer),
  };
}

const isHeard = ({ phase }: SourceState) => phase === 'live' || phase === 'silent';
const isStalled = (state: SourceState) => state.phase === 'lost' && state.cause === 'stalled';
