import { describe, expect, it } from 'vitest';
import { clock, readableLength, shortClock, spokenLength } from '../../../../../renderer/app/ui/format.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

describe('clock', () => {
  it.each([
    [0, '00:00'],
    [999, '00:00'],
    [4 * second, '00:04'],
    [12 * minute + 47 * second, '12:47'],
    [hour - 1, '59:59'],
    [hour, '1:00:00'],
    [10 * hour + 4 * minute + 12 * second, '10:04:12'],
    [-5, '00:00'],
  ])('%d ms is %s', (ms, text) => expect(clock(ms)).toBe(text));

  it('has no leading zero where it counts up in a sentence', () => {
    expect(shortClock(4 * minute + 12 * second)).toBe('4:12');
    expect(shortClock(9 * second)).toBe('0:09');
    expect(shortClock(14 * minute)).toBe('14:00');
  });
});

describe('length', () => {
  it.each([
    [9 * second, '9 s'],
    [4 * minute + 12 * second, '4 min 12 s'],
    [2 * minute, '2 min'],
    [hour + 4 * minute + 30 * second, '1 h 4 min'],
    [2 * hour, '2 h'],
  ])('%d ms reads %s', (ms, text) => expect(readableLength(ms)).toBe(text));

  it('is spoken in full words', () => {
    expect(spokenLength(12 * minute + 47 * second, 'en-GB')).toBe('12 minutes, 47 seconds');
    expect(spokenLength(0, 'en-GB')).toBe('0 seconds');
    expect(spokenLength(hour, 'en-GB')).toBe('1 hour');
  });
});
