// Only rows near the view are drawn, and all that are in it.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rowAfterKey, rowsInView, scrollToShow } from '../../../../renderer/app/list/rows-in-view.ts';

const view = (scrollTop: number) => ({ scrollTop, heightPx: 600, rowPx: 60 });

describe('rowsInView', () => {
  test('draws the view and a little beyond', () => {
    expect(rowsInView(view(0), 100_000)).toEqual([0, 16]);
    expect(rowsInView(view(3_000_000), 100_000)).toEqual([49_994, 50_016]);
    expect(rowsInView(view(5_999_400), 100_000)).toEqual([99_984, 100_000]);
    expect(rowsInView(view(0), 0)).toEqual([0, 0]);
    expect(rowsInView(view(0), 3)).toEqual([0, 3]);
  });

  test('law: every row in view is drawn, and never many more', () => {
    fc.assert(
      fc.property(fc.nat(6_000_000), fc.nat(100_000), (scrollTop, count) => {
        const [first, end] = rowsInView(view(scrollTop), count);
        expect(first).toBeLessThanOrEqual(Math.min(count, Math.floor(scrollTop / 60)));
        expect(end).toBeGreaterThanOrEqual(Math.min(count, Math.ceil((scrollTop + 600) / 60)));
        expect(end - first).toBeLessThanOrEqual(24);
      }),
    );
  });
});

describe('scrollToShow', () => {
  test('moves no more than it must', () => {
    expect(scrollToShow(view(600), 12)).toBe(600);
    expect(scrollToShow(view(600), 3)).toBe(180);
    expect(scrollToShow(view(600), 30)).toBe(1260);
  });
});

describe('rowAfterKey', () => {
  test('moves by one, by a page, to the ends, and stays inside', () => {
    expect(rowAfterKey('ArrowDown', 4, 10, 5)).toBe(5);
    expect(rowAfterKey('ArrowUp', 0, 10, 5)).toBe(0);
    expect(rowAfterKey('PageDown', 7, 10, 5)).toBe(9);
    expect(rowAfterKey('PageUp', 7, 10, 5)).toBe(2);
    expect(rowAfterKey('Home', 7, 10, 5)).toBe(0);
    expect(rowAfterKey('End', 7, 10, 5)).toBe(9);
  });

  test('leaves other keys, and an empty list, alone', () => {
    expect(rowAfterKey('a', 4, 10, 5)).toBeNull();
    expect(rowAfterKey('ArrowDown', 0, 0, 5)).toBeNull();
  });
});
