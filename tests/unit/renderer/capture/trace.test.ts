// What really happened to packets on two engines is told right: nothing that came is lost, nothing that was lost is hidden.
import { describe, expect, test } from 'vitest';
import type { Side } from '../../../../contract/call.ts';
import { gapsOf, play, totalMs, type Outcome } from './simulate.ts';
import { readTrace } from './trace.ts';

const both = ['you', 'them'] as const;
/** The sample tells how many frames the device had made before it. */
const span = 2 ** 20;
const fill = (side: Side, count: number) => (side === 'you' ? 1 : -1) * (0.1 + (0.8 * count) / span);
const countOf = (sample: number) => ((Math.abs(sample) - 0.1) / 0.8) * span;

function replay(name: string, beginMs: number, standstills: { fromMs: number; toMs: number }[] = []) {
  const { packets, lostMs, lastMs } = readTrace(name, fill);
  const outcome = play({ packets, beginMs, endMs: lastMs - 800, standstills });
  return { ...outcome, lostMs };
}

/** How often the sound leaves out or repeats more than `frames` of the device's frames without silence between. */
function seams(samples: Float32Array, frames: number): number {
  let found = 0;
  for (let at = 1_000; at < samples.length; at += 100) {
    const run = samples.subarray(at - 100, at);
    if (run.includes(0)) continue;
    const made = countOf(run.at(-1)!) - countOf(run[0]!);
    if (Math.abs(made - 99) > frames) found += 1;
  }
  return found;
}

function expectSidesApart({ you, them }: Outcome): void {
  expect(you.every((sample) => sample >= 0)).toBe(true);
  expect(them.every((sample) => sample <= 0)).toBe(true);
}

describe.each(['start-chromium-156', 'start-electron-25', 'creeping-start-electron-25'])('%s', (name) => {
  const told = replay(name, 600);

  test('has no gap, though the timestamps tell of one', () => {
    expect(told.facts).toEqual([]);
    expect(told.realFrames).toEqual({ you: told.frames, them: told.frames });
    expectSidesApart(told);
  });

  test('is one continuous sound', () => {
    for (const side of both) expect(seams(told[side], 8)).toBe(0);
  });
});

describe.each(['sound-service-standstill-chromium-156', 'sound-service-standstill-electron-25'])(
  '%s',
  (name) => {
    const told = replay(name, 500);

    test('keeps the last 2 s of 3 and lists the first', () => {
      for (const side of both) {
        expect(gapsOf(told.facts, side)).toHaveLength(1);
        expect(totalMs(gapsOf(told.facts, side))).toBeLessThan(1_100);
        expect(seams(told[side], 8)).toBe(0);
      }
      expectSidesApart(told);
    });
  },
);

describe('page-standstill-electron-25', () => {
  const told = replay('page-standstill-electron-25', 500, [{ fromMs: 2_700, toMs: 6_519 }]);

  test('lists what was lost within 50 ms, and no more', () => {
    for (const side of both) {
      expect(gapsOf(told.facts, side)).toHaveLength(1);
      expect(totalMs(gapsOf(told.facts, side))).toBeGreaterThan(told.lostMs[side] - 50);
      expect(totalMs(gapsOf(told.facts, side))).toBeLessThan(told.lostMs[side] + 50);
      expect(seams(told[side], 8)).toBe(0);
    }
    expectSidesApart(told);
  });
});

describe('suspended-source-electron-25', () => {
  const told = replay('suspended-source-electron-25', 500);

  test('is one gap on one side, and the other side is whole', () => {
    const [gap, ...more] = gapsOf(told.facts, 'you');
    expect(more).toEqual([]);
    expect(gap!.toMs - gap!.fromMs).toBeGreaterThan(2_450);
    expect(gap!.toMs - gap!.fromMs).toBeLessThan(3_000);
    expect(gapsOf(told.facts, 'them')).toEqual([]);
    expect(seams(told.them, 8)).toBe(0);
  });
});

describe('suspended-sink-chromium-156', () => {
  const told = replay('suspended-sink-chromium-156', 500);

  test('has one gap that lasts half a second longer than the suspension, and is not cut up afterwards', () => {
    const [gap, ...more] = gapsOf(told.facts, 'you');
    expect(more).toEqual([]);
    expect(gap!.toMs - gap!.fromMs).toBeGreaterThan(2_450);
    expect(gap!.toMs - gap!.fromMs).toBeLessThan(3_400);
    expect(gapsOf(told.facts, 'them')).toEqual([]);
    expect(seams(told.you, 8)).toBe(0);
  });
});

describe('busy-chromium-156', () => {
  const told = replay('busy-chromium-156', 500);

  test('has no gap', () => {
    expect(told.facts).toEqual([]);
    for (const side of both) expect(seams(told[side], 8)).toBe(0);
    expectSidesApart(told);
  });
});

describe('moved-source-electron-25', () => {
  const told = replay('moved-source-electron-25', 500);

  test('has one gap, where nothing came, and none where only its timestamps step ahead', () => {
    const [gap, ...more] = gapsOf(told.facts, 'them');
    expect(more).toEqual([]);
    expect(gap!.toMs - gap!.fromMs).toBeLessThan(150);
    expect(gapsOf(told.facts, 'you')).toEqual([]);
    expect(seams(told.you, 8)).toBe(0);
    // The two devices do not continue each other: one seam, where the one ends and the other begins.
    expect(seams(told.them, 8)).toBeLessThanOrEqual(1);
  });
});
