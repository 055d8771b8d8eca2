// The control for dates and the query line: what each choice writes, and which choice a line shows.
import { dayBeside } from '../../../contract/query-dates.ts';
import { filtersOf, withFilter } from '../../../contract/query-edit.ts';
import { meaningOf } from '../../../contract/query-values.ts';
import type { QueryField } from '../../../contract/query.ts';

export const dateChoices = ['any', 'today', 'last-7', 'last-30', 'this-year', 'custom'] as const;
export type DateChoice = (typeof dateChoices)[number];

/** Two calendar dates, both included; empty is open. */
export interface DateRange {
  from: string;
  until: string;
}

const fields: readonly QueryField[] = ['before', 'after', 'on'];

const written: Record<Exclude<DateChoice, 'custom'>, string> = {
  any: '',
  today: 'today',
  'last-7': 'last-7-days',
  'last-30': 'last-30-days',
  'this-year': 'this-year',
};

/** What a range of one's own is written as. */
const range = /^(\d{4}-\d{2}-\d{2})?\.\.(\d{4}-\d{2}-\d{2})?$/;

/** Filters that name days; also a range that ends before it begins, as it can be put right here. */
const datesIn = (line: string, today: string) =>
  filtersOf(line, ...fields).filter(
    (filter) => meaningOf(filter, today).kind === 'days' || range.test(filter.value),
  );

/** Whatever is none of the choices is a range of one's own. */
export function dateChoiceIn(line: string, today: string): DateChoice {
  const [filter, another] = datesIn(line, today);
  if (!filter) return 'any';
  if (another || filter.field !== 'on') return 'custom';
  const value = filter.value.trim().toLowerCase();
  return dateChoices.find((choice) => choice !== 'custom' && written[choice] === value) ?? 'custom';
}

/** A range of one's own begins with what is shown already. */
export function withDateChoice(line: string, choice: DateChoice, today: string): string {
  if (choice !== 'custom') return withFilter(line, 'on', written[choice], fields);
  const { from, until } = dateRangeIn(line, today);
  return withDateRange(line, { from, until: until || today });
}

export function withDateRange(line: string, { from, until }: DateRange): string {
  return withFilter(line, 'on', from || until ? `${from}..${until}` : '', fields);
}

/** The range that all filters for dates come to. One that ends before it begins is shown as it was written. */
export function dateRangeIn(line: string, today: string): DateRange {
  const filters = datesIn(line, today);
  const typed = range.exec(filters.at(-1)?.value ?? '');
  if (filters.length === 1 && typed) return { from: typed[1] ?? '', until: typed[2] ?? '' };
  const all = filters.flatMap((filter) => {
    const meaning = meaningOf(filter, today);
    return meaning.kind === 'days' ? [meaning.days] : [];
  });
  const until = all.flatMap((days) => days.until ?? []).sort()[0];
  return {
    from:
      all
        .flatMap((days) => days.from ?? [])
        .sort()
        .at(-1) ?? '',
    until: until === undefined ? '' : dayBeside(until, -1),
  };
}
