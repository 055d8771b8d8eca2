// A promise's day and money as people read them.
import type { PromiseDetail } from '../../../contract/call.ts';
import { locale } from '../ui/format.ts';

/** `2026-11-30` → `Mon 30 Nov`, with the year when it is not this one. */
export function readableDay(day: string, length: 'short' | 'long' = 'short'): string {
  const at = new Date(`${day}T12:00:00`);
  const year = at.getFullYear() === new Date().getFullYear() && length === 'short' ? undefined : 'numeric';
  return new Intl.DateTimeFormat(locale(), { weekday: length, day: 'numeric', month: length, year }).format(
    at,
  );
}

/** `$120.00`; a currency nobody knows stands behind the number as it is. */
export function readableAmount({ value, currency }: NonNullable<PromiseDetail['amount']>): string {
  try {
    return new Intl.NumberFormat(locale(), { style: 'currency', currency }).format(value);
  } catch {
    return `${value} ${currency}`;
  }
}
