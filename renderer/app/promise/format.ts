// A promise's day and money as people read them.
import type { PromiseDetail } from '../../../contract/call.ts';
import { locale } from '../ui/format.ts';
import { dateFormat, numberFormat } from '../ui/formatters.ts';

/** `2026-11-30` → `Mon 30 Nov`, with the year when it is not this one. */
export function readableDay(day: string, length: 'short' | 'long' = 'short'): string {
  const isThisYear = Number(day.slice(0, 4)) === new Date().getFullYear();
  const year = isThisYear && length === 'short' ? undefined : 'numeric';
  // Noon in UTC, read in UTC: the words are of the calendar date itself, whatever zone the user is in.
  const options = { weekday: length, day: 'numeric', month: length, year, timeZone: 'UTC' } as const;
  return dateFormat(locale(), options).format(new Date(`${day}T12:00:00Z`));
}

/** `$120.00`; a currency nobody knows stands behind the number as it is. */
export function readableAmount({ value, currency }: NonNullable<PromiseDetail['amount']>): string {
  try {
    return numberFormat(locale(), { style: 'currency', currency }).format(value);
  } catch {
    return `${value} ${currency}`;
  }
}
