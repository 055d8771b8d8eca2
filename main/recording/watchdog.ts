// Judges by frames and samples whether each side still lives. Pure: reports and times in, verdicts out.
import type { Side } from '../../contract/call.ts';
import type { CaptureReport } from '../../contract/capture.ts';

export const stalledAfterMs = 1_500;
/** Nothing but exact zeros while the other side talked for this long: a muted or dead device, not a quiet one. */
export const silentAfterMs = 10_000;
const audible = 0.01;

export type Health = 'live' | 'silent' | 'stalled';

interface SideWatch {
  lastFrameAtMs: number;
  /** How long the other side was heard since this one last held anything but zeros. */
  unansweredMs: number;
}

export interface Watch {
  atMs: number;
  sides: Record<Side, SideWatch>;
}

export function startWatch(atMs: number): Watch {
  const fresh = () => ({ lastFrameAtMs: atMs, unansweredMs: 0 });
  return { atMs, sides: { you: fresh(), them: fresh() } };
}

/** Takes in one report of the capture window. */
export function observe(watch: Watch, report: CaptureReport, atMs: number): Watch {
  const sinceMs = atMs - watch.atMs;
  return { atMs, sides: { you: next('you'), them: next('them') } };

  function next(side: Side): SideWatch {
    const before = watch.sides[side];
    const { frames, allZero } = report[side];
    if (frames === 0) return before;
    const other = report[side === 'you' ? 'them' : 'you'];
    const unansweredMs = allZero ? before.unansweredMs + (other.peak >= audible ? sinceMs : 0) : 0;
    return { lastFrameAtMs: atMs, unansweredMs };
  }
}

export function healthOf(watch: Watch, side: Side, atMs: number): Health {
  const { lastFrameAtMs, unansweredMs } = watch.sides[side];
  if (atMs - lastFrameAtMs >= stalledAfterMs) return 'stalled';
  return unansweredMs >= silentAfterMs ? 'silent' : 'live';
}
