// Finds the day by which something was promised: "within 5 working days", "by Friday", "end of the month", "in two weeks".
import { GB, casual } from 'chrono-node/en';
import type { ParsedResult } from 'chrono-node';
import { Temporal } from 'temporal-polyfill';
import type { Habits } from './habits.ts';
import { aNumber, inPlainWords, months, numberOf } from './plain-days.ts';

type Day = Temporal.PlainDate;

const workingDays = new RegExp(String.raw`\b${aNumber}[ -](?:working|business|week)[ -]?days?\b`, 'iu');
// Not of what else is counted so: "2nd line", "1st floor".
const dayOfMonth =
  /\b(?:the )?(\d{1,2})(?:st|nd|rd|th)\b(?! (?:line|part(?:y|ies)|floor|level|tier|time|class|step|stage|attempt|call|letter|person|agent|century))/i;
const weekLater = /\b(\p{L}+day) week\b/iu;
const weeksFromDay = new RegExp(String.raw`\b${aNumber} weeks? (?:on|from|after) (\p{L}+day)\b`, 'iu');
const monthsAhead = new RegExp(
  String.raw`^(?:(?:in|within|for|after|about|the|next) )*${aNumber} months?(?: from now|’? time|'? time)?$`,
  'i',
);
/** "$40 a month", "later in the month". */
const unitAlone = /^(?:an?|(?:in )?the) (?:day|week|month|year)$/i;
const counted = /(?:[\d$£€]|\b(?:dollars?|euros?|pounds?|quid|bucks|cents?|once|twice|times))\s*$/iu;
const monthName = new RegExp(String.raw`\b(?:${months})\p{L}*`, 'iu');
const wholeMonth = new RegExp(
  String.raw`^(?:(?:in|next|this) )*(?:month|(?:${months})\p{L}*)(?:,? \d{4})?$`,
  'iu',
);
const shortWeekdays = /^(?:on )?(?:sun|mon|tue|wed|thu|fri|sat)$/;

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
  const plain = inPlainWords(text, from, { weekend, monthFirst });
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
  const weeks = weeksFromDay.exec(text);
  if (weeks)
    return spokenDays(weeks[2]!, from, monthFirst).map((day) => day.add({ weeks: numberOf(weeks[1]!) }));
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
    .map((found) => dayOf(found, from))
    .filter((day) => Temporal.PlainDate.compare(day, from.add({ years: 20 })) <= 0);
}

/** "I sat on hold" names no day, and neither does a time alone. */
function isMeant({ text, start, index }: ParsedResult, whole: string): boolean {
  if (unitAlone.test(text) && (!/^an?/i.test(text) || counted.test(whole.slice(0, index)))) return false;
  if (shortWeekdays.test(text))
    return (
      /\b(?:by|next|this|until|before|on) (?:on )?$/i.test(whole.slice(0, index)) || text.startsWith('on ')
    );
  return namesDay(start);
}

const namesDay = (at: ParsedResult['start']) =>
  at.isCertain('day') || at.isCertain('weekday') || at.isCertain('month');

/** Of a month that is named without a day, the last one; of several days, too. */
function dayOf({ text, start, end }: ParsedResult, from: Day): Day {
  const ahead = monthsAhead.exec(text.trim())?.[1];
  // Chrono's month from 31 January ends in March.
  if (ahead) return from.add({ months: numberOf(ahead) });
  const at = (end && namesDay(end) ? end : start).date();
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
