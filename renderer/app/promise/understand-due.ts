// Finds the day by which something was promised: "within 5 working days", "by Friday", "end of the month", "in two weeks".
import { GB, casual } from 'chrono-node/en';
import type { ParsedResult } from 'chrono-node';
import { Temporal } from 'temporal-polyfill';
import type { Habits } from './habits.ts';

type Day = Temporal.PlainDate;

const numbers =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen twenty thirty'.split(
    ' ',
  );
const values = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 20, 30];
const aNumber = String.raw`(\d{1,3}|an?|${numbers.join('|')})`;
// Of "3 to 5 days" the last day counts.
const range = new RegExp(
  String.raw`\b${aNumber} ?(?:-|–|to|or) ?(?=${aNumber}[ -](?:\p{L}+[ -])?(?:day|week|month))`,
  'giu',
);
const workingDays = new RegExp(String.raw`\b${aNumber}[ -](?:working|business|week)[ -]?days?\b`, 'iu');
const fortnights = new RegExp(String.raw`\b${aNumber} fortnights?\b`, 'giu');
const dayOfMonth = /\b(?:the )?(\d{1,2})(?:st|nd|rd|th)\b/i;
const weekLater = /\b(\p{L}+day) week\b/iu;
const months = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
const monthName = new RegExp(String.raw`\b(?:${months})\p{L}*`, 'iu');
const wholeMonth = new RegExp(
  String.raw`^(?:(?:in|next|this) )*(?:month|(?:${months})\p{L}*)(?:,? \d{4})?$`,
  'iu',
);
const shortWeekdays = /^(?:on )?(?:sun|mon|tue|wed|thu|fri|sat)$/;

/**
 * The day as `2026-11-30`; null when none is named, or only one before `today` (a calendar date, the call's own day).
 * Of several the last counts: "called today, refund by Friday".
 */
export function understandDue(
  text: string,
  { today, weekend, monthFirst }: { today: string } & Pick<Habits, 'weekend' | 'monthFirst'>,
): string | null {
  const from = Temporal.PlainDate.from(today);
  const plain = text
    .replaceAll(range, '')
    .replaceAll(fortnights, (_, count: string) => `${numberOf(count) * 14} days`);
  const days = daysIn(plain, from, { weekend, monthFirst });
  const known = days.filter((day) => Temporal.PlainDate.compare(day, from) >= 0);
  return known.sort(Temporal.PlainDate.compare).at(-1)?.toString() ?? null;
}

function daysIn(
  text: string,
  from: Day,
  { weekend, monthFirst }: Pick<Habits, 'weekend' | 'monthFirst'>,
): Day[] {
  const worked = workingDays.exec(text)?.[1];
  if (worked) return [afterWorkingDays(from, numberOf(worked), weekend)];
  const later = weekLater.exec(text)?.[1];
  if (later) return spokenDays(later, from, monthFirst).map((day) => day.add({ days: 7 }));
  return [...spokenDays(text, from, monthFirst), ...ordinalDay(text, from)];
}

function spokenDays(text: string, from: Day, monthFirst: boolean): Day[] {
  // Noon: no change of clocks can turn it into another day.
  const instant = new Date(from.year, from.month - 1, from.day, 12);
  const parser = monthFirst ? casual : GB;
  return parser
    .parse(text, instant, { forwardDate: true })
    .filter((found) => isMeant(found, text))
    .map((found) => dayOf(found))
    .filter((day) => Temporal.PlainDate.compare(day, from.add({ years: 20 })) <= 0);
}

/** "I sat on hold" names no day, and neither does a time alone. */
function isMeant({ text, start, index }: ParsedResult, whole: string): boolean {
  if (shortWeekdays.test(text))
    return (
      /\b(?:by|next|this|until|before|on) (?:on )?$/i.test(whole.slice(0, index)) || text.startsWith('on ')
    );
  return start.isCertain('day') || start.isCertain('weekday') || start.isCertain('month');
}

/** Of a month that is named without a day, the last one. */
function dayOf({ text, start }: ParsedResult): Day {
  const at = start.date();
  const parts = { year: at.getFullYear(), month: at.getMonth() + 1, day: at.getDate() };
  const day = Temporal.PlainDate.from(parts);
  return wholeMonth.test(text.trim()) ? day.with({ day: day.daysInMonth }) : day;
}

/** "the 15th": the next one. */
function ordinalDay(text: string, from: Day): Day[] {
  const day = Number(dayOfMonth.exec(text)?.[1] ?? 0);
  if (day < 1 || day > 31 || monthName.test(text)) return [];
  const next = [0, 1, 2]
    .map((ahead) => from.with({ day: 1 }).add({ months: ahead }))
    .filter((month) => month.daysInMonth >= day)
    .map((month) => month.with({ day }))
    .find((candidate) => Temporal.PlainDate.compare(candidate, from) >= 0);
  return next ? [next] : [];
}

/** The day on which the count of worked days after `from` is full. Public holidays are not known here. */
function afterWorkingDays(from: Day, count: number, weekend: readonly number[]): Day {
  let day = from;
  for (let left = count; left > 0;) {
    day = day.add({ days: 1 });
    if (!weekend.includes(day.dayOfWeek)) left -= 1;
  }
  return day;
}

function numberOf(word: string): number {
  if (/^an?$/i.test(word)) return 1;
  return /^\d+$/.test(word) ? Number(word) : (values[numbers.indexOf(word.toLowerCase())] ?? 0);
}
