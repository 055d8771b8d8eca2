// Query lines as people and cats type them: fields, quotes and signs in any order, and any Unicode between.
import fc from 'fast-check';
import { queryFields } from '../../../contract/query.ts';

const pieces = [
  ...queryFields.map((field) => `${field}:`),
  ...[
    '"',
    '-',
    ':',
    ' ',
    ' ',
    ' ',
    '*',
    '(',
    'NEAR(',
    ' OR ',
    '..',
    '\0',
    '\t',
    '　',
    '=',
    'foo:',
    '🎉',
    'ß',
  ],
  ...['open', 'overdue', 'north', 'Northwind Telecom', '2026-11-23', 'today', '20m', 'a', 'refund', '東京'],
];

export const anyLine: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...pieces) },
      fc.string({ unit: 'binary', maxLength: 3 }),
    ),
    {
      maxLength: 12,
    },
  )
  .map((some) => some.join(''));
