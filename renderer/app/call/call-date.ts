// When a call was, by the clock that hung on the caller's wall.
import type { Call } from '../../../contract/call.ts';
import { dateTime } from '../ui/format.ts';

interface CallDate {
  /** `Mon 23 Nov 2026, 14:05` */
  date: string;
  /** Whose time that is, where it is not the reader's own: `New York`; else null. */
  place: string | null;
}

export function callDate({ startedAt, timeZone }: Pick<Call, 'startedAt' | 'timeZone'>): CallDate {
  const startedAtMs = Date.parse(startedAt);
  const here = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (timeZone === here || !isKnown(timeZone)) return { date: dateTime(startedAtMs), place: null };
  const place = timeZone.split('/').at(-1)?.replaceAll('_', ' ') ?? timeZone;
  return { date: dateTime(startedAtMs, timeZone), place };
}

function isKnown(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return timeZone !== '';
  } catch {
    return false;
  }
}
