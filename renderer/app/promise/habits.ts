// What the user's part of the world takes for granted: which days are worked, which number of a date is the month, whose dollar.
import { locale } from '../ui/format.ts';

export interface Habits {
  /** ISO weekdays, Monday 1 to Sunday 7. */
  weekend: readonly number[];
  /** 03/04 is the 4th of March. */
  monthFirst: boolean;
  /** What `$` and `kr` stand for. */
  dollar: string;
  krone: string;
}

interface WeekInfo {
  weekend: number[];
}
/** The engine's own knowledge, under the name of its age. */
type Regional = Intl.Locale & { weekInfo?: WeekInfo; getWeekInfo?: () => WeekInfo };

const dollars: Record<string, string> = {
  AU: 'AUD',
  CA: 'CAD',
  HK: 'HKD',
  MX: 'MXN',
  NZ: 'NZD',
  SG: 'SGD',
  TW: 'TWD',
};
const krones: Record<string, string> = { DK: 'DKK', NO: 'NOK', IS: 'ISK' };

const known = new Map<string, Habits>();

/** `language`: a BCP 47 tag with a region, such as `en-GB`; without one the likeliest region is taken. */
export function habitsOf(language = locale()): Habits {
  const before = known.get(language);
  if (before) return before;
  const habits = lookUp(language);
  known.set(language, habits);
  return habits;
}

/** Slow: asks the engine for what it knows of the region. */
function lookUp(language: string): Habits {
  const regional: Regional = new Intl.Locale(language).maximize();
  const weekend = (regional.getWeekInfo?.() ?? regional.weekInfo)?.weekend ?? [6, 7];
  const order = new Intl.DateTimeFormat(language).formatToParts(0).map(({ type }) => type);
  return {
    weekend,
    monthFirst: order.indexOf('month') < order.indexOf('day') && order[0] !== 'year',
    dollar: dollars[regional.region ?? ''] ?? 'USD',
    krone: krones[regional.region ?? ''] ?? 'SEK',
  };
}
