// Calendar dates as text, `2026-11-30`, in the user's own zone. Pure: no clock is read here.

/** Sorts and compares as text. */
export type Day = string;

/** The date that the clock on the wall shows at this moment, where this program runs. */
export function dayAt(ms: number): Day {
  const at = new Date(ms);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${String(at.getFullYear()).padStart(4, '0')}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

const dayMs = 86_400_000;
/** By UTC, whose days all have 24 hours: dates have no clock that could be put forward. */
const midnight = (day: Day) => Date.parse(`${day}T00:00:00Z`);

export function addDays(day: Day, days: number): Day {
  return new Date(midnight(day) + days * dayMs).toISOString().slice(0, 10);
}

/** How many days after `from` the day `to` is; negative when it is before. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((midnight(to) - midnight(from)) / dayMs);
}
