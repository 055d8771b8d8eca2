// The source's clock finds out when packets were captured, from timestamps that may lie.
import { expect, test } from 'vitest';
import type { ArrivedPacket, TimedPacket } from '../../../../renderer/capture/packet.ts';
import { SourceClock } from '../../../../renderer/capture/source-clock.ts';

const packetMs = 20;

function packet(timestampMs: number, arrivedMs: number): ArrivedPacket {
  const samples = new Float32Array(960);
  return { timestampUs: timestampMs * 1_000, arrivedUs: arrivedMs * 1_000, samples, sampleRateHz: 48_000 };
}

const startsMs = (packets: readonly TimedPacket[]) =>
  packets.map(({ startUs }) => Math.round(startUs / 1_000));

/** A clock that has heard a second of a good source: captured at 0, 20, 40 ms..., each arriving 5 ms after its end. */
function settledClock(originMs = 0): { clock: SourceClock; nextMs: number } {
  const clock = new SourceClock();
  for (let ms = 0; ms < 1_000; ms += packetMs) clock.accept(packet(ms + originMs, ms + packetMs + 5));
  return { clock, nextMs: 1_000 };
}

test('the first packets are held for a moment and then all given, in order', () => {
  const clock = new SourceClock();
  const given = [0, 20, 40, 60, 80].map((ms) => clock.accept(packet(ms, ms + 25)));
  expect(given.slice(0, 4)).toEqual([[], [], [], []]);
  expect(startsMs(given[4]!)).toEqual([5, 25, 45, 65, 85]);
});

test.each([0, 1_098_819, -77_000])(
  'timestamps from an origin at %i ms are brought to the clock of the page',
  (originMs) => {
    const { clock, nextMs } = settledClock(originMs);
    expect(startsMs(clock.accept(packet(nextMs + originMs, nextMs + 25)))).toEqual([1_005]);
  },
);

test('timestamps that creep forward while a source starts are overruled by arrival', () => {
  const clock = new SourceClock();
  const given: number[] = [];
  for (let at = 0; at < 40; at += 1) {
    // 400 ms early for the first 0.2 s, and then 20 ms less so with each packet, as measured.
    const lieMs = Math.max(0, 400 - Math.max(0, at - 10) * 20);
    given.push(...startsMs(clock.accept(packet(at * packetMs - lieMs, at * packetMs + 25))));
  }
  const steps = given.slice(1).map((ms, at) => ms - given[at]!);
  expect(Math.max(...steps)).toBeLessThanOrEqual(packetMs + 2);
  expect(Math.min(...steps)).toBeGreaterThanOrEqual(packetMs - 2);
});

test('a burst after a standstill keeps its timestamps', () => {
  const { clock } = settledClock();
  const burst = Array.from({ length: 60 }, (_, at) => clock.accept(packet(1_000 + at * packetMs, 2_205)));
  expect(startsMs(burst.flat())).toEqual(Array.from({ length: 60 }, (_, at) => 1_005 + at * packetMs));
});

test('packets that go on late at the usual pace have been restarted: arrival is believed after 0.4 s', () => {
  const { clock } = settledClock();
  const given = Array.from({ length: 30 }, (_, at) =>
    clock.accept(packet(1_500 + at * packetMs, 3_025 + at * packetMs)),
  );
  const times = startsMs(given.flat());
  expect(times).toHaveLength(30);
  expect(times[0]).toBe(3_005);
  expect(given.findIndex((packets) => packets.length > 0)).toBe(20);
});

test('no packet is ever placed after its arrival', () => {
  const { clock } = settledClock();
  expect(startsMs(clock.accept(packet(9_999_000, 1_025)))).toEqual([1_005]);
  expect(startsMs(clock.accept(packet(1_020, 1_045)))).toEqual([1_025]);
});

test('a late packet that nothing follows is given after 0.6 s, where its timestamp wants it', () => {
  const { clock } = settledClock();
  expect(clock.accept(packet(1_000, 1_525))).toEqual([]);
  expect(clock.settle(2_100_000)).toEqual([]);
  expect(startsMs(clock.settle(2_126_000))).toEqual([1_005]);
  expect(clock.settle(3_000_000)).toEqual([]);
});

test('clocks that drift apart are followed slowly', () => {
  const clock = new SourceClock();
  let worst = 0;
  for (let at = 0; at < 30_000; at += 1) {
    // The timestamps run 100 ppm slow: 60 ms in ten minutes.
    const arrivedMs = at * packetMs + 25;
    for (const { startUs } of clock.accept(packet(at * packetMs * 0.9999, arrivedMs))) {
      if (at > 100) worst = Math.max(worst, Math.abs(startUs / 1_000 + packetMs - arrivedMs));
    }
  }
  expect(worst).toBeLessThan(8);
});

test('an empty packet is nothing', () => {
  expect(new SourceClock().accept({ ...packet(0, 0), samples: new Float32Array() })).toEqual([]);
});
