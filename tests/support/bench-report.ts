// What a benchmark found: medians side by side with their baseline, printed and kept in test-results/bench.
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';

export interface Figure {
  name: string;
  /** Each run's value. */
  values: readonly number[];
  unit: string;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return low === undefined || high === undefined ? Number.NaN : (low + high) / 2;
}

/** Prints `measured` against `baseline` and keeps every value. `goal` is said in words, never asserted. */
export async function report(
  name: string,
  { measured, baseline, goal }: { measured: Figure; baseline: Figure; goal: string },
): Promise<void> {
  const ratio = median(measured.values) / median(baseline.values);
  const line = ({ name: what, values, unit }: Figure) =>
    `  ${what}: median ${median(values).toFixed(1)} ${unit}, ${Math.min(...values).toFixed(1)} to ${Math.max(...values).toFixed(1)}, ${values.length} runs`;
  process.stdout.write(
    `\n${name}\n${line(measured)}\n${line(baseline)}\n  ratio ${ratio.toFixed(2)}; goal: ${goal}\n`,
  );
  const folder = join(process.cwd(), 'test-results', 'bench');
  await mkdir(folder, { recursive: true });
  const machine = { processors: cpus().map(({ model }) => model), node: process.version };
  await writeFile(
    join(folder, `${name.replaceAll(/\W+/g, '-')}.json`),
    `${JSON.stringify({ name, goal, ratio, measured, baseline, machine }, null, 2)}\n`,
  );
}
