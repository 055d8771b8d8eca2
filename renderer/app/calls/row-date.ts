// The day and time of a row, by formatters that are made once: they are given the user's own clock as if it were UTC.
import { locale } from '../ui/format.ts';
import { dateFormat } from '../ui/formatters.ts';

const day = { day: 'numeric', month: 'short', timeZone: 'UTC' } as const;
const dayAndYear = { ...day, year: 'numeric' } as const;
const time = { hour: '2-digit', minute: '2-digit', timeZone: 'UTC' } as const;

/** `23 Nov`, with the year when it is not this one, and `14:05`. */
export function rowDate(ms: number): { day: string; time: string } {
  const at = new Date(ms);
  const shown = Date.UTC(at.getFullYear(), at.getMonth(), at.getDate(), at.getHours(), at.getMinutes());
  const isThisYear = at.getFullYear() === new Date().getFullYear();
  return {
    day: dateFormat(locale(), isThisYear ? day : dayAndYear).format(shown),
    time: dateFormat(locale(), time).format(shown),
  };
}
