// Which promises the user is to be reminded of today, and in which words. Pure: knows no clock and shows nothing.
import { addDays, daysBetween, type Day } from '../../../contract/day.ts';
import type { Translate } from '../strings.ts';

/** `due`: on its day. `after`: once more when that day has passed. */
export type ReminderKind = 'due' | 'after';

export interface DatedPromise {
  callId: string;
  markId: string;
  due: Day;
  /** The day of the call: who was promised something this morning for today knows it. */
  madeOn: Day;
  company: string;
  text: string;
}

/** What has been said, by promise, its day and kind: a promise that gets another day is spoken of anew. */
export interface Said {
  callId: string;
  markId: string;
  due: Day;
  kind: ReminderKind;
}

export interface Reminder {
  kind: ReminderKind;
  promise: DatedPromise;
}

/** A computer that was off the day after says it on the first day it is on, within a week; older ones are left in the ledger. */
const daysAfter = 7;
export const firstDayReminded = (today: Day): Day => addDays(today, -daysAfter);

/** `promises`: open ones; those of other days are passed over. */
export function dueReminders(
  promises: readonly DatedPromise[],
  today: Day,
  said: readonly Said[],
): Reminder[] {
  const known = new Set(said.map(keyOf));
  return promises.flatMap((promise) => {
    const kind = kindOf(promise, today);
    return kind === null || known.has(keyOf({ ...promise, kind })) ? [] : [{ kind, promise }];
  });
}

function kindOf({ due, madeOn }: DatedPromise, today: Day): ReminderKind | null {
  const days = daysBetween(due, today);
  if (days === 0) return madeOn === today ? null : 'due';
  return days > 0 && days <= daysAfter ? 'after' : null;
}

const keyOf = ({ callId, markId, due, kind }: Said) => [callId, markId, due, kind].join(' ');

const mostLines = 3;

/** One notice for all of them. `readable` says a day as people do. */
export function noticeOf(
  reminders: readonly [Reminder, ...Reminder[]],
  today: Day,
  t: Translate,
  readable: (day: Day) => string,
): { title: string; body: string } {
  const [first, ...others] = reminders;
  if (others.length === 0) return { title: titleOfOne(first, today, t, readable), body: wordsOf(first, t) };
  const of = (kind: ReminderKind) => reminders.filter((each) => each.kind === kind).length;
  const due = of('due') > 0 ? t('promises:reminder.severalDue', { count: of('due') }) : '';
  const after = of('after') > 0 ? t('promises:reminder.severalAfter', { count: of('after') }) : '';
  const more = reminders.length - mostLines;
  const lines = reminders.slice(0, mostLines).map((each) => lineOf(each, t));
  return {
    title: due && after ? t('promises:reminder.both', { due, after }) : due || after,
    body: [...lines, more > 0 ? t('promises:reminder.more', { count: more }) : ''].filter(Boolean).join('\n'),
  };
}

function titleOfOne(
  { kind, promise: { company, due } }: Reminder,
  today: Day,
  t: Translate,
  readable: (day: Day) => string,
): string {
  const day = daysBetween(due, today) === 1 ? t('promises:reminder.yesterday') : readable(due);
  return company
    ? t(`promises:reminder.${kind}`, { company, day })
    : t(`promises:reminder.${kind}Nobody`, { day });
}

const wordsOf = ({ promise }: Reminder, t: Translate) => promise.text || t('promises:wordless');

function lineOf(reminder: Reminder, t: Translate): string {
  const what = wordsOf(reminder, t);
  const { company } = reminder.promise;
  return company ? t('promises:reminder.line', { company, what }) : what;
}
