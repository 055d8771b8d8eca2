// What can be completed at the caret, and what the line is afterwards.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseQuery } from '../../../../contract/query.ts';
import { complete, knownCompletions, typingAt } from '../../../../renderer/app/calls/completion.ts';
import { anyLine } from '../../contract/any-line.ts';

const offered = (line: string, caret = line.length) => {
  const typing = typingAt(line, caret);
  return typing && knownCompletions(typing);
};

test.each<[string, readonly string[] | null]>([
  ['', null],
  ['refund ', null],
  ['co', ['company']],
  ['a', ['agent', 'after']],
  ['-o', ['outcome', 'on']],
  ['refund', []],
  ['outcome:', ['resolved', 'unresolved', 'follow-up', 'refused', 'disconnected', 'none']],
  ['outcome:re', ['resolved', 'refused']],
  ['outcome:resolved', []],
  ['promise:O', ['open', 'overdue']],
  ['on:last-', ['last-week', 'last-month', 'last-year', 'last-7-days', 'last-30-days']],
  ['longer:1', ['10m', '1h']],
  ['company:', []],
  ['company:"Northwind Telecom"', null],
  ['"co', null],
])('behind %j are offered %j', (line, expected) => {
  expect(offered(line)).toEqual(expected);
});

test('in the middle of a line what is at the caret is completed, and the rest stays', () => {
  const line = 'refund comp letter';
  const typing = typingAt(line, 11)!;
  expect(complete(line, typing, 'company')).toEqual({ line: 'refund company: letter', caret: 15 });
  const half = 'refund -company:nor letter';
  const value = typingAt(half, 19)!;
  expect(complete(half, value, 'Northwind Telecom')).toEqual({
    line: 'refund -company:"Northwind Telecom" letter',
    caret: 36,
  });
  expect(typingAt(half, 12)).toBeNull();
});

test('what was completed is a filter with that value, whatever stands around it', () => {
  fc.assert(
    fc.property(anyLine, anyLine, (before, after) => {
      fc.pre(!before.includes('"') && !after.includes('"'));
      const line = `${before} company:nor ${after}`;
      const at = before.length + ' company:nor'.length;
      const done = complete(line, typingAt(line, at)!, 'Northwind Telecom');
      expect(parseQuery(done.line.slice(0, done.caret)).at(-1)).toMatchObject({
        field: 'company',
        value: 'Northwind Telecom',
      });
      expect(parseQuery(done.line)).toHaveLength(parseQuery(line).length);
    }),
  );
});
