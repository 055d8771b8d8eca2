// The user's own calendar day.

/** `2026-11-23`, by the clock on this machine. */
export function localDay(nowMs: number): string {
  const at = new Date(nowMs);
  return new Date(nowMs - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}
