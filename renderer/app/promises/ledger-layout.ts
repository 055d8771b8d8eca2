// Where everything in the ledger stands: groups of rows of one height, each under its heading. Arithmetic only.
import { ledgerGroups, type LedgerGroup } from '../../../contract/promises.ts';

export const headPx = 44;

export interface Section {
  group: LedgerGroup;
  /** Promises in it, shown or not. */
  count: number;
  open: boolean;
  /** Of its heading, from the top of the list. */
  topPx: number;
  /** Rows that are shown: none while it is closed. */
  rows: number;
}

export interface RowPlace {
  group: LedgerGroup;
  index: number;
}

/** Groups without promises are not there. */
export function sectionsOf(
  counts: Record<LedgerGroup, number>,
  closed: ReadonlySet<LedgerGroup>,
  rowPx: number,
): Section[] {
  let topPx = 0;
  return ledgerGroups
    .filter((group) => counts[group] > 0)
    .map((group) => {
      const open = !closed.has(group);
      const section = { group, count: counts[group], open, topPx, rows: open ? counts[group] : 0 };
      topPx += headPx + section.rows * rowPx;
      return section;
    });
}

/** Rows drawn beyond the edges, so that a fast scroll does not show bare paper. */
const beyond = 6;

/** The rows of a section that are to be drawn: [first, end). */
export function rowsInView(
  { topPx, rows }: Section,
  { scrollTop, heightPx, rowPx }: { scrollTop: number; heightPx: number; rowPx: number },
): [first: number, end: number] {
  const above = scrollTop - topPx - headPx;
  const first = Math.floor(above / rowPx) - beyond;
  const end = Math.ceil((above + heightPx) / rowPx) + beyond;
  return [Math.min(Math.max(0, first), rows), Math.min(Math.max(0, end), rows)];
}

/** How far to scroll so that a row is wholly in view, below the heading that stays at the top. */
export function scrollToShow(
  sections: readonly Section[],
  { group, index }: RowPlace,
  { scrollTop, heightPx, rowPx }: { scrollTop: number; heightPx: number; rowPx: number },
): number {
  const section = sections.find((each) => each.group === group);
  if (!section) return scrollTop;
  const top = section.topPx + headPx + index * rowPx;
  if (top - headPx < scrollTop) return top - headPx;
  return Math.max(scrollTop, top + rowPx - heightPx);
}

/** The row itself, or the nearest there is when it has gone: what follows comes up, else what was before it. Null when no row is shown. */
export function nearestRow(sections: readonly Section[], place: RowPlace): RowPlace | null {
  const shown = sections.filter(({ rows }) => rows > 0);
  const own = shown.find(({ group }) => group === place.group);
  if (own) return { group: own.group, index: Math.min(place.index, own.rows - 1) };
  const at = ledgerGroups.indexOf(place.group);
  const after = shown.find(({ group }) => ledgerGroups.indexOf(group) > at);
  if (after) return { group: after.group, index: 0 };
  const before = shown.at(-1);
  return before ? { group: before.group, index: before.rows - 1 } : null;
}

/** The row that a key leads to, over the edges of groups; null when the key does not move. */
export function rowAfterKey(
  sections: readonly Section[],
  key: string,
  place: RowPlace,
  pageRows: number,
): RowPlace | null {
  const steps: Record<string, number> = {
    ArrowDown: 1,
    ArrowUp: -1,
    PageDown: pageRows,
    PageUp: -pageRows,
    Home: -Infinity,
    End: Infinity,
  };
  const step = steps[key];
  const total = sections.reduce((sum, { rows }) => sum + rows, 0);
  if (step === undefined || total === 0) return null;
  let before = 0;
  for (const section of sections) {
    if (section.group === place.group) break;
    before += section.rows;
  }
  let left = Math.min(Math.max(0, before + place.index + step), total - 1);
  for (const { group, rows } of sections) {
    if (left < rows) return { group, index: left };
    left -= rows;
  }
  return null;
}
