// Calendar dates: what day it is depends on where and when, and counting days never stumbles over a clock put forward.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, dayAt, daysBetween } from '../../../contract/day.ts';
import { inZone } from '../../support/in-zone.ts';

test.each([
  ['Europe/Berlin', '2026-11-29T22:59:59.999Z', '2026-11-29'],
  ['Europe/Berlin', '2026-11-29T23:00:00.000Z', '2026-11-30'],
  ['America/New_York', '2026-11-30T04:59:59.999Z', '2026-11-29'],
  ['America/New_York', '2026-11-30T05:00:00.000Z', '2026-11-30'],
  ['Pacific/Kiritimati', '2026-12-31T10:00:00.000Z', '2027-01-01'],
  ['Pacific/Pago_Pago', '2027-01-01T10:59:59.999Z', '2026-12-31'],
  ['Asia/Kathmandu', '2026-11-29T18:15:00.000Z', '2026-11-30'],
  // The night in which Berlin's clocks are put back: an hour more until midnight.
  ['Europe/Berlin', '2026-10-25T22:59:59.999Z', '2026-10-25'],
  ['Europe/Berlin', '2026-10-25T23:00:00.000Z', '2026-10-26'],
  // Beirut puts them forward at midnight itself: the day begins at one o'clock.
  ['Asia/Beirut', '2026-03-28T21:59:59.999Z', '2026-03-28'],
  ['Asia/Beirut', '2026-03-28T22:00:00.000Z', '2026-03-29'],
])('in %s, %s is on %s', (timeZone, instant, day) => {
  inZone(timeZone);
  expect(dayAt(Date.parse(instant))).toBe(day);
});

test('days are counted over months, leap days and clocks that are put forward and back', () => {
  for (const timeZone of ['Europe/Berlin', 'America/Sao_Paulo', 'Asia/Beirut']) {
    inZone(timeZone);
    expect(addDays('2026-03-28', 1)).toBe('2026-03-29');
    expect(addDays('2026-03-29', 1)).toBe('2026-03-30');
    expect(addDays('2026-10-25', -1)).toBe('2026-10-24');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(daysBetween('2026-12-31', '2027-01-01')).toBe(1);
    expect(daysBetween('2026-03-30', '2026-03-28')).toBe(-2);
  }
});

test('going some days on and counting them back agree, on any day', () => {
  const day = fc.date({ min: new Date('1970-01-01'), max: new Date('2200-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(day, fc.integer({ min: -4000, max: 4000 }), (from, days) => {
      const first = from.toISOString().slice(0, 10);
      expect(daysBetween(first, addDays(first, days))).toBe(days);
    }),
  );
});
