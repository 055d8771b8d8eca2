// Where the ruler under the waveform writes a time: round steps, as close as their names allow.
import { shortClock } from '../../ui/format.ts';
import type { View } from './view.ts';

const hour = 3_600_000;
const underASecond = [1, 2, 5, 10, 20, 50, 100, 200, 500];
const seconds = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 21_600];
const steps = underASecond.concat(seconds.map((each) => each * 1000));

/** Room that one name needs, with air around it. */
const roomPx = 84;

/** Times in ms that are at least `roomPx` apart, from the first in sight. Never the very end: its name would not fit. */
export function rulerTicks({ fromMs, spanMs }: View, widthPx: number): { ticks: number[]; stepMs: number } {
  if (spanMs <= 0 || widthPx <= 0) return { ticks: [], stepMs: hour };
  const msForRoom = (spanMs / widthPx) * roomPx;
  const stepMs = steps.find((each) => each >= msForRoom) ?? Math.ceil(msForRoom / (12 * hour)) * 12 * hour;
  const first = Math.ceil(fromMs / stepMs);
  const last = fromMs + spanMs - msForRoom / 2;
  const ticks: number[] = [];
  for (let at = first; at === first || at * stepMs <= last; at += 1) ticks.push(at * stepMs);
  return { ticks, stepMs };
}

/** `4:12`, and as many digits of the second as the steps need: `4:12.350`. */
export function tickName(atMs: number, stepMs: number): string {
  if (stepMs >= 1000) return shortClock(atMs);
  return `${shortClock(atMs)}.${String(atMs % 1000).padStart(3, '0')}`;
}
