// What is drawn over, under and in the waveform.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { markAt, onHoldMs } from '../../../../renderer/app/call/marks.ts';
import { missingOf } from '../../../../renderer/app/call/missing.ts';
import { rulerTicks } from '../../../../renderer/app/call/ruler-ticks.ts';
import { bandsOf } from '../../../../renderer/app/call/wave-bands.ts';
import { heightsOf, samePeaks } from '../../../../renderer/app/call/wave-heights.ts';
import { sampleCall, sampleMark } from './sample-call.ts';

const peaks = (you: number[], them: number[]) => ({
  durationMs: 1000,
  you: Uint8Array.from(you),
  them: Uint8Array.from(them),
});
const { capture } = sampleCall();

describe('heightsOf', () => {
  test('puts both sides on one scale, the loudest at the top', () => {
    const [you, them] = heightsOf(peaks([0, 200], [100, 50]), 0.8);
    expect([...you]).toEqual([0, expect.closeTo(0.8)]);
    expect([...them]).toEqual([expect.closeTo(0.4), expect.closeTo(0.2)]);
  });

  test('does not blow silence up to speech', () => {
    const [you] = heightsOf(peaks([2, 1], [0, 0]), 1);
    expect(Math.max(...you)).toBeLessThan(0.05);
  });

  test('knows equal peaks from different ones', () => {
    expect(samePeaks(peaks([1, 2], [3]), peaks([1, 2], [3]))).toBe(true);
    expect(samePeaks(peaks([1, 2], [3]), peaks([1, 3], [3]))).toBe(false);
    expect(samePeaks(peaks([1], [3]), peaks([1, 2], [3]))).toBe(false);
  });
});

describe('rulerTicks', () => {
  test('writes round times', () => {
    expect(rulerTicks(1_880_000, 930).map((ms) => ms / 60_000)).toEqual([0, 5, 10, 15, 20, 25]);
    expect(rulerTicks(36_000_000, 930).map((ms) => ms / 3_600_000)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(rulerTicks(0, 930)).toEqual([]);
    expect(rulerTicks(1000, 0)).toEqual([]);
  });

  test('law: names never touch, and there are never many', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 360_000_000 }),
        fc.integer({ min: 60, max: 4000 }),
        (duration, width) => {
          const ticks = rulerTicks(duration, width);
          expect(ticks[0]).toBe(0);
          const steps = ticks.slice(1).map((at, i) => ((at - ticks[i]!) / duration) * width);
          expect(Math.min(...steps, Infinity)).toBeGreaterThanOrEqual(83.9);
        },
      ),
    );
  });
});

describe('bandsOf', () => {
  const name = (mark: { id: string }) => mark.id;

  test('names marks that have room, and only those', () => {
    const marks = [sampleMark('a', 0), sampleMark('b', 10_000), sampleMark('c', 900_000)];
    const bands = bandsOf({ marks, capture }, name, 1_880_000, 930);
    expect(bands.map((band) => band.name)).toEqual(['', 'b', 'c']);
    expect(bands[1]?.roomPx).toBeLessThanOrEqual(180);
  });

  test('hatches each gap on its own side, a pause on both, never too thin to be seen', () => {
    const holes = {
      ...capture,
      gaps: [{ side: 'them' as const, fromMs: 61_200, toMs: 62_750, cause: 'source lost' }],
      pauses: [{ fromMs: 100_000, toMs: 200_000 }],
    };
    const [gap, pause] = bandsOf({ marks: [], capture: holes }, name, 1_880_000, 930);
    expect(gap).toMatchObject({ side: 'them', hatched: true });
    expect(((gap!.toMs - gap!.fromMs) / 1_880_000) * 930).toBeGreaterThan(2.99);
    expect(pause).toMatchObject({ side: null, hatched: true, fromMs: 100_000, toMs: 200_000 });
  });

  test('draws a crowd of marks faintly, but promises always in full', () => {
    const marks = Array.from({ length: 300 }, (_, i) =>
      sampleMark(`m${i}`, i * 6000, { kind: i === 7 ? 'promise' : 'note' }),
    );
    const bands = bandsOf({ marks, capture }, name, 1_880_000, 930);
    expect(bands.filter((band) => !band.faint).map((band) => band.id)).toEqual(['m7']);
  });
});

describe('markAt', () => {
  const marks = [
    sampleMark('hold', 10_000, { kind: 'hold', toMs: 60_000 }),
    sampleMark('note', 30_000),
    sampleMark('later', 50_000),
  ];

  test('is the one that began last and is not over', () => {
    expect(markAt(marks, 5000)).toBeNull();
    expect(markAt(marks, 10_000)).toBe('hold');
    expect(markAt(marks, 31_000)).toBe('note');
    expect(markAt(marks, 40_000)).toBe('hold');
    expect(markAt(marks, 51_000)).toBe('later');
    expect(markAt(marks, 61_000)).toBeNull();
  });
});

test('time on hold counts overlapping holds once', () => {
  const hold = (id: string, fromMs: number, toMs: number) => sampleMark(id, fromMs, { kind: 'hold', toMs });
  expect(onHoldMs([hold('b', 30, 90), hold('a', 0, 60), hold('c', 200, 250), sampleMark('n', 100)])).toBe(
    140,
  );
});

test('what is missing is said in order, in seconds that enclose it', () => {
  const missing = missingOf({
    ...capture,
    gaps: [{ side: 'them', fromMs: 61_200, toMs: 62_750, cause: 'source lost' }],
    pauses: [{ fromMs: 10_000, toMs: 20_000 }],
    sourceChanges: [{ side: 'you', atMs: 30_000, from: 'Headset', to: 'Built-in' }],
  });
  expect(missing.map(({ what, from, to }) => [what, from, to])).toEqual([
    ['pause', '0:10', '0:20'],
    ['change', '0:30', 'Built-in'],
    ['gap', '1:01', '1:03'],
  ]);
});
