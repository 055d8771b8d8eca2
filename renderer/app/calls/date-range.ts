// What "last 7 days" means: a choice of dates becomes a half-open range of instants, in the user's own time zone.

export const dateChoices = ['any', 'today', 'last-7', 'last-30', 'this-year', 'custom'] as const;
export type DateChoice = (typeof dateChoices)[number];

export interface DateFilter {
  choice: DateChoice;
  /** Calendar dates, `2026-11-23`, both included; empty is open. Only for `custom`. */
  from: string;
  until: string;
}

export const anyDate: DateFilter = { choice: 'any', from: '', until: '' };

export interface DateRange {
  fromMs: number | null;
  untilMs: number | null;
}

/** Days are counted by the calendar, not by 24 hours: a day with a clock change is still one day. */
export function rangeOf({ choice, from, until }: DateFilter, nowMs: number): DateRange {
  const now = new Date(nowMs);
  const daysAgo = (days: number) =>
    new Date(now.getFullYear(), now.getMonth(), now.getDate() - days).getTime();
  switch (choice) {
    case 'any':
      return { fromMs: null, untilMs: null };
    case 'today':
      return { fromMs: daysAgo(0), untilMs: null };
    case 'last-7':
      return { fromMs: daysAgo(6), untilMs: null };
    case 'last-30':
      return { fromMs: daysAgo(29), untilMs: null };
    case 'this-year':
      return { fromMs: new Date(now.getFullYear(), 0, 1).getTime(), untilMs: null };
    case 'custom':
      return { fromMs: startOfDay(from, 0), untilMs: startOfDay(until, 1) };
  }
}

/** Local midnight of a calendar date, `later` days on; null when there is no such date. */
function startOfDay(date: string, later: number): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (!match) return null;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  const midnight = new Date(year, month - 1, day + later).getTime();
  return Number.isNaN(midnight) ? null : midnight;
}
