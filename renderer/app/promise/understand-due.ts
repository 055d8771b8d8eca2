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

const tens: Record<string, number> = { twenty: 20, thirty: 30, forty: 40, sixty: 60, ninety: 90 };
const compound = new RegExp(
  String.raw`\b(${Object.keys(tens).join('|')})[ -](${numbers.slice(0, 9).join('|')})\b`,
  'giu',
);
const nextWorkingDay = /\bnext (?=(?:working|business) day\b)/gi;
const middle = new RegExp(String.raw`\bmid(?:dle of)?[ -](?=(?:${months})\p{L}*\b)`, 'giu');
const lastWeekday = /\blast (?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b/gi;
const endOfWeek = /\bend of (?:the |this )?(next )?week\b/i;
const endOfYear = /\bend of (?:the |this )?(next )?year\b/i;
const endOfDay = /\bby (?:the )?(?:end|close) of (?:the )?(?:day|business|play)\b/i;

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
    .replaceAll(compound, (_, ten: string, one: string) =>
      String((tens[ten.toLowerCase()] ?? 0) + numberOf(one)),
    )
    .replaceAll(nextWorkingDay, '1 ')
    .replaceAll(middle, '15 ')
    .replaceAll(lastWeekday, '')
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
  const worked = workingDays.exec(text);
  if (worked?.[1]) {
    // "5 working days from Monday": the rest says where the count begins.
    const rest = /^ (?:of|from|after) (.*)$/is.exec(text.slice(worked.index + worked[0].length))?.[1];
    const [first = from] = rest ? spokenDays(rest, from, monthFirst) : [];
    return [afterWorkingDays(first, numberOf(worked[1]), weekend)];
  }
  const week = endOfWeek.exec(text);
  if (week) return [lastWorkingDay(from, weekend).add({ days: week[1] ? 7 : 0 })];
  const year = endOfYear.exec(text);
  if (year) return [Temporal.PlainDate.from({ year: from.year + (year[1] ? 1 : 0), month: 12, day: 31 })];
  const later = weekLater.exec(text)?.[1];
  if (later) return spokenDays(later, from, monthFirst).map((day) => day.add({ days: 7 }));
  const days = [...spokenDays(text, from, monthFirst), ...ordinalDay(text, from)];
  return days.length === 0 && endOfDay.test(text) ? [from] : days;
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

/** The last worked day of the week that `from` is in; on a weekend, of the one to come. */
function lastWorkingDay(from: Day, weekend: readonly number[]): Day {
  const isWorked = (day: Day) => !weekend.includes(day.dayOfWeek);
  const ahead = [0, 1, 2, 3, 4, 5, 6, 7].map((days) => from.add({ days }));
  return ahead.find((day) => isWorked(day) && !isWorked(day.add({ days: 1 }))) ?? from;
}

function numberOf(word: string): number {
  if (/^an?$/i.test(word)) return 1;
  return /^\d+$/.test(word) ? Number(word) : (values[numbers.indexOf(word.toLowerCase())] ?? 0);
}
