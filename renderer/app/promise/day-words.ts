// How far away a day is, in words: `today`, `in 5 days`, `2 weeks ago`.
import { daysBetween, type Day } from '../../../contract/day.ts';
import { locale } from '../ui/format.ts';

/** In the unit in which people count such a distance. */
export function dayDistance(day: Day, today: Day, language = locale()): string {
  const days = daysBetween(today, day);
  const far = Math.abs(days);
  if (far < 14) return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(days, 'day');
  // Counted, not named: what is six weeks away need not be in the next month.
  const counted = new Intl.RelativeTimeFormat(language, { numeric: 'always' });
  if (far < 70) return counted.format(Math.trunc(days / 7), 'week');
  if (far < 700) return counted.format(Math.round(days / 30.44), 'month');
  return counted.format(Math.round(days / 365.25), 'year');
}
