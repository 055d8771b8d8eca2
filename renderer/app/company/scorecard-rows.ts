// A scorecard as a table for a spreadsheet: one row a measure, with what it is made of, what it rests on and its formula.
import { measureKeys, sampleUnits, type Measure, type MeasureKey } from '../../../contract/companies.ts';
import { dayAt } from '../../../contract/day.ts';
import type { Words } from '../i18n.ts';
import type { LeavingScorecard } from './leaving.ts';

type Cell = string | number | null;

const columns = [
  'company',
  'from',
  'until',
  'measure',
  'value',
  'unit',
  'part',
  'whole',
  'n',
  'sample',
  'calls',
  'formula',
] as const;

/** The first row names the columns. A measure with too few calls has no value, and neither has what it is made of. */
export function scorecardRows(leaving: LeavingScorecard, t: Words<'company'>): Cell[][] {
  const { company, period, measures } = leaving;
  const [from, until] = period ? [dayAt(period.fromMs), dayAt(period.untilMs)] : ['', ''];
  const rows = measureKeys.map((key): Record<(typeof columns)[number], Cell> => {
    const measure = measures[key];
    return {
      company,
      from,
      until,
      measure: t(`measures.${key}.name`),
      ...numbersOf(key, measure),
      unit: t(`leave.unit.${key}`),
      n: measure.n,
      sample: t(`leave.sampleUnit.${sampleUnits[key]}`),
      calls: measure.calls,
      formula: t(`measures.${key}.formula`),
    };
  });
  return [
    columns.map((column) => t(`leave.columns.${column}`)),
    ...rows.map((row) => columns.map((column) => row[column])),
  ];
}

function numbersOf(
  key: MeasureKey,
  { value, part, whole }: Measure,
): Record<'value' | 'part' | 'whole', Cell> {
  if (value === null) return { value: null, part: null, whole: null };
  if (key === 'time') return { value: inMinutes(value), part: inMinutes(part), whole };
  const isTime = key === 'hold' || key === 'talk';
  return {
    value: rounded(value),
    part: isTime ? inMinutes(part) : part,
    whole: isTime ? inMinutes(whole) : whole,
  };
}

const inMinutes = (ms: number) => rounded(ms / 60_000);
const rounded = (value: number) => Math.round(value * 1_000) / 1_000;
