// What the words of a promise say of its day and its money, and what of that is still to be accepted.
import type { PromiseDetail } from '../../../contract/call.ts';
import { dayAt, type Day } from '../../../contract/day.ts';
import { habitsOf, type Habits } from './habits.ts';
import { understandAmount } from './understand-amount.ts';
import { understandDue } from './understand-due.ts';

export type Suggestion = Partial<Pick<PromiseDetail, 'due' | 'amount'>>;

/** Only what the promise does not say yet. `day`: the call's own calendar date. */
export function suggestionFor(
  promise: PromiseDetail,
  text: string,
  day: string,
  habits: Habits = habitsOf(),
): Suggestion {
  const due = promise.due === null ? understandDue(text, { today: day, ...habits }) : null;
  const amount = promise.amount === null ? understandAmount(text, habits) : null;
  return { ...(due && { due }), ...(amount && { amount }) };
}

/** The calendar date of an instant where the call was made. */
export function dayOf(startedAtMs: number, utcOffsetMinutes: number): string {
  return new Date(startedAtMs + utcOffsetMinutes * 60_000).toISOString().slice(0, 10);
}

/** The user's own calendar date. */
export const today = (): Day => dayAt(Date.now());
