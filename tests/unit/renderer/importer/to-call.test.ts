// What comes out of a file becomes a call's two sides: holes are silence of the same length, listed; nothing is closed up.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Stretch } from '../../../../renderer/importer/stretch.ts';
import { ToCall } from '../../../../renderer/importer/to-call.ts';

function bench(sampleRateHz: number, channels: number, skipSeconds = 0) {
  const heard = { left: [] as number[], right: [] as number[] };
  const call = new ToCall({ sampleRateHz, channels, skipSeconds }, (left, right) => {
    heard.left.push(...left);
    heard.right.push(...right);
  });
  return { call, heard };
}
const sound = (frames: number, values: readonly number[], sampleRateHz = 48_000): Stretch => ({
  what: 'sound',
  channels: values.map((value) => new Float32Array(frames).fill(value)),
  sampleRateHz,
  fromSeconds: 0,
});
const hole = (seconds: number): Stretch => ({ what: 'hole', seconds, cause: 'broken' });

describe('a file becomes a call', () => {
  it('left is left and right is right', () => {
    const { call, heard } = bench(48_000, 2);
    call.add(sound(10, [0.25, -0.5]));
    call.finish(null);
    expect(heard).toEqual({ left: Array(10).fill(0.25), right: Array(10).fill(-0.5) });
    expect(call.voices).toBe('apart');
  });

  it('one channel, or two that are the same but for an encoder’s noise, is both voices together', () => {
    for (const values of [[0.25], [0.25, 0.251], [0.1, 0.1, 0.1]]) {
      const { call } = bench(48_000, values.length);
      call.add(sound(10, values));
      call.finish(null);
      expect(call.voices).toBe('together');
    }
  });

  it('more than two channels are heard as one', () => {
    const { call, heard } = bench(48_000, 4);
    call.add(sound(1, [0.25, 0.25, 0.5, 0.5]));
    call.finish(null);
    expect(heard).toEqual({ left: [0.375], right: [0.375] });
  });

  it('holes are silence as long as they were, those that touch are one, and the first instant is not told', () => {
    const { call, heard } = bench(48_000, 1);
    for (const one of [hole(0.02), sound(48_000, [1]), hole(0.5), hole(0.25), sound(480, [1])]) call.add(one);
    call.finish(null);
    expect(call.holes).toEqual([{ fromMs: 1020, toMs: 1770, cause: 'broken' }]);
    expect(heard.left.filter((value) => value === 0)).toHaveLength(0.77 * 48_000);
    expect(call.frames).toBe(48_480);
  });

  it('what a decoder makes before the sound begins is dropped, and what fills up the last packet too', () => {
    const { call, heard } = bench(48_000, 1, 0.01);
    call.add(sound(960, [1]));
    call.add(sound(960, [1]));
    call.finish(0.025);
    expect(heard.left).toHaveLength(1200);
  });

  it('lasts as long as it was, whatever the rate and however it comes', () => {
    const rates = fc.constantFrom(8_000, 11_025, 16_000, 22_050, 44_100, 48_000);
    const lengths = fc.array(fc.integer({ min: 1, max: 4_000 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(rates, lengths, (rateHz, frames) => {
        const { call, heard } = bench(rateHz, 1);
        for (const length of frames) call.add(sound(length, [0.5], rateHz));
        call.finish(null);
        const inAll = frames.reduce((sum, one) => sum + one, 0);
        expect(Math.abs(heard.left.length - (inAll * 48_000) / rateHz)).toBeLessThanOrEqual(1);
        expect(heard.right).toHaveLength(heard.left.length);
      }),
      { numRuns: 40 },
    );
  });
});
