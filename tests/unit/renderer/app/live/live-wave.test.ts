import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LiveWave } from '../../../../../renderer/app/live/live-wave.ts';

const values = (count: number, value: number) => Array.from({ length: count }, () => value);

describe('the live picture', () => {
  it('is as long as what arrived, however it was cut', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 60 }), (counts) => {
        const wave = new LiveWave();
        for (const count of counts) wave.add(values(count, 9), values(count, 9), 0);
        expect(wave.durationMs).toBe(counts.reduce((sum, count) => sum + count * 10, 0));
      }),
    );
  });

  it('keeps the sides apart', () => {
    const wave = new LiveWave();
    wave.add(values(100, 200), values(100, 20), 1000);
    expect(wave.loudness('you', 0, 1000)).toBe(200);
    expect(wave.loudness('them', 0, 1000)).toBe(20);
  });

  it('shows a single loud moment in a long stretch, but not as if all of it were loud', () => {
    const wave = new LiveWave();
    wave.add([...values(5000, 0), ...values(10, 250), ...values(4990, 0)], values(10_000, 0), 100_000);
    const whole = wave.loudness('you', 0, 100_000);
    expect(whole).toBeGreaterThan(100);
    expect(whole).toBeLessThan(250);
  });

  it('knows nothing of what has not arrived yet', () => {
    expect(new LiveWave().loudness('you', 0, 5000)).toBe(0);
  });

  it('puts itself right by the disk after a reload of the window, and takes what was before', () => {
    const wave = new LiveWave();
    wave.add(values(5, 50), values(5, 50), 600_000);
    expect(wave.durationMs).toBe(600_050);
    expect(wave.loudness('you', 0, 600_000)).toBe(0);
    wave.backfill(600_000, new Uint8Array(2000).fill(80), new Uint8Array(2000).fill(40));
    expect(wave.loudness('you', 0, 599_000)).toBe(80);
    expect(wave.loudness('them', 300_000, 300_400)).toBe(40);
  });

  it('survives ten hours', () => {
    const wave = new LiveWave();
    for (let minute = 0; minute < 600; minute++) wave.add(values(6000, minute % 256), values(6000, 1), 0);
    expect(wave.durationMs).toBe(36_000_000);
    expect(wave.loudness('you', 200 * 60_000, 201 * 60_000)).toBe(200);
  });

  it('notes each silence once, from where it began to where it ended', () => {
    const wave = new LiveWave();
    wave.silence('both', false);
    wave.add(values(100, 1), values(100, 1), 1000);
    wave.silence('both', true);
    wave.silence('both', true);
    wave.silence('you', true);
    wave.add(values(100, 0), values(100, 0), 2000);
    wave.silence('both', false);
    expect(wave.silences).toEqual([
      { side: 'both', fromMs: 1000, toMs: 2000 },
      { side: 'you', fromMs: 1000, toMs: null },
    ]);
  });

  it('forgets everything for the next call', () => {
    const wave = new LiveWave();
    wave.add(values(105, 90), values(105, 90), 1050);
    wave.silence('them', true);
    const before = wave.version;
    wave.clear();
    expect([wave.durationMs, wave.silences.length, wave.loudness('you', 0, 2000)]).toEqual([0, 0, 0]);
    expect(wave.version).toBeGreaterThan(before);
  });
});
