// Silence and hold are skipped, words never are.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextJump, skippable } from '../../../../renderer/app/call/skip.ts';
import { sampleMark } from './sample-call.ts';

/** Peaks of 10 ms: `[value, seconds]` after each other. */
const spell = (...parts: [value: number, seconds: number][]) =>
  Uint8Array.from(parts.flatMap(([value, seconds]) => Array.from({ length: seconds * 100 }, () => value)));
const level = (you: Uint8Array, them: Uint8Array) => ({ bucketMs: 10, you, them });

describe('skippable', () => {
  const you = spell([200, 2], [0, 8]);
  const them = spell([0, 4], [180, 2], [1, 4]);

  test('is what is silent on every side that is played, but for its edges', () => {
    expect(skippable(level(you, them), 'both', [])).toEqual([
      { fromMs: 2250, toMs: 3750 },
      { fromMs: 6250, toMs: 9750 },
    ]);
    expect(skippable(level(you, them), 'you', [])).toEqual([{ fromMs: 2250, toMs: 9750 }]);
    expect(skippable(level(you, them), 'them', [])).toEqual([
      { fromMs: 250, toMs: 3750 },
      { fromMs: 6250, toMs: 9750 },
    ]);
  });

  test('is never a pause between words', () => {
    const talk = spell([150, 1], [0, 0.9], [150, 1]);
    expect(skippable(level(talk, talk), 'both', [])).toEqual([]);
  });

  test('is hold as well, music or not, joined with the silence it touches', () => {
    const loud = spell([200, 10]);
    const hold = sampleMark('h', 3000, { kind: 'hold', toMs: 7000 });
    expect(skippable(level(loud, loud), 'both', [hold, sampleMark('n', 8000, { toMs: 9000 })])).toEqual([
      { fromMs: 3000, toMs: 7000 },
    ]);
    expect(skippable(level(you, them), 'you', [sampleMark('h', 1000, { kind: 'hold', toMs: 5000 })])).toEqual(
      [{ fromMs: 1000, toMs: 9750 }],
    );
  });

  test('takes the hiss of a line for silence, and quiet speech for speech', () => {
    expect(skippable(level(spell([250, 1], [6, 4]), spell([0, 5])), 'both', [])).toHaveLength(1);
    expect(skippable(level(spell([250, 1], [12, 4]), spell([0, 5])), 'both', [])).toEqual([]);
    expect(skippable(level(spell([20, 1], [5, 4]), spell([0, 5])), 'both', [])).toEqual([]);
  });

  test('law: nothing that is skipped is loud on a side that is played', () => {
    const side = fc.array(fc.tuple(fc.constantFrom(0, 1, 5, 60, 255), fc.integer({ min: 1, max: 3 })), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(side, side, (a, b) => {
        const [one, other] = [spell(...a), spell(...b)];
        const length = Math.min(one.length, other.length);
        const peaks = level(one.subarray(0, length), other.subarray(0, length));
        for (const { fromMs, toMs } of skippable(peaks, 'both', []))
          for (let at = fromMs / 10; at < toMs / 10; at += 1)
            expect(Math.max(peaks.you[Math.floor(at)]!, peaks.them[Math.floor(at)]!)).toBeLessThan(60);
      }),
    );
  });
});

describe('nextJump', () => {
  const spans = [
    { fromMs: 1000, toMs: 2000 },
    { fromMs: 5000, toMs: 9000 },
  ];

  test('is the next stretch to be skipped, or the rest of the one we are in', () => {
    expect(nextJump(0, null, spans)).toEqual({ fromMs: 1000, toMs: 2000 });
    expect(nextJump(1500, null, spans)).toEqual({ fromMs: 1500, toMs: 2000 });
    expect(nextJump(2000, null, spans)).toEqual({ fromMs: 5000, toMs: 9000 });
    expect(nextJump(9000, null, spans)).toBeNull();
    expect(nextJump(0, null, [])).toBeNull();
  });

  test('is not made again by a player that landed a breath before the end of the stretch, as seconds round', () => {
    for (const toMs of [1001, 1003, 2017, 4_999_999]) {
      const landedMs = (toMs / 1000) * 1000;
      for (const atMs of [landedMs, landedMs - 0.001, toMs])
        expect(nextJump(atMs, null, [{ fromMs: 500, toMs }])).toBeNull();
    }
  });

  test('is the start of the loop when there is one, skipped or not', () => {
    expect(nextJump(1500, { fromMs: 1200, toMs: 1800 }, spans)).toEqual({ fromMs: 1800, toMs: 1200 });
  });
});
