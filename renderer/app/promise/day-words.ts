// How far away a day is, in words: `today`, `in 5 days`, `2 weeks ago`.
import { daysBetween, type Day } from '../../../contract/day.ts';
import { locale } from '../ui/format.ts';

/** In the unit in which people count such a distance. */
export function dayDistance(day: Day, today: Day, language = locale()): string {
  const days = daysBetween(today, day);
  const say = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const far = Math.abs(days);
  if (far < 14) return say.format(days, 'day');
  if (far < 60) return say.format(Math.trunc(days / 7), 'week');
  if (far < 730) return say.format(Math.trunc(days / 30.44), 'month');
  return say.format(Math.trunc(days / 365.25), 'year');
}
