import { expect, test } from 'vitest';
import { minuteTicks } from '../../../../renderer/app/company/minute-ticks.ts';

test.each([
  [0, [0, 1]],
  [0.4, [0, 1]],
  [4, [0, 1, 2, 3, 4]],
  [5, [0, 2, 4, 6]],
  [52, [0, 15, 30, 45, 60]],
  [100, [0, 30, 60, 90, 120]],
  [600, [0, 180, 360, 540, 720]],
  [9_000, [0, 2_880, 5_760, 8_640, 11_520]],
])('a longest call of %d minutes has lines at %j', (most, ticks) => {
  expect(minuteTicks(most)).toEqual(ticks);
});
