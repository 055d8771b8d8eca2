// Words for days that chrono takes for others, or for none, put into words that it knows: "15th of next month", "Dec 31".
import { Temporal } from 'temporal-polyfill';
import type { Habits } from './habits.ts';

type Day = Temporal.PlainDate;

const numbers =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen twenty thirty'.split(
    ' ',
  );
const values = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 20, 30];
/** A count as it is said, in a group of its own. */
export const aNumber = String.raw`(\d{1,3}|an?|${numbers.join('|')})`;

export function numberOf(word: string): number {
  if (/^an?$/i.test(word)) return 1;
  return /^\d+$/.test(word) ? Number(word) : (values[numbers.indexOf(word.toLowerCase())] ?? 0);
}

export const months = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
const aMonth =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const aWeekday = '(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?';

// Of "3 to 5 days" the last day counts.
const range = new RegExp(
  String.raw`\b${aNumber} ?(?:-|–|to|or) ?(?=${aNumber}[ -](?:\p{L}+[ -])?(?:day|week|month))`,
  'giu',
);
const tens: Record<string, number> = { twenty: 20, thirty: 30, forty: 40, sixty: 60, ninety: 90 };
const compound = new RegExp(
  String.raw`\b(${Object.keys(tens).join('|')})[ -](${numbers.slice(0, 9).join('|')})\b`,
  'giu',
);
const fortnights = new RegExp(String.raw`\b${aNumber} fortnights?\b`, 'giu');
const nextWorkingDay = /\bnext (?=(?:working|business) day\b)/gi;
const middle = new RegExp(String.raw`\bmid(?:dle of)?[ -](?=(?:${months})\p{L}*\b)`, 'giu');
const firstWeek = new RegExp(String.raw`\b(?:the )?first week (?:of|in) (?=${aMonth}\b)`, 'giu');
const weekdayOfMonth = new RegExp(
  String.raw`\b(?:the )?last ${aWeekday} (?:of|in) (?:the|this|next) month\b`,
  'gi',
);
const lastWeekday = new RegExp(String.raw`\blast ${aWeekday}\b`, 'gi');
const allTheTime = /\b24\/7\b/g;
const afterTomorrow = /\b(?:the )?day after tomorrow\b/gi;
const weekAfterNext = /\b(?:the )?week after next\b/gi;
const afterWeekend = /\bafter the weekend\b/gi;
const dayInMonth =
  /\b(?:the )?(?:(first)|(\d{1,2})(?:st|nd|rd|th)) (?:day )?of (the|this|next|the next) month\b/gi;
// Where the day comes first, chrono takes the 31 of "Dec 31" for a year.
const dayBehindMonth = new RegExp(
  String.raw`(?<!\d(?:st|nd|rd|th)? (?:of )?)\b(${aMonth})\.? (\d{1,2}(?: ?[-–] ?\d{1,2})?)(?![\d:]|st\b|nd\b|rd\b|th\b| ?[ap]\.?m\b)(?:,(?= ?\d{4}\b)|(,? (?=\d{1,2}(?:[:.]\d\d| ?[ap]\.?m\b))))?`,
  'giu',
);

export function inPlainWords(
  text: string,
  from: Day,
  { weekend, monthFirst }: Pick<Habits, 'weekend' | 'monthFirst'>,
): string {
  const plain = text
    .replaceAll(compound, (_, ten: string, one: string) =>
      String((tens[ten.toLowerCase()] ?? 0) + numberOf(one)),
    )
    .replaceAll(nextWorkingDay, '1 ')
    .replaceAll(firstWeek, '7 ')
    .replaceAll(middle, '15 ')
    .replaceAll(weekdayOfMonth, '')
    .replaceAll(lastWeekday, '')
    .replaceAll(allTheTime, '')
    .replaceAll(afterTomorrow, 'in 2 days')
    .replaceAll(weekAfterNext, 'in 14 days')
    .replaceAll(afterWeekend, () => afterDaysOff(from, weekend).toString())
    .replaceAll(dayInMonth, (_, first: string | undefined, day: string, which: string) =>
      inMonth(from, first ? 1 : Number(day), which.toLowerCase()).toString(),
    )
    .replaceAll(range, '')
    .replaceAll(fortnights, (_, count: string) => `${numberOf(count) * 14} days`);
  if (monthFirst) return plain;
  return plain.replaceAll(
    dayBehindMonth,
    (_, month: string, day: string, beforeTime?: string) => `${day} ${month}${beforeTime ? ' at ' : ''}`,
  );
}

/** "the month" without more is the one in which that day is still to come. */
function inMonth(from: Day, day: number, which: string): Day {
  const isNext = which.endsWith('next') || (which === 'the' && day < from.day);
  return from.add({ months: isNext ? 1 : 0 }).with({ day: Math.max(1, day) });
}

function afterDaysOff(from: Day, weekend: readonly number[]): Day {
  const days = Array.from({ length: 15 }, (_, ahead) => from.add({ days: ahead }));
  const isOff = (day: Day) => weekend.includes(day.dayOfWeek);
  const first = days.findIndex(isOff);
  return days.slice(Math.max(0, first)).find((day) => !isOff(day)) ?? from;
}
