// Where the ruler under the waveform writes a time: round steps, as close as their names allow.

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const steps = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 21_600].map(
  (seconds) => seconds * second,
);

/** Room that one name needs, with air around it. */
const roomPx = 84;

/** Times in ms, from 0, so that neighbours are at least `roomPx` apart. Never the very end: its name would not fit. */
export function rulerTicks(durationMs: number, widthPx: number): number[] {
  if (durationMs <= 0 || widthPx <= 0) return [];
  const msForRoom = (durationMs / widthPx) * roomPx;
  const step = steps.find((each) => each >= msForRoom) ?? Math.ceil(msForRoom / (12 * hour)) * 12 * hour;
  const last = durationMs - msForRoom / 2;
  const ticks: number[] = [];
  for (let at = 0; at === 0 || at <= last; at += step) ticks.push(at);
  return ticks;
}
