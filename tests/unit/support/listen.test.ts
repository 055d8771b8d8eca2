// The ears of the other tests must be right themselves.
import { expect, test } from 'vitest';
import { deinterleave, dominantToneHz, rms, toneLevel, tonePerWindow } from '../../support/listen.ts';

const rate = 48_000;

function sine(frequencyHz: number, amplitude: number, ms: number): Float32Array {
  const length = (rate * ms) / 1000;
  return Float32Array.from(
    { length },
    (_, at) => amplitude * Math.sin((2 * Math.PI * frequencyHz * at) / rate),
  );
}

function joined(...parts: Float32Array[]): Float32Array {
  return Float32Array.from(parts.flatMap((part) => [...part]));
}

function mixed(a: Float32Array, b: Float32Array): Float32Array {
  return a.map((sample, at) => sample + (b[at] ?? 0));
}

test('toneLevel is the amplitude of the tone asked for', () => {
  expect(toneLevel(sine(440, 0.25, 500), rate, 440)).toBeCloseTo(0.25, 3);
  expect(toneLevel(sine(440, 0.25, 500), rate, 1000)).toBeLessThan(0.003);
  expect(toneLevel(new Float32Array(0), rate, 440)).toBe(0);
});

test('rms of a sine is its amplitude over the root of two', () => {
  expect(rms(sine(1000, 0.5, 100))).toBeCloseTo(0.5 / Math.SQRT2, 4);
  expect(rms(new Float32Array(0))).toBe(0);
});

test('the louder of two tones dominates, and equal ones leave it open', () => {
  expect(dominantToneHz(mixed(sine(440, 0.5, 200), sine(1000, 0.1, 200)), rate, [440, 1000])).toBe(440);
  expect(dominantToneHz(mixed(sine(440, 0.1, 200), sine(1000, 0.5, 200)), rate, [440, 1000])).toBe(1000);
});

test('a tone that is no candidate is neither silence nor a candidate', () => {
  expect(dominantToneHz(sine(700, 0.5, 200), rate, [440, 1000])).toBe('other');
  expect(dominantToneHz(sine(440, 0.0005, 200), rate, [440, 1000])).toBe('silence');
  expect(dominantToneHz(sine(440, 0.5, 200), rate, [])).toBe('other');
});

test('tonePerWindow follows the changes and drops the rest that fills no window', () => {
  const samples = joined(sine(440, 0.3, 200), new Float32Array(rate / 10), sine(1000, 0.3, 150));
  expect(tonePerWindow(samples, rate, 100, [440, 1000])).toEqual([440, 440, 'silence', 1000]);
});

test('deinterleave takes frames apart and ignores half a frame at the end', () => {
  const bytes = Buffer.alloc(20);
  [1, -1, 0.5, -0.5, 0.25].forEach((value, at) => bytes.writeFloatLE(value, at * 4));
  expect(deinterleave(bytes, 2)).toEqual([Float32Array.of(1, 0.5), Float32Array.of(-1, -0.5)]);
});
