// Reads the Range header of a request (RFC 9110, section 14).

/** One span of bytes, both ends included; null for what is no such range and is to be ignored. */
export function parseRange(
  range: string,
  size: number,
): { start: number; end: number } | 'unsatisfiable' | null {
  const [, from, to] = /^bytes=(\d*)-(\d*)$/.exec(range.trim()) ?? [];
  if (from === undefined || to === undefined || (from === '' && to === '')) return null;
  if (from === '') {
    if (Number(to) === 0 || size === 0) return 'unsatisfiable';
    return { start: Math.max(0, size - Number(to)), end: size - 1 };
  }
  const start = Number(from);
  const end = to === '' ? size - 1 : Math.min(Number(to), size - 1);
  if (start >= size) return 'unsatisfiable';
  return end < start ? null : { start, end };
}
