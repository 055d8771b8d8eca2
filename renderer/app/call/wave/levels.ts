// Peaks in memory, each level four times as coarse as the one before: whatever the zoom, a bar looks at a few values only.
import type { Side } from '../../../../contract/call.ts';
import type { PeaksView } from '../../../../contract/library.ts';

export interface Level {
  /** How much time one value stands for. */
  bucketMs: number;
  /** Loudest sample of each bucket, 0 to 255. */
  you: Uint8Array;
  them: Uint8Array;
}

/** Finest first; never empty. */
export type Levels = readonly Level[];

const coarser = 4;
/** Fewer values than this are looked through at once. */
const fewValues = 256;

export function levelsOf(peaks: Pick<PeaksView, Side>, bucketMs: number): Levels {
  const levels: Level[] = [{ bucketMs, you: peaks.you, them: peaks.them }];
  for (let last = levels[0]!; last.you.length > fewValues; last = levels.at(-1)!)
    levels.push({
      bucketMs: last.bucketMs * coarser,
      you: reduced(last.you),
      them: reduced(last.them),
    });
  return levels;
}

function reduced(values: Uint8Array): Uint8Array {
  const fewer = new Uint8Array(Math.ceil(values.length / coarser));
  for (let to = 0, from = 0; to < fewer.length; to += 1) {
    let loudest = 0;
    for (const end = Math.min(from + coarser, values.length); from < end; from += 1)
      if (values[from]! > loudest) loudest = values[from]!;
    fewer[to] = loudest;
  }
  return fewer;
}

/** The coarsest level that still tells two halves of a bar apart. */
export function levelFor(levels: Levels, barMs: number): Level {
  let chosen = levels[0]!;
  for (const level of levels) if (level.bucketMs * 2 <= barMs) chosen = level;
  return chosen;
}

/** The loudest value of a side in [fromMs, toMs); 0 outside the call. */
export function loudestIn(level: Level, side: Side, fromMs: number, toMs: number): number {
  const values = level[side];
  const first = Math.max(0, Math.floor(fromMs / level.bucketMs));
  const end = Math.min(values.length, Math.max(first + 1, Math.ceil(toMs / level.bucketMs)));
  let loudest = 0;
  for (let at = first; at < end; at += 1) if (values[at]! > loudest) loudest = values[at]!;
  return loudest;
}

/** Below this (of 255) sound is near silence, and is not blown up to look like speech. */
const quietest = 48;

/** The value that fills the height of a side: the same for both, so that the louder one looks louder. */
export function fullScale(levels: Levels): number {
  const { you, them } = levels.at(-1)!;
  return Math.max(quietest, loudestOf(you), loudestOf(them));
}

export function loudestOf(values: Uint8Array): number {
  let loudest = 0;
  for (const value of values) if (value > loudest) loudest = value;
  return loudest;
}
