import { expect, test } from 'vitest';
import { talkIn } from '../../../../main/recording/talk.ts';

/** Pairs of peaks, 10 ms each: [you, them] and how often. */
const pairs = (...runs: [you: number, them: number, times: number][]) =>
  Uint8Array.from(
    runs.flatMap(([you, them, times]) => Array.from({ length: times }, () => [you, them]).flat()),
  );

test('each side is heard where it is above its silence, both at once count for both', () => {
  const peaks = pairs([100, 0, 30], [0, 60, 50], [90, 70, 20], [1, 2, 900]);
  expect(talkIn(peaks, [])).toEqual({ youMs: 500, themMs: 700 });
});

test('silence lies 30 dB below the loudest, so that a loud room is none, but never above -30 dB of full scale', () => {
  expect(talkIn(pairs([255, 20, 10], [8, 2, 10]), [])).toEqual({ youMs: 100, themMs: 100 });
  expect(talkIn(pairs([255, 20, 10], [9, 3, 10]), [])).toEqual({ youMs: 200, themMs: 200 });
});

test('what lies in a hold counts for nobody, whether holds overlap or reach past the end', () => {
  const peaks = pairs([100, 100, 100]);
  const holds = [
    { fromMs: 200, toMs: 500 },
    { fromMs: 400, toMs: 600 },
    { fromMs: 900, toMs: 5_000 },
  ];
  expect(talkIn(peaks, holds)).toEqual({ youMs: 500, themMs: 500 });
  expect(talkIn(peaks, [{ fromMs: 0, toMs: 1_000 }])).toEqual({ youMs: 0, themMs: 0 });
});

test('no sound is no talk', () => {
  expect(talkIn(new Uint8Array(), [])).toEqual({ youMs: 0, themMs: 0 });
  expect(talkIn(pairs([2, 2, 50]), [])).toEqual({ youMs: 0, themMs: 0 });
});
