// The query line taken apart and put together: whatever is typed is understood the same way each time, and never an error.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatQuery, parseQuery, writeFilter, type QueryPart } from '../../../contract/query.ts';
import { valueIn, withFilter, withoutPart } from '../../../contract/query-edit.ts';
import { lengthOf, meaningOf } from '../../../contract/query-values.ts';
import { anyLine } from './any-line.ts';

/** A part in short: `[not ]field=value` or the words, quoted as they were. */
function short(part: QueryPart): string {
  const text = part.type === 'filter' ? `${part.field}=${part.value}` : part.text;
  return (part.not ? 'not ' : '') + { none: text, open: `<${text}`, closed: `<${text}>` }[part.quote];
}
const shortly = (line: string) => parseQuery(line).map(short);

test.each<[string, string[]]>([
  ['', []],
  ['   ', []],
  ['refund  letter', ['refund', 'letter']],
  ['"price lock" refund', ['<price lock>', 'refund']],
  ['"price lo', ['<price lo']],
  ['company:north', ['company=north']],
  ['COMPANY:"Northwind Telecom" x', ['<company=Northwind Telecom>', 'x']],
  ['company:"Northwind Te', ['<company=Northwind Te']],
  ['company:', ['company=']],
  ['company: north', ['company=', 'north']],
  ['foo:bar company:x', ['foo:bar', 'company=x']],
  ['foo:"a b"', ['foo:"a', 'b"']],
  ['-refund -company:x -"a b"', ['not refund', 'not company=x', 'not <a b>']],
  ['-foo:bar', ['not foo:bar']],
  ['- -- -$120 a-b', ['-', '--', '-$120', 'a-b']],
  ['5" cable', ['5"', 'cable']],
  ['"a"b', ['<a>', 'b']],
  ['NEAR("a b", 2)', ['NEAR("a', 'b",', '2)']],
  ['10:30 https://x.example', ['10:30', 'https://x.example']],
  ['"', ['<']],
  ['before:2026-11-23 on:today', ['before=2026-11-23', 'on=today']],
  ['会社　返金', ['会社', '返金']],
])('%j is taken apart into %j', (line, parts) => {
  expect(shortly(line)).toEqual(parts);
});

test('no line is an error, each part stands where it says, and the line put together again is the same', () => {
  fc.assert(
    fc.property(anyLine, (line) => {
      const parts = parseQuery(line);
      const written = formatQuery(parts);
      expect(parseQuery(written).map(short)).toEqual(parts.map(short));
      expect(formatQuery(parseQuery(written))).toBe(written);
      for (const part of parts)
        expect(parseQuery(line.slice(part.start, part.end)).map(short)).toEqual([short(part)]);
      for (const part of parts) if (part.type === 'filter') meaningOf(part, '2026-11-25');
    }),
    { numRuns: 3_000 },
  );
});

describe('controls', () => {
  test('write a filter, put another in its place, and take it out', () => {
    const one = withFilter('refund', 'outcome', 'resolved');
    expect(one).toBe('refund outcome:resolved');
    const other = withFilter(`${one} letter`, 'outcome', 'refused');
    expect(other).toBe('refund outcome:refused letter');
    expect(withFilter(other, 'outcome', '')).toBe('refund letter');
    expect(withFilter('refund', 'outcome', '')).toBe('refund');
  });

  test('put one filter in the place of several, and leave alone what is unwanted or half typed', () => {
    expect(
      withFilter('before:2026 x after:2025 -on:2024 on:', 'on', 'today', ['before', 'after', 'on']),
    ).toBe('on:today x -on:2024 on:');
  });

  test('quote what has to be, and close a quote that was open', () => {
    expect(writeFilter('company', 'Northwind  "Telecom"')).toBe('company:"Northwind Telecom"');
    expect(withFilter('"price lo', 'on', 'today')).toBe('"price lo" on:today');
  });

  test('read back what they wrote', () => {
    fc.assert(
      fc.property(anyLine, fc.constantFrom('company', 'on', 'mark'), anyLine, (line, field, value) => {
        fc.pre(line.length < 1_000);
        const plain = value.replace(/["\s]+/g, ' ').trim();
        const written = withFilter(line, field as 'company', value);
        expect(valueIn(written, field as 'company')).toBe(plain);
        expect(valueIn(withFilter(written, field as 'company', ''), field as 'company')).toBe('');
      }),
    );
  });

  test('a part that is taken out leaves the others as they were', () => {
    fc.assert(
      fc.property(anyLine, fc.nat(5), (line, at) => {
        const parts = parseQuery(line);
        const gone = parts[at];
        fc.pre(gone !== undefined);
        const rest = parts.filter((part) => part !== gone);
        expect(shortly(withoutPart(line, gone!))).toEqual(rest.map(short));
      }),
    );
  });
});

describe('values', () => {
  const today = '2026-11-25';
  const meaning = (line: string) => {
    const [part] = parseQuery(line);
    return part?.type === 'filter' ? meaningOf(part, today) : null;
  };
  const days = (from: string | null, until: string | null) => ({ kind: 'days', days: { from, until } });

  test.each([
    ['on:2026-11-23', days('2026-11-23', '2026-11-24')],
    ['on:2026-1-5', days('2026-01-05', '2026-01-06')],
    ['on:2026-02', days('2026-02-01', '2026-03-01')],
    ['on:2024', days('2024-01-01', '2025-01-01')],
    ['before:2026-11', days(null, '2026-11-01')],
    ['after:2026-11', days('2026-12-01', null)],
    ['after:yesterday', days('2026-11-25', null)],
    ['on:today', days('2026-11-25', '2026-11-26')],
    ['on:this-week', days('2026-11-23', '2026-11-30')],
    ['on:last-week', days('2026-11-16', '2026-11-23')],
    ['on:last-month', days('2026-10-01', '2026-11-01')],
    ['on:last-7-days', days('2026-11-19', '2026-11-26')],
    ['on:last-400-days', days('2025-10-22', '2026-11-26')],
    ['on:2026-03-01..2026-03-31', days('2026-03-01', '2026-04-01')],
    ['on:2026-03..', days('2026-03-01', null)],
    ['on:..yesterday', days(null, '2026-11-25')],
    ['outcome:re', { kind: 'listed', field: 'outcome', values: ['resolved', 'refused'] }],
    ['outcome:none', { kind: 'listed', field: 'outcome', values: ['none'] }],
    ['promise:OVERDUE', { kind: 'listed', field: 'promise', values: ['overdue'] }],
    ['promise:o', { kind: 'listed', field: 'promise', values: ['open', 'overdue'] }],
    ['longer:20m', { kind: 'length', ms: 1_200_000 }],
    ['shorter:"1 h 30 min"', { kind: 'length', ms: 5_400_000 }],
    ['longer:20', { kind: 'length', ms: 1_200_000 }],
    ['company:北', { kind: 'name' }],
    ['company:', { kind: 'nothing' }],
    ['company:""', { kind: 'nothing' }],
  ])('%s means something', (line, expected) => {
    expect(meaning(line)).toEqual(expected);
  });

  test.each([
    ['on:2026-02-30', 'day'],
    ['on:2026-13', 'day'],
    ['on:soon', 'day'],
    ['on:..', 'day'],
    ['on:2026-03-02..2026-03-01', 'day'],
    ['before:2026-01..2026-02', 'day'],
    ['on:last-0-days', 'day'],
    ['outcome:happy', 'outcome'],
    ['mark:xyz', 'mark'],
    ['promise:maybe', 'promise'],
    ['longer:soon', 'length'],
    ['longer:"5 q"', 'length'],
    ['longer:5parsecs', 'length'],
    ['company:***', 'name'],
    ['-before:2026', 'not'],
    ['-longer:20m', 'not'],
  ])('%s is wrong, and why is said', (line, why) => {
    expect(meaning(line)).toEqual({ kind: 'wrong', why });
  });

  test('a length is read in any of the ways people write it', () => {
    expect(['90s', '1h', '1 hour', '2 hours 5 min', '0', 'm', '5x'].map(lengthOf)).toEqual([
      90_000,
      3_600_000,
      3_600_000,
      7_500_000,
      0,
      null,
      null,
    ]);
  });
});
