// The resampler changes the number of frames and nothing else.
import { describe, expect, test } from 'vitest';
import { Resampler } from '../../../../renderer/capture/resampler.ts';

const rates = [8_000, 16_000, 44_100, 48_000, 96_000, 192_000];

function sine(hz: number, rateHz: number, seconds: number): Float32Array {
  return Float32Array.from(
    { length: rateHz * seconds },
    (_, at) => 0.5 * Math.sin((2 * Math.PI * hz * at) / rateHz),
  );
}

function inPackets(samples: Float32Array, size: number): Float32Array[] {
  const count = Math.ceil(samples.length / size);
  return Array.from({ length: count }, (_, at) => samples.subarray(at * size, (at + 1) * size));
}

function resample(samples: Float32Array, rateHz: number, size: number, lead = 0, stretch = 0): Float32Array {
  const resampler = new Resampler(rateHz, lead);
  const parts = inPackets(samples, size).map((part) => resampler.push(part, stretch));
  return Float32Array.from([...parts, resampler.flush()].flatMap((part) => [...part]));
}

/** Greatest difference to the same sine at 48 kHz, edges left out. */
function error(frames: Float32Array, hz: number, lead = 0): number {
  let greatest = 0;
  for (let at = 200; at < frames.length - 200; at += 1) {
    const wanted = 0.5 * Math.sin((2 * Math.PI * hz * (at + lead)) / 48_000);
    greatest = Math.max(greatest, Math.abs(wanted - frames[at]!));
  }
  return greatest;
}

describe.each(rates)('from %i Hz', (rateHz) => {
  test('a second stays a second', () => {
    expect(resample(sine(440, rateHz, 1), rateHz, 480)).toHaveLength(48_000);
  });

  test('a tone keeps pitch, level and place', () => {
    expect(error(resample(sine(1_000, rateHz, 1), rateHz, 480), 1_000)).toBeLessThan(0.001);
  });

  test('the size of the packets does not matter', () => {
    const whole = resample(sine(440, rateHz, 0.5), rateHz, rateHz);
    const bits = resample(sine(440, rateHz, 0.5), rateHz, 7);
    expect(Math.abs(bits.length - whole.length)).toBeLessThanOrEqual(1);
    expect(bits.every((frame, at) => Math.abs(frame - (whole[at] ?? frame)) < 1e-5)).toBe(true);
  });
});

test('a lead of part of a frame shifts the sound by just that', () => {
  expect(error(resample(sine(440, 44_100, 1), 44_100, 441, 0.7), 440, 0.7)).toBeLessThan(0.001);
});

test('what 48 kHz cannot carry is filtered out and does not come back as another tone', () => {
  const frames = resample(sine(30_000, 96_000, 1), 96_000, 960);
  expect(Math.max(...frames.subarray(200, 47_000).map(Math.abs))).toBeLessThan(0.005);
});

test('the rest is what the input not read yet is worth', () => {
  const resampler = new Resampler(16_000, 0);
  const frames = resampler.push(new Float32Array(160), 0).length;
  expect(frames + resampler.restFrames()).toBeCloseTo(480, 6);
});

test('a stretch of 0.0008 makes 0.08 % more frames', () => {
  const frames = resample(sine(440, 48_000, 10), 48_000, 480, 0, 0.0008).length;
  expect(frames).toBeGreaterThanOrEqual(480_000 * 1.0008 - 2);
  expect(frames).toBeLessThanOrEqual(480_000 * 1.0008 + 2);
});
