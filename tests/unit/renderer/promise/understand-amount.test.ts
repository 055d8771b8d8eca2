// Amounts as people write them, in the digits of many countries.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { habitsOf } from '../../../../renderer/app/promise/habits.ts';
import { understandAmount } from '../../../../renderer/app/promise/understand-amount.ts';

const american = { dollar: 'USD', krone: 'SEK' };

const said: [words: string, value: number | null, currency?: string][] = [
  ['$120', 120, 'USD'],
  ['Refund of $120 within five working days', 120, 'USD'],
  ['$1,234.56', 1234.56, 'USD'],
  ['$ 35', 35, 'USD'],
  ['£35.50', 35.5, 'GBP'],
  ['£35,50', 35.5, 'GBP'],
  ['€1.234,56', 1234.56, 'EUR'],
  ['1.234,56 €', 1234.56, 'EUR'],
  ['1 234,56 €', 1234.56, 'EUR'],
  ["CHF 1'250.50", 1250.5, 'CHF'],
  ['120 euros', 120, 'EUR'],
  ['120 dollars', 120, 'USD'],
  ['20 quid', 20, 'GBP'],
  ['50 pounds', 50, 'GBP'],
  ['USD 99.90', 99.9, 'USD'],
  ['99,90 EUR', 99.9, 'EUR'],
  ['A$15', 15, 'AUD'],
  ['US$15', 15, 'USD'],
  ['500 kr', 500, 'SEK'],
  ['49,99 zł', 49.99, 'PLN'],
  ['50p', 0.5, 'GBP'],
  ['75 cents', 0.75, 'USD'],
  ['¥5,000', 5000, 'JPY'],
  ['€1.500', 1500, 'EUR'],
  ['$120 instead of $80', 120, 'USD'],
  ['5 days and then $10', 10, 'USD'],
  ['$1.2k', 1200, 'USD'],
  ['5k euros', 5000, 'EUR'],
  ['5 kr', 5, 'SEK'],
  ['120 Canadian dollars', 120, 'CAD'],
  ['$50 CAD', 50, 'CAD'],
  ['$3 million', 3_000_000, 'USD'],
  ['£1.5m', 1_500_000, 'GBP'],
  ['2 thousand euros', 2000, 'EUR'],
  ['$5 more', 5, 'USD'],
  ['Call back by 5 p.m. on Friday', null],
  ['between 3 and 5 p.m', null],
  ['by 5 p.m., and then $10', 10, 'USD'],
  ['Refund of 120', null],
  ['within 5 working days', null],
  ['agent 4471', null],
  ['NW-2093-881', null],
  ['5 people', null],
  ['$', null],
  ['', null],
];

test.each(said)('“%s” is %s %s', (words, value, currency) => {
  expect(understandAmount(words, american)).toEqual(value === null ? null : { value, currency });
});

test('a dollar is the dollar of the place', () => {
  expect(understandAmount('$5', habitsOf('en-AU'))?.currency).toBe('AUD');
  expect(understandAmount('$5', habitsOf('en-GB'))?.currency).toBe('USD');
  expect(understandAmount('5 kr', habitsOf('da-DK'))?.currency).toBe('DKK');
});

test('what a country’s own format writes is read back', () => {
  const languages = fc.constantFrom('en-GB', 'en-US', 'de-DE', 'fr-FR', 'pl-PL', 'sv-SE', 'de-CH');
  const currencies = fc.constantFrom('EUR', 'GBP', 'USD', 'PLN', 'CHF');
  fc.assert(
    fc.property(
      languages,
      currencies,
      fc.integer({ min: 0, max: 99_999_999 }),
      (language, currency, hundredths) => {
        const value = hundredths / 100;
        const words = new Intl.NumberFormat(language, { style: 'currency', currency }).format(value);
        expect(understandAmount(`They said ${words}.`, american)).toEqual({ value, currency });
      },
    ),
    { numRuns: 300 },
  );
});

test('no text makes it fail', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const amount = understandAmount(text, american);
      expect(amount === null || Number.isFinite(amount.value)).toBe(true);
    }),
  );
});
