// Peaks are the loudest sample of each 10 ms, side by side.
import { expect, test } from 'vitest';
import { PeakMeter } from '../../../../renderer/capture/peaks.ts';

function withPeak(frames: number, at: number, value: number): Float32Array {
  const samples = new Float32Array(frames);
  samples[at] = value;
  return samples;
}

test('a second of sound gives 100 pairs, you before them', () => {
  const meter = new PeakMeter();
  meter.add(new Float32Array(48_000).fill(1), new Float32Array(48_000).fill(-0.5));
  const peaks = meter.take();
  expect(peaks).toHaveLength(200);
  expect([...peaks.subarray(0, 4)]).toEqual([255, 128, 255, 128]);
});

test('a peak is found in its own 10 ms, whatever the stretches are', () => {
  const you = withPeak(4_800, 480 * 3 + 479, 0.4);
  const whole = new PeakMeter();
  whole.add(you, new Float32Array(4_800));
  const bits = new PeakMeter();
  for (let at = 0; at < 4_800; at += 77)
    bits.add(you.subarray(at, at + 77), new Float32Array(Math.min(77, 4_800 - at)));
  const peaks = whole.take();
  expect([...peaks]).toEqual([0, 0, 0, 0, 0, 0, 102, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
  expect(bits.take()).toEqual(peaks);
});

test('what is taken is not given again, and the last, shorter peak comes with the end', () => {
  const meter = new PeakMeter();
  meter.add(new Float32Array(500).fill(0.1), new Float32Array(500));
  expect(meter.take()).toHaveLength(2);
  expect(meter.take()).toHaveLength(0);
  meter.finish();
  expect([...meter.take()]).toEqual([26, 0]);
  meter.finish();
  expect(meter.take()).toHaveLength(0);
});

test('louder than full scale is full scale', () => {
  const meter = new PeakMeter();
  meter.add(new Float32Array(480).fill(-3), new Float32Array(480));
  expect([...meter.take()]).toEqual([255, 0]);
});
