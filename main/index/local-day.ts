// Calendar dates on the clock of this machine.

/** Midnight of `2026-11-23` as epoch ms; where the clock skips midnight, the first moment after. */
export function startOfDay(date: string): number {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  return new Date(year, month - 1, day).getTime();
}

/** The date of an instant: `2026-11-23`. */
export function localDay(atMs: number): string {
  const at = new Date(atMs);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}
