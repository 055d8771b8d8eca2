// What people say about days, on Tuesday 24 November 2026.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { understandDue } from '../../../../renderer/app/promise/understand-due.ts';

const british = { today: '2026-11-24', weekend: [6, 7], monthFirst: false };

const said: [words: string, due: string | null][] = [
  ['by Friday', '2026-11-27'],
  ['by this Friday', '2026-11-27'],
  ['on Monday', '2026-11-30'],
  ['call back on Monday 30th', '2026-11-30'],
  ['by Wed', '2026-11-25'],
  ['Friday week', '2026-12-04'],
  ['today', '2026-11-24'],
  ['by close of business today', '2026-11-24'],
  ['tomorrow', '2026-11-25'],
  ['within 5 days', '2026-11-29'],
  ['in 10 days time', '2026-12-04'],
  ['up to 7 days', '2026-12-01'],
  ['3 to 5 days', '2026-11-29'],
  ['5-7 days', '2026-12-01'],
  ['within 48 hours', '2026-11-26'],
  ['within 14 days of today', '2026-12-08'],
  ['in two weeks', '2026-12-08'],
  ['2 weeks from today', '2026-12-08'],
  ['a fortnight', '2026-12-08'],
  ['in 30 days', '2026-12-24'],
  ['next week', '2026-12-01'],
  ['within 5 working days', '2026-12-01'],
  ['within five working days', '2026-12-01'],
  ['Refund of $120 within five working days', '2026-12-01'],
  ['1 working day', '2026-11-25'],
  ['10 business days', '2026-12-08'],
  ['3 to 5 business days', '2026-12-01'],
  ['3-5 working days', '2026-12-01'],
  ['two weekdays', '2026-11-26'],
  ['end of the month', '2026-11-30'],
  ['by the end of next month', '2026-12-31'],
  ['by the end of the week', '2026-11-27'],
  ['end of next week', '2026-12-04'],
  ['by the end of the year', '2026-12-31'],
  ['by end of day', '2026-11-24'],
  ['by close of business tomorrow', '2026-11-25'],
  ['on the next working day', '2026-11-25'],
  ['5 working days from Monday', '2026-12-07'],
  ['within ten working days of 1 December', '2026-12-15'],
  ['within twenty-one days', '2026-12-15'],
  ['twenty eight days', '2026-12-22'],
  ['by mid December', '2026-12-15'],
  ['they said so last Friday', null],
  ['next month', '2026-12-31'],
  ['in two months', '2027-01-24'],
  ['in March', '2027-03-31'],
  ['March 2027', '2027-03-31'],
  ['by 3 December', '2026-12-03'],
  ['Dec 5', '2026-12-05'],
  ['1 Jan', '2027-01-01'],
  ['by 1st of March', '2027-03-01'],
  ['2026-12-01', '2026-12-01'],
  ['on 30/11', '2026-11-30'],
  ['on 03/12', '2026-12-03'],
  ['by the 15th', '2026-12-15'],
  ['by the 28th', '2026-11-28'],
  ['the 31st', '2026-12-31'],
  ['by Nov 30', '2026-11-30'],
  ['by Dec. 31, 5pm', '2026-12-31'],
  ['Dec 31 17:00', '2026-12-31'],
  ['January 15', '2027-01-15'],
  ['31st Dec 26', '2026-12-31'],
  ['December 4-6', '2026-12-06'],
  ['3-5 December', '2026-12-05'],
  ['day after tomorrow', '2026-11-26'],
  ['the day after tomorrow', '2026-11-26'],
  ['a week on Monday', '2026-12-07'],
  ['two weeks from Friday', '2026-12-11'],
  ['the week after next', '2026-12-08'],
  ['after the weekend', '2026-11-30'],
  ['by the first of next month', '2026-12-01'],
  ['on the 15th of next month', '2026-12-15'],
  ['on the 15th of the month', '2026-12-15'],
  ['on the 28th of this month', '2026-11-28'],
  ['the first week of December', '2026-12-07'],
  ['the last Friday of the month', null],
  ['later in the month', null],
  ['$40 a month', null],
  ['support is there 24/7', null],
  ['2nd line will call by Friday', '2026-11-27'],
  ['a 3rd party on the 1st floor', null],
  ['called today, refund by Friday', '2026-11-27'],
  ['yesterday', null],
  ['they may refund you', null],
  ['I sat on hold', null],
  ['at 5', null],
  ['ref 2093-881 agent 4471', null],
  ['Refund of 120', null],
  ['second line support', null],
  ['', null],
];

test.each(said)('“%s” is due on %s', (words, due) => {
  expect(understandDue(words, british)).toBe(due);
});

describe('habits of the place', () => {
  test('a working week from Sunday to Thursday counts its own days', () => {
    expect(understandDue('within 3 working days', { ...british, weekend: [5, 6] })).toBe('2026-11-29');
    expect(understandDue('by the end of the week', { ...british, weekend: [5, 6] })).toBe('2026-11-26');
    expect(understandDue('end of the week', { ...british, today: '2026-11-28' })).toBe('2026-12-04');
  });
  test('where the month comes first, 03/04 is in March', () => {
    expect(understandDue('by 03/04', { ...british, monthFirst: true })).toBe('2027-03-04');
    expect(understandDue('by 03/04', british)).toBe('2027-04-03');
  });
});

test('a month from a day that the next month lacks is the last of that month', () => {
  const due = (text: string, today: string) => understandDue(text, { ...british, today });
  expect(due('in a month', '2026-01-31')).toBe('2026-02-28');
  expect(due('within 3 months', '2026-01-31')).toBe('2026-04-30');
  expect(due('one month from now', '2026-08-31')).toBe('2026-09-30');
  expect(due('in a month', '2026-11-24')).toBe('2026-12-24');
});

const day = fc.integer({ min: 0, max: 3_000 }).map((days) => plusDays('2026-01-01', days));

function plusDays(from: string, days: number): string {
  return new Date(Date.parse(`${from}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

test('any number of working days, from any day and for any weekend, ends where counting them one by one does', () => {
  const weekends = fc.constantFrom<number[]>([6, 7], [5, 6], [7], []);
  fc.assert(
    fc.property(day, weekends, fc.integer({ min: 1, max: 60 }), (today, weekend, count) => {
      let due = today;
      for (let left = count; left > 0;) {
        due = plusDays(due, 1);
        const weekday = new Date(`${due}T00:00:00Z`).getUTCDay() || 7;
        if (!weekend.includes(weekday)) left -= 1;
      }
      expect(understandDue(`a refund within ${count} working days`, { ...british, today, weekend })).toBe(
        due,
      );
    }),
    { numRuns: 300 },
  );
});

test('a date to come, written out in either order of day and month, is that date', () => {
  const ahead = fc.integer({ min: 1, max: 300 });
  fc.assert(
    fc.property(day, ahead, fc.constantFrom('en-GB', 'en-US'), (today, days, language) => {
      const due = plusDays(today, days);
      const format = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
      const words = format.format(new Date(`${due}T00:00:00Z`));
      expect(understandDue(`you will have it by ${words}.`, { ...british, today })).toBe(due);
    }),
    { numRuns: 300 },
  );
});

test('a date to come, written without its year, is that date, whichever of day and month comes first', () => {
  const ahead = fc.integer({ min: 0, max: 300 });
  const languages = fc.constantFrom('en-GB', 'en-US');
  const lengths = fc.constantFrom('long' as const, 'short' as const);
  fc.assert(
    fc.property(day, ahead, languages, lengths, fc.boolean(), (today, days, language, month, monthFirst) => {
      const due = plusDays(today, days);
      const format = new Intl.DateTimeFormat(language, { day: 'numeric', month, timeZone: 'UTC' });
      const words = format.format(new Date(`${due}T00:00:00Z`));
      expect(understandDue(`you will have it by ${words}.`, { ...british, today, monthFirst })).toBe(due);
    }),
    { numRuns: 300 },
  );
});

test('no text makes it fail, and no day lies before the call', () => {
  const word = fc.constantFrom(
    ...said.flatMap(([words]) => words.split(' ')),
    '0',
    '99',
    '31st',
    'end',
    'of',
  );
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(word, { maxLength: 8 }).map((all) => all.join(' ')),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const due = understandDue(text, british);
      expect(due === null || due >= british.today).toBe(true);
    }),
    { numRuns: 300 },
  );
});
