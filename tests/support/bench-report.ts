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

export function percentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? Number.NaN;
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
    `  ${what}: median ${median(values).toFixed(1)} ${unit}, 95th ${percentile(values, 0.95).toFixed(1)}, ` +
    `${Math.min(...values).toFixed(1)} to ${Math.max(...values).toFixed(1)}, ${values.length} runs`;
  process.stdout.write(
    `\n${name}\n${line(measured)}\n${line(baseline)}\n  ratio ${ratio.toFixed(2)}; goal: ${goal}\n`,
  );
  await keep(name, { goal, ratio, measured, baseline });
}

/** One line of a table: values measured and values of the baseline, taken by turns in the same run. */
export interface Row {
  what: string;
  measured: readonly number[];
  baseline: readonly number[];
}

export interface Table {
  unit: string;
  measured: string;
  baseline: string;
  goal: string;
  rows: readonly Row[];
  /** Of the measured medians, the last row against the first. */
  growth?: { from: string; to: string };
}

/** Prints a table, a line for each size or question, and keeps every value. Nothing is asserted. */
export async function reportTable(name: string, table: Table): Promise<void> {
  const { unit, rows, growth } = table;
  const cells = rows.map(({ what, measured, baseline }) => [
    what,
    said(measured),
    said(baseline),
    (median(measured) / median(baseline)).toFixed(2),
    signed(median(measured) - median(baseline)),
    `${measured.length}`,
  ]);
  const head = ['', `${table.measured}, ${unit} (95th)`, table.baseline, 'ratio', 'more', 'runs'];
  const widths = head.map((title, at) => Math.max(title.length, ...cells.map((row) => row[at]!.length)));
  const line = (row: readonly string[]) => `  ${row.map((cell, at) => cell.padEnd(widths[at]!)).join('  ')}`;
  const grew = growth && ` growth ${growth.from} to ${growth.to}: ${growthOf(rows).toFixed(2)};`;
  process.stdout.write(
    `\n${name}\n${[head, ...cells].map(line).join('\n')}\n ${grew ?? ''} goal: ${table.goal}\n`,
  );
  await keep(name, table);
}

const digits = (value: number) => (Math.abs(value) < 10 ? 2 : 1);
const said = (values: readonly number[]) =>
  `${median(values).toFixed(digits(median(values)))} (${percentile(values, 0.95).toFixed(digits(median(values)))})`;
const signed = (value: number) => `${value < 0 ? '' : '+'}${value.toFixed(digits(value))}`;
const growthOf = (rows: readonly Row[]) =>
  median(rows.at(-1)?.measured ?? []) / median(rows[0]?.measured ?? []);

async function keep(name: string, found: object): Promise<void> {
  const folder = join(process.cwd(), 'test-results', 'bench');
  await mkdir(folder, { recursive: true });
  const machine = { processors: cpus().map(({ model }) => model), node: process.version };
  await writeFile(
    join(folder, `${name.replaceAll(/\W+/g, '-')}.json`),
    `${JSON.stringify({ name, ...found, machine }, null, 2)}\n`,
  );
}
