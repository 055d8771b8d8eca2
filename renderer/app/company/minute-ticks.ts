// Where the lines of the picture are: at most four steps of minutes that people count in, up to beyond the longest call.

const steps = [1, 2, 5, 10, 15, 20, 30, 60, 120, 180, 240, 360, 720, 1_440];

/** From 0 to the first step at or beyond `most`. */
export function minuteTicks(most: number): number[] {
  const fits = (step: number) => Math.max(1, Math.ceil(most / step)) <= 4;
  const step = steps.find(fits) ?? 1_440 * Math.ceil(most / 1_440 / 4);
  const count = Math.max(1, Math.ceil(most / step));
  return Array.from({ length: count + 1 }, (_, at) => at * step);
}
