// The timeline puts every sample where it was captured, tells what is missing, and lets nothing slip through.
import { describe, expect, test } from 'vitest';
import type { Side } from '../../../../contract/call.ts';
import { toneLevel } from '../../../support/listen.ts';
import type { ArrivedPacket } from '../../../../renderer/capture/packet.ts';
import { gapsOf, play, totalMs } from './simulate.ts';
import { packetsOf, ramp, rampTime, usualDevice, type Device } from './source.ts';

const spanSeconds = 20;
const signs = { you: 1, them: -1 } as const;

function packets(
  you: Partial<Device> | null,
  them: Partial<Device> | null = {},
): Record<Side, ArrivedPacket[]> {
  const of = (side: Side, device: Partial<Device> | null) =>
    device ? [...packetsOf({ ...usualDevice, ...device }, ramp(signs[side], spanSeconds))] : [];
  return { you: of('you', you), them: of('them', them) };
}

const scene = { beginMs: 2_000, endMs: 8_000 };

/** Greatest distance, in ms, of a sample from where it belongs; silence and edges of `skip` frames left out. */
function misplacement(samples: Float32Array, beginMs: number, skip = 20): number {
  let greatest = 0;
  let sinceSilence = skip;
  for (let at = 0; at < samples.length - skip; at += 1) {
    sinceSilence = samples[at] === 0 ? 0 : sinceSilence + 1;
    if (sinceSilence <= skip || samples[at + skip] === 0) continue;
    const capturedMs = rampTime(samples[at]!, spanSeconds) * 1_000;
    greatest = Math.max(greatest, Math.abs(capturedMs - (beginMs + at / 48)));
  }
  return greatest;
}

function isSilent(samples: Float32Array, fromMs: number, toMs: number): boolean {
  return samples.subarray(Math.ceil(fromMs * 48), Math.floor(toMs * 48)).every((sample) => sample === 0);
}

describe('two good sources', () => {
  const { you, them, frames, facts, realFrames } = play({ ...scene, packets: packets({}) });

  test('give as many frames as time has passed', () => expect(frames).toBe(6_000 * 48));
  test('have no gaps', () => expect(facts).toEqual([]));
  test('are counted in full', () => expect(realFrames).toEqual({ you: frames, them: frames }));

  test('are each on their own side, within the delay of a packet', () => {
    expect(you.every((sample) => sample > 0)).toBe(true);
    expect(them.every((sample) => sample < 0)).toBe(true);
    expect(misplacement(you, 2_000)).toBeLessThan(9);
    expect(misplacement(them, 2_000)).toBeLessThan(9);
  });
});

test.each([8_000, 16_000, 44_100, 96_000])(
  'a device at %i Hz is placed as well as one at 48 kHz',
  (sampleRateHz) => {
    const { you, facts } = play({
      ...scene,
      packets: packets({ sampleRateHz, packetFrames: sampleRateHz / 100 }),
    });
    expect(facts).toEqual([]);
    expect(misplacement(you, 2_000)).toBeLessThan(9);
  },
);

test('timestamps that count from another origin, as in Chromium 114, are the same', () => {
  const { facts, you } = play({
    ...scene,
    packets: packets({ originMs: 1_098_819 }, { originMs: 1_098_819 }),
  });
  expect(facts).toEqual([]);
  expect(misplacement(you, 2_000)).toBeLessThan(9);
});

test('wobbling timestamps make no gap', () => {
  expect(play({ ...scene, packets: packets({ wobbleMs: 15 }) }).facts).toEqual([]);
});

test('lost packets become silence and a gap of their length, and the other side is untouched', () => {
  const troubles = [{ kind: 'lost', fromMs: 4_000, toMs: 6_000 }] as const;
  const { you, them, facts } = play({ ...scene, packets: packets({ troubles }) });
  const [gap, ...more] = gapsOf(facts, 'you');
  expect(more).toEqual([]);
  expect(gap?.cause).toBe('source stalled');
  expect(gap?.fromMs).toBeGreaterThan(1_990);
  expect(gap?.fromMs).toBeLessThan(2_050);
  expect(gap!.toMs - gap!.fromMs).toBeGreaterThan(1_975);
  expect(gap!.toMs - gap!.fromMs).toBeLessThan(2_025);
  expect(isSilent(you, gap!.fromMs + 1, gap!.toMs - 1)).toBe(true);
  expect(misplacement(you, 2_000)).toBeLessThan(9);
  expect(gapsOf(facts, 'them')).toEqual([]);
  expect(them.every((sample) => sample < 0)).toBe(true);
});

test('a side that comes late has a gap until then', () => {
  const { facts, you } = play({ ...scene, packets: packets({ startMs: 5_000 }) });
  expect(gapsOf(facts, 'you')).toEqual([
    { fromMs: 0, toMs: expect.closeTo(3_000, -1.4), cause: 'source stalled' },
  ]);
  expect(misplacement(you, 2_000)).toBeLessThan(9);
});

test('a side that never comes is one gap from start to end', () => {
  const { facts, frames } = play({ ...scene, packets: packets(null) });
  expect(frames).toBe(6_000 * 48);
  expect(gapsOf(facts, 'you')).toEqual([{ fromMs: 0, toMs: 6_000, cause: 'source stalled' }]);
});

test('when nothing ever comes the timeline still runs, with both gaps listed', () => {
  const { facts, frames, you, them } = play({ ...scene, packets: packets(null, null) });
  expect(frames).toBe(6_000 * 48);
  expect(gapsOf(facts, 'you')).toHaveLength(1);
  expect(gapsOf(facts, 'them')).toHaveLength(1);
  expect([...you, ...them].every((sample) => sample === 0)).toBe(true);
});

test('a side that is not to be recorded is silent without a gap, whatever its source sends', () => {
  const { them, facts, realFrames } = play({ ...scene, packets: packets({}), plan: { sides: ['you'] } });
  expect(them.every((sample) => sample === 0)).toBe(true);
  expect(facts).toEqual([]);
  expect(realFrames.them).toBe(0);
});

test('a source that sends nothing during silence has no gap then, but one when it is lost', () => {
  const troubles = [{ kind: 'lost', fromMs: 3_000, toMs: 5_000 }] as const;
  const { facts, them } = play({
    ...scene,
    packets: packets({}, { troubles }),
    plan: { silentWhenIdle: ['them'] },
    happenings: [
      { atMs: 7_000, what: ({ tracks, nowMs }) => tracks.them.withhold('source lost', nowMs * 1_000) },
    ],
  });
  expect(isSilent(them, 1_100, 2_900)).toBe(true);
  const [gap, ...more] = gapsOf(facts, 'them');
  expect(more).toEqual([]);
  expect(gap).toEqual({ fromMs: expect.closeTo(5_000, -2), toMs: 6_000, cause: 'source lost' });
  expect(misplacement(them, 2_000)).toBeLessThan(9);
});

describe('a standstill', () => {
  test('of one side for half a second loses nothing when its packets come in a burst', () => {
    const troubles = [{ kind: 'late', fromMs: 4_000, toMs: 4_450 }] as const;
    const { facts, you, them } = play({ ...scene, packets: packets({ troubles }) });
    expect(facts).toEqual([]);
    expect(misplacement(you, 2_000)).toBeLessThan(9);
    expect(them.every((sample) => sample < 0)).toBe(true);
  });

  test('of the sound service for 1.7 s loses nothing either', () => {
    const troubles = [{ kind: 'late', fromMs: 4_000, toMs: 5_700 }] as const;
    const { facts, you, them } = play({ ...scene, packets: packets({ troubles }, { troubles }) });
    expect(facts).toEqual([]);
    expect(misplacement(you, 2_000)).toBeLessThan(9);
    expect(misplacement(them, 2_000)).toBeLessThan(9);
  });

  test('of the sound service for 4 s keeps the last 2 s of it and lists the rest', () => {
    const troubles = [{ kind: 'late', fromMs: 3_000, toMs: 7_000 }] as const;
    const { facts, you } = play({ ...scene, packets: packets({ troubles }, { troubles }) });
    expect(totalMs(gapsOf(facts, 'you'))).toBeGreaterThan(1_900);
    expect(totalMs(gapsOf(facts, 'you'))).toBeLessThan(2_050);
    expect(misplacement(you, 2_000)).toBeLessThan(9);
  });

  test('of the page for 4 s loses nothing', () => {
    const standstills = [{ fromMs: 3_000, toMs: 7_000 }];
    const { facts, frames, you } = play({ ...scene, packets: packets({}), standstills });
    expect(facts).toEqual([]);
    expect(frames).toBe(6_000 * 48);
    expect(misplacement(you, 2_000)).toBeLessThan(9);
  });

  test('never delays the other side for long: a side that is gone is given up', () => {
    const { toldMs, facts } = play({ ...scene, packets: packets({ endMs: 4_000 }) });
    expect(toldMs - scene.endMs).toBeLessThanOrEqual(200);
    expect(gapsOf(facts, 'you')).toHaveLength(1);
  });
});

test('late batches with late timestamps, as a busy machine hands them out, are no gap', () => {
  // Measured: two batches, 120 ms apart, each stamped as one, the last packet of the second one right again.
  const given = packets({});
  const packetUs = (1_024 / 48_000) * 1_000_000;
  const first = given.you.findIndex(({ timestampUs }) => timestampUs >= 4_000_000);
  const you = given.you.map((packet, at) => {
    const inBatch = at - first;
    if (inBatch < 0 || inBatch > 12) return packet;
    const lateUs = inBatch < 9 ? 220_000 : (13 - inBatch) * 50_000;
    const arrivedUs = given.you[first]!.arrivedUs + (inBatch < 4 ? 4 : 10) * packetUs + inBatch * 100;
    return {
      ...packet,
      timestampUs: packet.timestampUs + lateUs,
      arrivedUs: Math.max(arrivedUs, packet.arrivedUs),
    };
  });
  const { facts, ...out } = play({ ...scene, packets: { ...given, you } });
  expect(facts).toEqual([]);
  expect(misplacement(out.you, 2_000)).toBeLessThan(20);
});

describe('frames that are too many', () => {
  test('are dropped, never packed: doubled packets move nothing', () => {
    const troubles = [3_000, 3_500, 4_000, 4_500].map((fromMs) => ({
      kind: 'doubled' as const,
      fromMs,
      toMs: fromMs + 25,
    }));
    const { you, frames } = play({ ...scene, packets: packets({ troubles }) });
    expect(frames).toBe(6_000 * 48);
    expect(misplacement(you, 2_000)).toBeLessThan(50);
  });
});

describe('nonsense timestamps', () => {
  test.each([
    ['back by an hour', -3_600_000],
    ['back by 3 s', -3_000],
    ['ahead by 3 s', 3_000],
    ['ahead by an hour', 3_600_000],
    ['no number', Number.NaN],
  ])('that jump %s for good: the side goes on after a gap of at most a second', (_, jumpMs) => {
    const given = packets({});
    const you = given.you.map((packet) =>
      packet.arrivedUs < 4_000_000 ? packet : { ...packet, timestampUs: packet.timestampUs + jumpMs * 1_000 },
    );
    const { facts, frames, greatestStretch, ...out } = play({ ...scene, packets: { ...given, you } });
    expect(frames).toBe(6_000 * 48);
    expect(greatestStretch).toBeLessThanOrEqual(48_000);
    expect(totalMs(gapsOf(facts, 'you'))).toBeLessThan(1_000);
    expect(misplacement(out.you, 2_000)).toBeLessThan(60);
  });

  test('on one packet alone do no harm', () => {
    const given = packets({});
    const you = given.you.map((packet, at) => (at % 50 === 0 ? { ...packet, timestampUs: -7e12 } : packet));
    const { facts, ...out } = play({ ...scene, packets: { ...given, you } });
    expect(gapsOf(facts, 'you')).toEqual([]);
    expect(misplacement(out.you, 2_000)).toBeLessThan(9);
  });
});

test('a page clock that leaps by an hour gives its frames in bounded stretches', () => {
  const standstills = [{ fromMs: 3_000, toMs: 603_000 }];
  const { frames, greatestStretch } = play({
    ...scene,
    endMs: 604_000,
    packets: packets(null, null),
    standstills,
    keep: false,
  });
  expect(frames).toBe(602_000 * 48);
  expect(greatestStretch).toBeLessThanOrEqual(48_000);
});

test('the lead is silence and a gap on the recorded sides, and the sound follows it at once', () => {
  const { you, facts, frames } = play({
    ...scene,
    packets: packets({}),
    plan: { leadMs: 1_234, sides: ['you'] },
  });
  expect(frames).toBe((6_000 + 1_234) * 48);
  expect(isSilent(you, 0, 1_234)).toBe(true);
  expect(misplacement(you.subarray(1_234 * 48), 2_000)).toBeLessThan(9);
  expect(facts).toEqual([
    { type: 'gap-opened', side: 'you', atMs: 0, cause: 'recorder restarted' },
    { type: 'gap-closed', side: 'you', atMs: 1_234 },
  ]);
});

describe('a privacy pause', () => {
  const { you, them, facts, frames, realFrames } = play({
    ...scene,
    packets: packets({}),
    happenings: [
      { atMs: 4_000, what: ({ timeline }) => timeline?.pause() },
      { atMs: 5_000, what: ({ timeline, nowMs }) => timeline?.resume(nowMs * 1_000) },
    ],
  });
  const paused = facts.find(({ type }) => type === 'paused')!.atMs;
  const resumed = facts.find(({ type }) => type === 'resumed')!.atMs;

  test('covers what was said in it, with something to spare on both ends', () => {
    expect(paused).toBeGreaterThan(2_000 - 220);
    expect(paused).toBeLessThanOrEqual(2_000);
    expect(resumed).toBeGreaterThanOrEqual(3_000);
    expect(resumed).toBeLessThan(3_000 + 250);
  });

  test('is silent on both sides and sound on either end of it', () => {
    expect(isSilent(you, paused, resumed)).toBe(true);
    expect(isSilent(them, paused, resumed)).toBe(true);
    expect(you.subarray(0, paused * 48 - 48).every((sample) => sample > 0)).toBe(true);
    expect(you.subarray(resumed * 48 + 48).every((sample) => sample > 0)).toBe(true);
  });

  test('is no gap and no real sound, and time goes on in it', () => {
    expect(facts.map(({ type }) => type)).toEqual(['paused', 'resumed']);
    expect(frames).toBe(6_000 * 48);
    expect(realFrames.you / 48).toBeCloseTo(6_000 - (resumed - paused), -1);
  });
});

test('a gap that is open when a pause begins ends there and goes on after it', () => {
  const troubles = [{ kind: 'lost', fromMs: 3_000, toMs: 6_000 }] as const;
  const { facts } = play({
    ...scene,
    packets: packets({ troubles }),
    happenings: [
      { atMs: 4_000, what: ({ timeline }) => timeline?.pause() },
      { atMs: 5_000, what: ({ timeline, nowMs }) => timeline?.resume(nowMs * 1_000) },
    ],
  });
  expect(facts.map(({ type }) => type)).toEqual([
    'gap-opened',
    'gap-closed',
    'paused',
    'resumed',
    'gap-opened',
    'gap-closed',
  ]);
});

test('a pause that is still on at the end is closed there', () => {
  const { facts } = play({
    ...scene,
    packets: packets({}),
    happenings: [{ atMs: 4_000, what: ({ timeline }) => timeline?.pause() }],
  });
  expect(facts.at(-1)).toEqual({ type: 'resumed', atMs: 6_000 });
});

describe('trust', () => {
  test('comes first: until then a side is a gap', () => {
    const { facts, you } = play({
      ...scene,
      packets: packets({}),
      trusted: ['them'],
      happenings: [{ atMs: 4_000, what: ({ tracks, nowMs }) => tracks.you.trust(nowMs * 1_000) }],
    });
    const [gap] = gapsOf(facts, 'you');
    expect(gap).toEqual({ fromMs: 0, toMs: expect.closeTo(2_100, 0), cause: 'no source' });
    expect(isSilent(you, 0, 2_099)).toBe(true);
    expect(you.subarray(2_200 * 48).every((sample) => sample > 0)).toBe(true);
  });

  test('withdrawn takes back everything that has not been told yet', () => {
    const { facts, you, them } = play({
      ...scene,
      packets: packets({}),
      happenings: [
        {
          atMs: 4_000,
          what: ({ tracks, nowMs }) => {
            tracks.you.withhold('replaced', nowMs * 1_000);
            tracks.you.forget(-Infinity);
          },
        },
        { atMs: 5_000, what: ({ tracks, nowMs }) => tracks.you.trust(nowMs * 1_000) },
      ],
    });
    const [gap, ...more] = gapsOf(facts, 'you');
    expect(more).toEqual([]);
    expect(gap?.cause).toBe('replaced');
    // Main has at least 150 ms from the swap to its word.
    expect(gap?.fromMs).toBeLessThanOrEqual(2_000 - 150);
    expect(gap?.toMs).toBeCloseTo(3_100, -0.5);
    expect(isSilent(you, gap!.fromMs, gap!.toMs)).toBe(true);
    expect(them.every((sample) => sample < 0)).toBe(true);
  });
});

test('the end is where it was asked for, with what was said up to it', () => {
  const { you, toldMs, facts } = play({ ...scene, packets: packets({}) });
  expect(you.at(-1)).toBeGreaterThan(0);
  expect(facts).toEqual([]);
  expect(toldMs - scene.endMs).toBeLessThanOrEqual(60);
});

describe('drift of 200 ppm between the device and the page', () => {
  const minutes = process.env['ONRECORD_LONG'] ? 120 : 4;
  const endMs = minutes * 60_000;
  const drifting = { ...usualDevice, wobbleMs: 3, endMs: endMs + 1_000 };
  const longRamp = ramp(1, (2 * endMs) / 1_000);
  const tone = (seconds: number) => 0.5 * Math.sin(2 * Math.PI * 440 * seconds);
  let worstMs = 0;
  const lastSecond = new Float32Array(48_000);
  const lastFrom = (endMs - 2_000) * 48 - lastSecond.length;
  const { facts, frames } = play({
    packets: {
      you: packetsOf({ ...drifting, driftPpm: 200 }, longRamp),
      them: packetsOf({ ...drifting, driftPpm: -200 }, tone),
    },
    beginMs: 2_000,
    endMs,
    keep: false,
    hear: (you, them, at) => {
      const capturedMs = rampTime(you[0] ?? 0, (2 * endMs) / 1_000) * 1_000;
      if (you.length > 0) worstMs = Math.max(worstMs, Math.abs(capturedMs - (2_000 + at / 48)));
      if (at >= lastFrom) lastSecond.set(them, at - lastFrom);
    },
  });

  test('makes no gap and changes nothing of the duration', () => {
    expect(facts).toEqual([]);
    expect(frames).toBe((endMs - 2_000) * 48);
  });

  test('never moves a sample by 50 ms, though uncorrected it would within four minutes', () => {
    expect(worstMs).toBeLessThan(20);
  });

  test('leaves a tone its pitch to 0.05 %', () => {
    // A second of a tone that is 0.05 % off is already out of step with itself by 0.22 turns: 8 % less at 440 Hz.
    expect(toneLevel(lastSecond, 48_000, 440)).toBeGreaterThan(0.46);
  });
});
