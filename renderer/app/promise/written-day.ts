// What stands in a box for a date, once it is one.

/** Null when the box is empty; undefined while it holds half a date, or one that is still being typed. */
export function writtenDay({
  value,
  validity,
}: {
  value: string;
  validity: { badInput: boolean };
}): string | null | undefined {
  if (validity.badInput) return undefined;
  if (value === '') return null;
  // The 2 of 2026 is a whole date too, of the year 2.
  return value >= '1900' && value.length === 10 ? value : undefined;
}
