// Which rows of a long list are in view, where a row is, and where a key leads: arithmetic for rows of one fixed height.

export interface Viewport {
  scrollTop: number;
  heightPx: number;
  rowPx: number;
}

/** Rows drawn beyond the edges, so that a fast scroll does not show bare paper. */
export const rowsBeyond = 6;

/** The rows to draw: [first, end). */
export function rowsInView(
  { scrollTop, heightPx, rowPx }: Viewport,
  count: number,
): [first: number, end: number] {
  const first = Math.floor(scrollTop / rowPx) - rowsBeyond;
  const end = Math.ceil((scrollTop + heightPx) / rowPx) + rowsBeyond;
  return [Math.min(Math.max(0, first), count), Math.min(Math.max(0, end), count)];
}

/** How far to scroll so that a row is wholly in view; as it is when it is already. */
export function scrollToShow({ scrollTop, heightPx, rowPx }: Viewport, index: number): number {
  const top = index * rowPx;
  if (top < scrollTop) return top;
  return Math.max(scrollTop, top + rowPx - heightPx);
}

/** The row that a key leads to, or null when the key does not move. */
export function rowAfterKey(key: string, index: number, count: number, pageRows: number): number | null {
  if (count === 0) return null;
  const moved: Record<string, number> = {
    ArrowDown: index + 1,
    ArrowUp: index - 1,
    PageDown: index + pageRows,
    PageUp: index - pageRows,
    Home: 0,
    End: count - 1,
  };
  const to = moved[key];
  return to === undefined ? null : Math.min(Math.max(0, to), count - 1);
}
