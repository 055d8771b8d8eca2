// A report says what came, how loud it was, and whether it was nothing but zeros.
import { expect, test } from 'vitest';
import { Level } from '../../../../renderer/capture/level.ts';
import { average } from '../../../../renderer/capture/mono.ts';

test('nothing came: no frames, and that is not a side of zeros', () => {
  expect(new Level().take()).toEqual({ frames: 0, peak: 0, allZero: false });
});

test('zeros alone are told apart from sound', () => {
  const level = new Level();
  level.hear(new Float32Array(480), true);
  expect(level.take()).toEqual({ frames: 480, peak: 0, allZero: true });
  level.hear(new Float32Array(480), true);
  level.hear(Float32Array.of(0, -0.25), true);
  expect(level.take()).toEqual({ frames: 482, peak: 0.25, allZero: false });
});

test('a source that is not trusted is counted but does not move the meter', () => {
  const level = new Level();
  level.hear(Float32Array.of(0.9), false);
  expect(level.take()).toEqual({ frames: 1, peak: 0, allZero: false });
});

test('each report starts anew', () => {
  const level = new Level();
  level.hear(Float32Array.of(0.5), true);
  level.take();
  expect(level.take()).toEqual({ frames: 0, peak: 0, allZero: false });
});

test('several channels become their average, and what is no number becomes silence', () => {
  const left = Float32Array.of(0.2, 1, Number.NaN, Infinity);
  const right = Float32Array.of(0.4, -1, 0, 0);
  expect([...average([left, right], 4)]).toEqual([expect.closeTo(0.3, 6), 0, 0, 0]);
  expect([...average([left], 2)]).toEqual([expect.closeTo(0.2, 6), 1]);
});
