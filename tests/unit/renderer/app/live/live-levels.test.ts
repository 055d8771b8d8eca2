import { describe, expect, it, vi } from 'vitest';
import { LiveLevels, meterPlace } from '../../../../../renderer/app/live/live-levels.ts';

const heard = (onDiskMs: number) => ({ you: 0.5, them: 0.1, youPeaks: [], themPeaks: [], onDiskMs });

describe('meter', () => {
  it.each([
    [0, 0],
    [0.0005, 0],
    [1, 1],
    [2, 1],
  ])('puts a sample of %d at %d', (sample, place) => expect(meterPlace(sample)).toBe(place));

  it('goes by decibels: half as loud is a tenth of the width less', () => {
    expect(meterPlace(1) - meterPlace(0.5)).toBeCloseTo(0.1, 2);
  });
});

describe('levels', () => {
  it('tell only when a whole second is over', () => {
    const levels = new LiveLevels();
    const changed = vi.fn<() => void>();
    const end = levels.watch(changed);
    for (let ms = 50; ms <= 2000; ms += 50) levels.hear(heard(ms));
    expect(changed).toHaveBeenCalledTimes(2);
    expect(levels.wholeSeconds()).toBe(2);
    end();
    levels.hear(heard(5000));
    expect(changed).toHaveBeenCalledTimes(2);
  });

  it('fall to nothing when no message comes any more', () => {
    vi.useFakeTimers();
    const levels = new LiveLevels();
    levels.hear(heard(0));
    expect(levels.level('you')).toBe(0.5);
    vi.advanceTimersByTime(500);
    expect(levels.level('you')).toBe(0);
    vi.useRealTimers();
  });
});
