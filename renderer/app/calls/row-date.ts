// The day and time of a row, remembered: making a formatter costs more than all else in a row, and rows share days.
import { shortDate, timeOfDay } from '../ui/format.ts';

const days = new Map<string, string>();
const times = new Map<number, string>();

/** `23 Nov` and `14:05`. */
export function rowDate(ms: number): { day: string; time: string } {
  const at = new Date(ms);
  // The year is written when it is not this one.
  const dayKey = `${at.toDateString()} ${new Date().getFullYear()}`;
  const minuteOfDay = at.getHours() * 60 + at.getMinutes();
  return {
    day: remembered(days, dayKey, () => shortDate(ms)),
    time: remembered(times, minuteOfDay, () => timeOfDay(ms)),
  };
}

function remembered<Key>(known: Map<Key, string>, key: Key, make: () => string): string {
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = make();
  known.set(key, made);
  return made;
}
