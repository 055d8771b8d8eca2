// What waited in memory becomes the beginning of the call, as if the call had begun then.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Side } from '../../../../contract/call.ts';
import { Track } from '../../../../renderer/capture/track.ts';
import { gapsOf, play, totalMs, type Happening, type Scene } from './simulate.ts';
import { packetsOf, ramp, rampTime, usualDevice, type Device, type Trouble } from './source.ts';

const spanSeconds = 20;
const beginMs = 6_000;
const endMs = 8_000;
const both = ['you', 'them'] as const;
const runs = Number(process.env['ONRECORD_RUNS'] ?? 30);
const signs = { you: 1, them: -1 } as const;

function packets(given: Record<Side, Partial<Device>>): Scene['packets'] {
  const of = (side: Side) => [
    ...packetsOf({ ...usualDevice, ...given[side] }, ramp(signs[side], spanSeconds)),
  ];
  return { you: of('you'), them: of('them') };
}

const lost: fc.Arbitrary<Trouble> = fc
  .record({ fromMs: fc.integer({ min: 0, max: 7_000 }), lastsMs: fc.integer({ min: 150, max: 3_000 }) })
  .map(({ fromMs, lastsMs }) => ({ kind: 'lost', fromMs, toMs: fromMs + lastsMs }));

const device: fc.Arbitrary<Partial<Device>> = fc.record({
  sampleRateHz: fc.constantFrom(16_000, 44_100, 48_000),
  packetFrames: fc.constant(480),
  driftPpm: fc.integer({ min: -300, max: 300 }),
  delayMs: fc.integer({ min: 1, max: 40 }),
  wobbleMs: fc.integer({ min: 0, max: 10 }),
  originMs: fc.constantFrom(0, 1_098_819, -500_000),
  troubles: fc.array(lost, { maxLength: 2 }),
});

const devices = fc.record({ you: device, them: device });
const preRoll = fc.integer({ min: 1, max: 4_500 });

test('a call begun late holds, sample by sample, all that one begun at the start of what was kept would hold', () => {
  fc.assert(
    fc.property(devices, preRoll, (given, preRollMs) => {
      const late = play({ packets: packets(given), beginMs, preRollMs, endMs });
      const early = play({ packets: packets(given), beginMs: beginMs - preRollMs, endMs });
      expect(late.frames).toBe((endMs - beginMs + preRollMs) * 48);
      for (const side of both) {
        const differing = early[side].findIndex((one, at) => one !== 0 && one !== late[side][at]);
        expect(differing).toBe(-1);
        // The last few samples before a loss come when an early call has already told them as missing.
        expect(late.realFrames[side]).toBeGreaterThanOrEqual(early.realFrames[side]);
        const missed = gapsOf(early.facts, side);
        for (const gap of gapsOf(late.facts, side)) {
          const within = missed.some(({ fromMs, toMs }) => fromMs <= gap.fromMs + 5 && toMs >= gap.toMs - 5);
          expect([gap, within]).toEqual([{ ...gap, cause: 'source stalled' }, true]);
        }
      }
    }),
    { numRuns: runs },
  );
}, 240_000);

/** What the timeline allows itself (DECISIONS, "Timestamps that jump are believed only when arrival agrees"). */
const mostOffMs = 100;

/** How far a sample lies at most from where it was captured. */
function furthestMs(given: Record<Side, Partial<Device>>, preRollMs: number): number {
  const told = play({ packets: packets(given), beginMs, preRollMs, endMs });
  expect(told.greatestStretch).toBeLessThanOrEqual(48_000);
  let furthest = 0;
  for (const side of both) {
    for (let at = 24; at < told[side].length - 24; at += 16) {
      if (told[side].subarray(at - 24, at + 24).some((sample) => Math.abs(sample) < 0.09)) continue;
      const capturedMs = rampTime(told[side][at]!, spanSeconds) * 1_000;
      furthest = Math.max(furthest, Math.abs(capturedMs - (beginMs - preRollMs + at / 48)));
    }
  }
  return furthest;
}

test('every sample kept lies where it was captured, in stretches of a second at most', () => {
  fc.assert(
    fc.property(devices, preRoll, (given, preRollMs) => {
      expect(furthestMs(given, preRollMs)).toBeLessThan(mostOffMs);
    }),
    { numRuns: runs },
  );
}, 240_000);

test('of two losses with little sound in between neither is closed up', () => {
  const troubles: Trouble[] = [
    { kind: 'lost', fromMs: 4_073, toMs: 4_291 },
    { kind: 'lost', fromMs: 4_411, toMs: 4_561 },
  ];
  const lossy = { sampleRateHz: 16_000, packetFrames: 480, delayMs: 1, wobbleMs: 0, troubles };
  expect(furthestMs({ you: { ...lossy, troubles: [] }, them: lossy }, 1_410)).toBeLessThan(mostOffMs);
});

const span = fc
  .record({ fromMs: fc.integer({ min: 1_600, max: 4_500 }), lastsMs: fc.integer({ min: 150, max: 3_000 }) })
  .map(({ fromMs, lastsMs }) => ({ fromMs, toMs: fromMs + lastsMs }));

test('a side that was withheld before the call began is silent then, and a gap for the reason it had', () => {
  fc.assert(
    fc.property(devices, span, fc.boolean(), (given, withheld, idle) => {
      const quiet = { you: { ...given.you, troubles: [] }, them: { ...given.them, troubles: [] } };
      const happenings: Happening[] = [
        {
          atMs: withheld.fromMs,
          what: ({ tracks, nowMs }) => tracks.them.withhold('source lost', nowMs * 1_000),
        },
        { atMs: withheld.toMs, what: ({ tracks, nowMs }) => tracks.them.trust(nowMs * 1_000) },
      ];
      const plan = { silentWhenIdle: idle ? (['them'] as const) : [] };
      const scene = { packets: packets(quiet), beginMs, preRollMs: 4_500, endMs, happenings, plan };
      const { facts, them, realFrames } = play(scene);
      const startMs = beginMs - 4_500;
      const tick = (ms: number) => Math.ceil(ms / 20) * 20 - startMs;
      const [gap, ...more] = gapsOf(facts, 'them');
      expect(more).toEqual([]);
      expect(gap?.cause).toBe('source lost');
      expect(gap!.fromMs).toBeLessThanOrEqual(tick(withheld.fromMs) + 1); // told in whole milliseconds
      expect(gap!.toMs).toBeGreaterThanOrEqual(tick(withheld.toMs) + 99);
      expect(
        them
          .subarray(Math.ceil(gap!.fromMs * 48) + 48, Math.floor(gap!.toMs * 48) - 48)
          .every((one) => one === 0),
      ).toBe(true);
      expect(gapsOf(facts, 'you')).toEqual([]);
      const counted = realFrames.them / 48 + totalMs([gap!]);
      expect(Math.abs(counted - (endMs - startMs))).toBeLessThan(60);
    }),
    { numRuns: runs },
  );
}, 240_000);

test('a source found to be wrong takes back what is in doubt, and no more', () => {
  const doubtFromMs = 3_000;
  const distrust: Happening = {
    atMs: 4_000,
    what: ({ tracks, nowMs }) => {
      tracks.them.withhold('source replaced', nowMs * 1_000);
      tracks.them.forget(doubtFromMs * 48);
    },
  };
  const { facts, them, you } = play({
    packets: packets({ you: {}, them: {} }),
    beginMs,
    preRollMs: 5_000,
    endMs,
    happenings: [distrust],
  });
  expect(gapsOf(facts, 'them')).toEqual([
    { fromMs: doubtFromMs - 1_000, toMs: endMs - 1_000, cause: 'source replaced' },
  ]);
  expect(them.subarray(0, 2_000 * 48).every((sample) => sample < 0)).toBe(true);
  expect(them.subarray(2_000 * 48).every((sample) => sample === 0)).toBe(true);
  expect(you.every((sample) => sample > 0)).toBe(true);
});

test('what was forgotten because nobody listens any more never comes back', () => {
  const closed: Happening = {
    atMs: 4_000,
    what: ({ tracks, nowMs }) => {
      tracks.you.breakOff();
      tracks.you.withhold('source closed', nowMs * 1_000);
      tracks.you.forget(-Infinity);
      tracks.you.trust(nowMs * 1_000);
    },
  };
  const { facts, you } = play({
    packets: packets({ you: {}, them: {} }),
    beginMs,
    preRollMs: 5_000,
    endMs,
    happenings: [closed],
  });
  expect(gapsOf(facts, 'you')).toEqual([
    { fromMs: 0, toMs: expect.closeTo(3_100, -2), cause: 'source closed' },
  ]);
  expect(you.subarray(0, 3_000 * 48).every((sample) => sample === 0)).toBe(true);
});

test('ten minutes of waiting hold a minute, and a second more at most', () => {
  const track = new Track();
  track.trust(-1_000_000);
  const packetMs = 20;
  const samples = new Float32Array(960).fill(0.5);
  for (let nowMs = 0; nowMs < 600_000; nowMs += packetMs) {
    const startUs = nowMs * 1_000;
    track.lay({ startUs, arrivedUs: startUs + 20_000, samples, sampleRateHz: 48_000 });
    track.letGo((nowMs - 60_000) * 48);
  }
  const before = track.take({ from: 0, to: 538_900 * 48 }, new Float32Array(0));
  expect(before).toEqual([]);
  const taken = track.take({ from: 538_900 * 48, to: 600_000 * 48 }, new Float32Array(61_100 * 48));
  const frames = taken.reduce((sum, { from, to }) => sum + to - from, 0);
  expect(frames).toBeGreaterThan(59_900 * 48);
  expect(frames).toBeLessThan(61_100 * 48);
});
