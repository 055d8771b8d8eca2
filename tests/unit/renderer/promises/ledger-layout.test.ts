// Where rows stand and where keys lead: no row is lost, whatever is open and wherever the list is scrolled to.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ledgerGroups, type LedgerGroup } from '../../../../contract/promises.ts';
import {
  headPx,
  nearestRow,
  rowAfterKey,
  rowsInView,
  scrollToShow,
  sectionsOf,
  type RowPlace,
} from '../../../../renderer/app/promises/ledger-layout.ts';

const rowPx = 64;
const counts = (overdue: number, week: number, later: number, undated: number, decided: number) => ({
  overdue,
  week,
  later,
  undated,
  decided,
});
const closed = (...groups: LedgerGroup[]) => new Set(groups);

test('groups stand below each other; empty ones are not there, and closed ones are their heading alone', () => {
  expect(sectionsOf(counts(2, 0, 1, 0, 9), closed('decided'), rowPx)).toEqual([
    { group: 'overdue', count: 2, open: true, topPx: 0, rows: 2 },
    { group: 'later', count: 1, open: true, topPx: headPx + 2 * rowPx, rows: 1 },
    { group: 'decided', count: 9, open: false, topPx: 2 * headPx + 3 * rowPx, rows: 0 },
  ]);
});

test('arrows go over the edges of groups, and no further than the ends', () => {
  const sections = sectionsOf(counts(2, 0, 2, 0, 9), closed('decided'), rowPx);
  const from = (group: LedgerGroup, index: number) => ({ group, index });
  expect(rowAfterKey(sections, 'ArrowDown', from('overdue', 1), 5)).toEqual(from('later', 0));
  expect(rowAfterKey(sections, 'ArrowUp', from('later', 0), 5)).toEqual(from('overdue', 1));
  expect(rowAfterKey(sections, 'ArrowUp', from('overdue', 0), 5)).toEqual(from('overdue', 0));
  expect(rowAfterKey(sections, 'PageDown', from('overdue', 0), 5)).toEqual(from('later', 1));
  expect(rowAfterKey(sections, 'End', from('overdue', 0), 5)).toEqual(from('later', 1));
  expect(rowAfterKey(sections, 'Home', from('later', 1), 5)).toEqual(from('overdue', 0));
  expect(rowAfterKey(sections, 'x', from('later', 1), 5)).toBeNull();
  expect(rowAfterKey([], 'Home', from('later', 1), 5)).toBeNull();
});

test('when a row has gone the next is in hand, else the one before it', () => {
  const sections = sectionsOf(counts(2, 0, 3, 0, 9), closed('decided'), rowPx);
  expect(nearestRow(sections, { group: 'overdue', index: 2 })).toEqual({ group: 'overdue', index: 1 });
  expect(nearestRow(sections, { group: 'week', index: 0 })).toEqual({ group: 'later', index: 0 });
  expect(nearestRow(sections, { group: 'undated', index: 0 })).toEqual({ group: 'later', index: 2 });
  expect(
    nearestRow(sectionsOf(counts(0, 0, 0, 0, 3), closed('decided'), rowPx), { group: 'week', index: 0 }),
  ).toBeNull();
});

const anyList = fc
  .record({
    counts: fc.tuple(
      ...([1, 2, 3, 4, 5].map(() => fc.nat(200)) as [
        fc.Arbitrary<number>,
        fc.Arbitrary<number>,
        fc.Arbitrary<number>,
        fc.Arbitrary<number>,
        fc.Arbitrary<number>,
      ]),
    ),
    shut: fc.subarray([...ledgerGroups]),
    heightPx: fc.integer({ min: 200, max: 1200 }),
    scroll: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ counts: five, shut, heightPx, scroll }) => {
    const sections = sectionsOf(counts(...five), new Set(shut), rowPx);
    const last = sections.at(-1);
    const wholePx = last ? last.topPx + headPx + last.rows * rowPx : 0;
    return { sections, heightPx, scrollTop: Math.max(0, wholePx - heightPx) * scroll };
  });

test('every row that any part of the window shows is drawn, and only some more', () => {
  fc.assert(
    fc.property(anyList, ({ sections, heightPx, scrollTop }) => {
      let drawn = 0;
      for (const section of sections) {
        const [first, end] = rowsInView(section, { scrollTop, heightPx, rowPx });
        drawn += end - first;
        for (let index = 0; index < section.rows; index += 1) {
          const top = section.topPx + headPx + index * rowPx;
          const isSeen = top + rowPx > scrollTop && top < scrollTop + heightPx;
          if (isSeen) expect(index >= first && index < end).toBe(true);
        }
      }
      expect(drawn).toBeLessThanOrEqual(heightPx / rowPx + 2 + ledgerGroups.length * 14);
    }),
  );
});

test('stepping through the list meets every row once, each wholly in view below the heading that stays', () => {
  fc.assert(
    fc.property(anyList, ({ sections, heightPx, scrollTop }) => {
      const total = sections.reduce((sum, { rows }) => sum + rows, 0);
      fc.pre(total > 0);
      let place: RowPlace = rowAfterKey(sections, 'Home', { group: 'overdue', index: 0 }, 1)!;
      let at = scrollToShow(sections, place, { scrollTop, heightPx, rowPx });
      const met = new Set<string>();
      for (let step = 0; step < total; step += 1) {
        met.add(`${place.group} ${place.index}`);
        const { group, index } = place;
        const top = sections.find((each) => each.group === group)!.topPx + headPx + index * rowPx;
        expect(top - headPx).toBeGreaterThanOrEqual(at);
        expect(top + rowPx).toBeLessThanOrEqual(at + heightPx);
        place = rowAfterKey(sections, 'ArrowDown', place, 1)!;
        at = scrollToShow(sections, place, { scrollTop: at, heightPx, rowPx });
      }
      expect(met.size).toBe(total);
    }),
    { numRuns: 30 },
  );
});
