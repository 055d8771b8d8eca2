// Marks are taken hold of at their ends and by their names, and cannot be dragged inside out or out of the call.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dragged, gripAt, type Part } from '../../../../renderer/app/call/wave/grips.ts';
import { bandsOf, placed } from '../../../../renderer/app/call/wave/wave-bands.ts';
import { sampleCall, sampleMark } from './sample-call.ts';

const marks = [
  sampleMark('long', 10_000, { toMs: 50_000 }),
  sampleMark('in it', 20_000, { toMs: 30_000 }),
  sampleMark('moment', 80_000),
];
const { capture } = sampleCall();
const view = { fromMs: 0, spanMs: 100_000 };
const bands = placed(
  bandsOf({ marks, capture }, (mark) => mark.id),
  view,
  1000,
);
const at = (px: number, topPx = 80, chosen: string | null = null) => gripAt(bands, px, topPx, chosen);

describe('gripAt', () => {
  test('is an end within reach, and nothing in the middle, where a press seeks', () => {
    expect(at(102)).toEqual({ markId: 'long', part: 'from' });
    expect(at(497)).toEqual({ markId: 'long', part: 'to' });
    expect(at(400)).toBeNull();
    expect(at(801)).toEqual({ markId: 'moment', part: 'edge' });
  });

  test('is the whole mark by its name, the later one where two overlap, the chosen one before all', () => {
    expect(at(250, 8)).toEqual({ markId: 'in it', part: 'whole' });
    expect(at(250, 8, 'long')).toEqual({ markId: 'long', part: 'whole' });
    expect(at(250, 60)).toBeNull();
  });
});

describe('dragged', () => {
  const mark = sampleMark('m', 10_000, { toMs: 20_000 });
  test('moves an end or the whole', () => {
    expect(dragged(mark, 'from', -2000.4, 60_000)).toMatchObject({ fromMs: 8000, toMs: 20_000 });
    expect(dragged(mark, 'to', 500, 60_000)).toMatchObject({ fromMs: 10_000, toMs: 20_500 });
    expect(dragged(mark, 'whole', 45_000, 60_000)).toMatchObject({ fromMs: 50_000, toMs: 60_000 });
  });
  test('a moment grows to the side it is dragged to', () => {
    const moment = sampleMark('m', 10_000);
    expect(dragged(moment, 'edge', -3000, 60_000)).toMatchObject({ fromMs: 7000, toMs: 10_000 });
    expect(dragged(moment, 'edge', 3000, 60_000)).toMatchObject({ fromMs: 10_000, toMs: 13_000 });
  });
  test('law: never inside out, never out of the call, in whole milliseconds', () => {
    const parts: Part[] = ['from', 'to', 'edge', 'whole'];
    fc.assert(
      fc.property(
        fc.constantFrom(...parts),
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        fc.tuple(fc.nat(60_000), fc.nat(60_000)),
        (part, byMs, ends) => {
          const [fromMs, toMs] = ends.sort((a, b) => a - b) as [number, number];
          const now = dragged({ ...mark, fromMs, toMs }, part, byMs, 60_000.4);
          expect(now.fromMs).toBeGreaterThanOrEqual(0);
          expect(now.toMs).toBeGreaterThanOrEqual(now.fromMs);
          expect(now.toMs).toBeLessThanOrEqual(60_000);
          expect([now.fromMs, now.toMs].every(Number.isInteger)).toBe(true);
        },
      ),
    );
  });
});
