// Finds the amount of money in what was said: "$120", "£35.50", "120 euros", "1.234,56 €".
import type { Habits } from './habits.ts';

export interface Amount {
  value: number;
  /** ISO 4217. */
  currency: string;
}

const signs: Record<string, string> = {
  '£': 'GBP',
  '€': 'EUR',
  '¥': 'JPY',
  '₹': 'INR',
  '₩': 'KRW',
  '₺': 'TRY',
  us$: 'USD',
  $us: 'USD',
  $ca: 'CAD',
  $au: 'AUD',
  '£gb': 'GBP',
  a$: 'AUD',
  au$: 'AUD',
  c$: 'CAD',
  ca$: 'CAD',
  nz$: 'NZD',
  s$: 'SGD',
  hk$: 'HKD',
  zł: 'PLN',
  zl: 'PLN',
  'fr.': 'CHF',
  quid: 'GBP',
  pound: 'GBP',
  pounds: 'GBP',
  euro: 'EUR',
  euros: 'EUR',
  'us dollars': 'USD',
  'canadian dollars': 'CAD',
  'australian dollars': 'AUD',
  yen: 'JPY',
  rupees: 'INR',
  francs: 'CHF',
};
const codes = 'USD|EUR|GBP|CHF|CAD|AUD|NZD|SEK|NOK|DKK|PLN|CZK|JPY|INR|SGD|HKD|ZAR|MXN|BRL'.split('|');
for (const code of codes) signs[code.toLowerCase()] = code;
const dollarWords = ['$', 'dollar', 'dollars', 'bucks'];
const kroneWords = ['kr', 'kronor', 'kroner'];
const hundredths: Record<string, string | null> = { cent: null, cents: null, p: 'GBP', pence: 'GBP' };

const escaped = (words: readonly string[]) =>
  [...words]
    .sort((one, other) => other.length - one.length)
    .map((word) => word.replaceAll(/[.$]/g, '\\$&'))
    .join('|');
// Digits in groups by comma, point, space or apostrophe, or without groups; then perhaps a fraction of one or two digits.
const number = String.raw`(\d{1,3}(?:[.,'’\u00a0\u202f ]\d{3})+(?:[.,]\d{1,2})?|\d{1,12}(?:[.,]\d{1,2})?)(?![\d.,]*\d)((?:[km]| ?thousand| ?million)(?![\p{L}\d]))?`;
const before = new RegExp(
  String.raw`(?<![\p{L}\d$])(${escaped([...Object.keys(signs).filter((sign) => !/^[a-z]{4,}$/.test(sign)), '$', 'kr'])})\s?${number}(?:\s?(${codes.join('|')})(?![\p{L}\d]))?`,
  'iu',
);
// "5 p.m." is no money.
const after = new RegExp(
  String.raw`(?<![\d.,])${number}\s?(${escaped([...Object.keys(signs), ...dollarWords, ...kroneWords, ...Object.keys(hundredths)])})(?![\p{L}\d]|\.?\s?m\b)`,
  'iu',
);

/** The first amount with a currency; null when there is none. A number alone is no amount. */
export function understandAmount(text: string, habits: Pick<Habits, 'dollar' | 'krone'>): Amount | null {
  const first = before.exec(text);
  const second = after.exec(text);
  const isFirst = first !== null && (second === null || first.index <= second.index);
  const [, one, two, three, code] = (isFirst ? first : second) ?? [];
  const [sign, digits, times] = isFirst ? [one, two, three] : [three, one, two];
  if (sign === undefined || digits === undefined) return null;
  const value = times ? Math.round(valueOf(digits) * manyOf(times)) : valueOf(digits);
  // "$50 CAD" says itself whose dollars it means.
  return amountOf((code ?? sign).toLowerCase(), value, habits);
}

const manyOf = (times: string) => (/^ ?(?:k|thousand)$/i.test(times) ? 1_000 : 1_000_000);

function amountOf(sign: string, value: number, habits: Pick<Habits, 'dollar' | 'krone'>): Amount {
  if (sign in hundredths)
    return { value: Math.round(value) / 100, currency: hundredths[sign] ?? habits.dollar };
  return { value, currency: currencyOf(sign, habits) };
}

function currencyOf(sign: string, { dollar, krone }: Pick<Habits, 'dollar' | 'krone'>): string {
  if (dollarWords.includes(sign)) return dollar;
  return kroneWords.includes(sign) ? krone : (signs[sign] ?? dollar);
}

/** A point or comma with one or two digits behind it begins the fraction; every other one parts groups. */
function valueOf(digits: string): number {
  const [, whole = digits, fraction = ''] = /^(.*?)(?:[.,](\d{1,2}))?$/.exec(digits) ?? [];
  return Number(`${whole.replaceAll(/\D/g, '')}.${fraction || '0'}`);
}
