// How to tell without reading it that a file is still the one that was read before.

/** Time of change and size: `1764000000000.12-4211`. Differs whenever the file was replaced or changed. */
export type Stamp = string;

export function stampOf({ mtimeMs, size }: { mtimeMs: number; size: number }): Stamp {
  return `${mtimeMs}-${size}`;
}
