// Days as the query line names them: 2026-11-23, 2026-11, 2026, yesterday, last-week, 2026-03-01..2026-03-31. By the calendar.

/** Calendar dates, `2026-11-23`; `from` is included, `until` is not. Null is open. */
export interface Days {
  from: string | null;
  until: string | null;
}

/** Words that the query line knows for days, as they are offered. */
export const dayWords = [
  'today',
  'yesterday',
  'this-week',
  'last-week',
  'this-month',
  'last-month',
  'this-year',
  'last-year',
  'last-7-days',
  'last-30-days',
] as const;
export type DayWord = (typeof dayWords)[number];

/** Null when it is no day, and none that is. A range has both of its ends in it, and one end may be missing. */
export function daysOf(text: string, today: string): Days | null {
  const [first = '', second, ...more] = text.toLowerCase().split('..');
  if (second === undefined) return periodOf(first, today);
  const from = first === '' ? null : periodOf(first, today);
  const until = second === '' ? null : periodOf(second, today);
  const isUnclear = (first !== '' && !from) || (second !== '' && !until) || (!from && !until);
  if (more.length > 0 || isUnclear) return null;
  const days = { from: from?.from ?? null, until: until?.until ?? null };
  return days.from !== null && days.until !== null && days.from >= days.until ? null : days;
}

type Period = { from: string; until: string };

function periodOf(text: string, today: string): Period | null {
  return calendarPeriod(text) ?? wordPeriod(text, today);
}

/** A year, a month or a day that the calendar has. */
function calendarPeriod(text: string): Period | null {
  const match = /^([1-9]\d{3})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(text);
  if (!match) return null;
  const [, year, month, day] = match.map(Number) as [number, number, number, number];
  if (match[2] === undefined) return { from: date(year, 1, 1), until: date(year + 1, 1, 1) };
  if (month < 1 || month > 12) return null;
  if (match[3] === undefined) return { from: date(year, month, 1), until: date(year, month + 1, 1) };
  if (day < 1 || day > lastOf(year, month)) return null;
  return { from: date(year, month, day), until: date(year, month, day + 1) };
}

function wordPeriod(text: string, today: string): Period | null {
  const [year, month, day] = today.split('-').map(Number) as [number, number, number];
  const days = (from: number, until: number) => ({
    from: date(year, month, day + from),
    until: date(year, month, day + until),
  });
  const months = (from: number) => ({
    from: date(year, month + from, 1),
    until: date(year, month + from + 1, 1),
  });
  const years = (from: number) => ({ from: date(year + from, 1, 1), until: date(year + from + 1, 1, 1) });
  // Weeks begin on Monday.
  const sinceMonday = (new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 6) % 7;
  switch (text) {
    case 'today':
      return days(0, 1);
    case 'yesterday':
      return days(-1, 0);
    case 'this-week':
      return days(-sinceMonday, 7 - sinceMonday);
    case 'last-week':
      return days(-sinceMonday - 7, -sinceMonday);
    case 'this-month':
      return months(0);
    case 'last-month':
      return months(-1);
    case 'this-year':
      return years(0);
    case 'last-year':
      return years(-1);
    default: {
      const count = Number(/^last-([1-9]\d{0,3})-days$/.exec(text)?.[1] ?? 0);
      return count > 0 ? days(1 - count, 1) : null; // today is one of them
    }
  }
}

/** Months and days may run over, as in `date(2026, 13, 1)`. */
function date(year: number, month: number, day: number): string {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}

function lastOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The day before or after another, `2026-03-01` and 1 → `2026-03-02`. */
export function dayBeside(day: string, later: number): string {
  const [year, month, date_] = day.split('-').map(Number) as [number, number, number];
  return date(year, month, date_ + later);
}
