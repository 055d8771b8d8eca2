// What is drawn over, under and in the waveform.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loopOf, markAt, markBefore, markNext, onHoldMs } from '../../../../renderer/app/call/marks.ts';
import { missingOf } from '../../../../renderer/app/call/missing.ts';
import { rulerTicks, tickName } from '../../../../renderer/app/call/wave/ruler-ticks.ts';
import { bandsOf, placed } from '../../../../renderer/app/call/wave/wave-bands.ts';
import { heightsOf, samePeaks } from '../../../../renderer/app/call/wave/overview-heights.ts';
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
  const whole = (spanMs: number) => ({ fromMs: 0, spanMs });
  test('writes round times', () => {
    expect(rulerTicks(whole(1_880_000), 930).ticks.map((ms) => ms / 60_000)).toEqual([0, 5, 10, 15, 20, 25]);
    expect(rulerTicks(whole(36_000_000), 930).ticks.map((ms) => ms / 3_600_000)).toEqual([
      0, 1, 2, 3, 4, 5, 6, 7, 8, 9,
    ]);
    expect(rulerTicks(whole(0), 930).ticks).toEqual([]);
    expect(rulerTicks(whole(1000), 0).ticks).toEqual([]);
  });

  test('is as exact as the zoom is near', () => {
    const { ticks, stepMs } = rulerTicks({ fromMs: 61_995, spanMs: 10 }, 930);
    expect(ticks.map((ms) => tickName(ms, stepMs))).toEqual([
      ...['1:01.995', '1:01.996', '1:01.997', '1:01.998', '1:01.999', '1:02.000', '1:02.001'],
      ...['1:02.002', '1:02.003', '1:02.004'],
    ]);
    expect(tickName(61_000, 1000)).toBe('1:01');
  });

  test('law: names never touch, and all but the first are in sight', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 10, max: 360_000_000 }),
        fc.integer({ min: 0, max: 360_000_000 }),
        fc.integer({ min: 60, max: 4000 }),
        (spanMs, fromMs, width) => {
          const { ticks } = rulerTicks({ fromMs, spanMs }, width);
          expect(ticks[0]).toBeGreaterThanOrEqual(fromMs);
          for (const at of ticks.slice(1)) expect(at).toBeLessThan(fromMs + spanMs);
          const steps = ticks.slice(1).map((at, i) => ((at - ticks[i]!) / spanMs) * width);
          expect(Math.min(...steps, Infinity)).toBeGreaterThanOrEqual(83.9);
        },
      ),
    );
  });
});

describe('bands', () => {
  const name = (mark: { id: string }) => mark.id;
  const whole = { fromMs: 0, spanMs: 1_880_000 };

  test('name marks that have room, and only those', () => {
    const marks = [sampleMark('a', 0), sampleMark('b', 10_000), sampleMark('c', 900_000)];
    const seen = placed(bandsOf({ marks, capture }, name), whole, 930);
    expect(seen.map(({ id, roomPx }) => [id, roomPx > 0])).toEqual([
      ['a', false],
      ['b', true],
      ['c', true],
    ]);
    expect(seen[1]?.roomPx).toBeLessThanOrEqual(180);
  });

  test('are those in sight; one that began before keeps its name', () => {
    const marks = [sampleMark('a', 0), sampleMark('b', 10_000, { toMs: 60_000 }), sampleMark('c', 900_000)];
    const seen = placed(bandsOf({ marks, capture }, name), { fromMs: 20_000, spanMs: 10_000 }, 930);
    expect(seen.map(({ id }) => id)).toEqual(['b']);
    expect(seen[0]?.leftPx).toBeLessThan(0);
    expect(seen[0]?.roomPx).toBe(180);
  });

  test('hatch each gap on its own side, a pause on both, never too thin to be seen', () => {
    const holes = {
      ...capture,
      gaps: [{ side: 'them' as const, fromMs: 61_200, toMs: 62_750, cause: 'source lost' }],
      pauses: [{ fromMs: 100_000, toMs: 200_000 }],
    };
    const [gap, pause] = placed(bandsOf({ marks: [], capture: holes }, name), whole, 930);
    expect(gap).toMatchObject({ side: 'them', what: 'missing' });
    expect(gap!.rightPx - gap!.leftPx).toBeGreaterThan(2.99);
    expect(pause).toMatchObject({ side: null, what: 'missing', fromMs: 100_000, toMs: 200_000 });
  });

  test('are faint in a crowd, but promises never', () => {
    const marks = Array.from({ length: 300 }, (_, i) =>
      sampleMark(`m${i}`, i * 6000, { kind: i === 7 ? 'promise' : 'note' }),
    );
    const seen = placed(bandsOf({ marks, capture }, name), whole, 930);
    expect(seen.filter((band) => !band.faint).map((band) => band.id)).toEqual(['m7']);
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

describe('jumping by marks', () => {
  const marks = [sampleMark('a', 0), sampleMark('b', 10_000), sampleMark('c', 10_500)];
  test('forward to the first that begins later', () => {
    expect([0, 9999, 10_000, 10_500].map((at) => markNext(marks, at)?.id)).toEqual([
      'b',
      'c',
      'c',
      undefined,
    ]);
  });
  test('back to the one before, also when one has just begun', () => {
    expect([60_000, 10_600, 10_000, 1000, 0].map((at) => markBefore(marks, at)?.id)).toEqual([
      ...['c', 'a', 'a', 'a', 'a'],
    ]);
    expect(markBefore([], 1000)).toBeNull();
  });
  test('a loop of a moment has what follows it, and ends with the call', () => {
    expect(loopOf(sampleMark('m', 5000), 60_000)).toEqual({ fromMs: 5000, toMs: 9000 });
    expect(loopOf(sampleMark('m', 5000, { toMs: 8000 }), 7000)).toEqual({ fromMs: 5000, toMs: 7000 });
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
