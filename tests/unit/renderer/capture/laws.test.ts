// The timeline's laws hold for any packets: lost, late, doubled, drifting, at any rate, with pauses and distrust.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Side } from '../../../../contract/call.ts';
import { gapsOf, play, totalMs, type Happening, type Scene } from './simulate.ts';
import { packetsOf, ramp, rampTime, usualDevice, type Device, type Trouble } from './source.ts';

const spanSeconds = 20;
const beginMs = 1_500;
const endMs = 7_500;
const both = ['you', 'them'] as const;
const runs = Number(process.env['ONRECORD_RUNS'] ?? 30);
/** A jump of up to 120 ms may be denied by arrival; a packet and 10 ms of wobble come on top. */
const toleranceMs = 160;

const trouble: fc.Arbitrary<Trouble> = fc
  .record({
    kind: fc.constantFrom('lost' as const, 'late' as const, 'doubled' as const),
    fromMs: fc.integer({ min: 0, max: 8_000 }),
    lastsMs: fc.oneof(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 100, max: 3_000 })),
  })
  .map(({ kind, fromMs, lastsMs }) => ({ kind, fromMs, toMs: fromMs + (kind === 'doubled' ? 25 : lastsMs) }));

const device: fc.Arbitrary<Device> = fc
  .record({
    sampleRateHz: fc.constantFrom(16_000, 44_100, 48_000),
    packetMs: fc.integer({ min: 10, max: 24 }),
    driftPpm: fc.integer({ min: -300, max: 300 }),
    delayMs: fc.integer({ min: 1, max: 40 }),
    wobbleMs: fc.integer({ min: 0, max: 10 }),
    originMs: fc.constantFrom(0, 1_098_819, -500_000),
    startMs: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 5_000 })),
    troubles: fc.array(trouble, { maxLength: 3 }),
  })
  .map(({ packetMs, ...rest }) => {
    const packetFrames = Math.round((rest.sampleRateHz * packetMs) / 1_000);
    return { ...usualDevice, ...rest, packetFrames, endMs: 9_000 };
  });

const devices = fc.record({ you: device, them: device });

function packets(given: Record<Side, Device>): Scene['packets'] {
  return {
    you: [...packetsOf(given.you, ramp(1, spanSeconds))],
    them: [...packetsOf(given.them, ramp(-1, spanSeconds))],
  };
}

/** Where each heard sample was captured and where it lies, in ms; every 16th, and none near an edge. */
function placements(samples: Float32Array): { liesMs: number; capturedMs: number }[] {
  const found = [];
  for (let at = 24; at < samples.length - 24; at += 16) {
    if (samples.subarray(at - 24, at + 24).some((sample) => Math.abs(sample) < 0.09)) continue;
    found.push({ liesMs: at / 48, capturedMs: rampTime(samples[at]!, spanSeconds) * 1_000 - beginMs });
  }
  return found;
}

test('as many frames come out as time has passed, each side keeps to itself, and what is real or a gap makes up the whole', () => {
  fc.assert(
    fc.property(devices, (given) => {
      const { frames, realFrames, facts, greatestStretch, ...sound } = play({
        packets: packets(given),
        beginMs,
        endMs,
      });
      expect(frames).toBe((endMs - beginMs) * 48);
      expect(greatestStretch).toBeLessThanOrEqual(48_000);
      expect(sound.you.every((sample) => sample >= -0.02)).toBe(true);
      expect(sound.them.every((sample) => sample <= 0.02)).toBe(true);
      for (const side of both) {
        const gaps = gapsOf(facts, side);
        const counted = realFrames[side] / 48 + totalMs(gaps);
        // Sound of less than 50 ms between two gaps belongs to both counts.
        expect(counted).toBeGreaterThanOrEqual(endMs - beginMs - 2 - gaps.length);
        expect(counted).toBeLessThanOrEqual(endMs - beginMs + 60 * (gaps.length + 1));
        expect(sound[side].filter((sample) => sample !== 0).length).toBeLessThanOrEqual(realFrames[side]);
      }
    }),
    { numRuns: runs },
  );
}, 240_000);

test('every sample that is heard lies where it was captured, whatever happened to its neighbours', () => {
  fc.assert(
    fc.property(devices, (given) => {
      const { facts: _, ...sound } = play({ packets: packets(given), beginMs, endMs });
      for (const side of both) {
        const worst = placements(sound[side]).reduce((most, { liesMs, capturedMs }) => {
          return Math.max(most, Math.abs(liesMs - capturedMs));
        }, 0);
        expect(worst).toBeLessThan(toleranceMs);
      }
    }),
    { numRuns: runs },
  );
}, 240_000);

const span = fc
  .record({ fromMs: fc.integer({ min: 1_600, max: 6_500 }), lastsMs: fc.integer({ min: 1, max: 2_500 }) })
  .map(({ fromMs, lastsMs }) => ({ fromMs, toMs: fromMs + lastsMs }));

/** When a happening really took place: at the first tick from then on. */
const tick = (ms: number) => Math.ceil(ms / 20) * 20;

test('nothing that was captured during a privacy pause is heard', () => {
  fc.assert(
    fc.property(devices, span, (given, pause) => {
      const happenings: Happening[] = [
        { atMs: pause.fromMs, what: ({ timeline }) => timeline?.pause() },
        { atMs: pause.toMs, what: ({ timeline, nowMs }) => timeline?.resume(nowMs * 1_000) },
      ];
      const { frames, facts, ...sound } = play({ packets: packets(given), beginMs, endMs, happenings });
      expect(frames).toBe((endMs - beginMs) * 48);
      expect(facts.filter(({ type }) => type === 'paused' || type === 'resumed')).toHaveLength(2);
      for (const side of both) {
        const leaked = placements(sound[side]).filter(({ capturedMs }) => {
          return capturedMs > tick(pause.fromMs) - beginMs && capturedMs < tick(pause.toMs) - beginMs;
        });
        expect(leaked).toEqual([]);
      }
    }),
    { numRuns: runs },
  );
}, 240_000);

test('nothing that was captured while a side was distrusted is heard, and the span is a gap', () => {
  fc.assert(
    fc.property(devices, span, (given, distrust) => {
      const happenings: Happening[] = [
        {
          atMs: distrust.fromMs,
          what: ({ tracks, nowMs }) => {
            tracks.them.withhold('replaced', nowMs * 1_000);
            tracks.them.forget(-Infinity);
          },
        },
        { atMs: distrust.toMs, what: ({ tracks, nowMs }) => tracks.them.trust(nowMs * 1_000) },
      ];
      const { facts, them } = play({ packets: packets(given), beginMs, endMs, happenings });
      const from = tick(distrust.fromMs) - beginMs;
      const to = Math.min(tick(distrust.toMs), endMs) - beginMs;
      const leaked = placements(them).filter(({ capturedMs }) => capturedMs > from && capturedMs < to);
      expect(leaked).toEqual([]);
      const isListed = gapsOf(facts, 'them').some(({ fromMs, toMs }) => fromMs <= from && toMs >= to);
      expect(isListed || to - from <= 100).toBe(true);
    }),
    { numRuns: runs },
  );
}, 240_000);
