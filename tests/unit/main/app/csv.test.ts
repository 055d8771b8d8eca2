// Tables for spreadsheets: what is read back is what was written, and nothing in them is run.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toCsv } from '../../../../main/app/csv.ts';

/** RFC 4180, read by its grammar and by nothing of ours. */
function parse(csv: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < csv.length; at += 1) {
    const sign = csv[at]!;
    if (quoted && sign === '"' && csv[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (sign === '"') quoted = !quoted;
    else if (!quoted && sign === ',') {
      rows.at(-1)!.push(cell);
      cell = '';
    } else if (!quoted && sign === '\r' && csv[at + 1] === '\n') {
      rows.at(-1)!.push(cell);
      rows.push([]);
      cell = '';
      at += 1;
    } else cell += sign;
  }
  return rows.slice(0, -1);
}

test.each([
  ['=1+1', "'=1+1"],
  ['+49 30 1234', "'+49 30 1234"],
  ['-5 % discount', "'-5 % discount"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1+1', "'\t=1+1"],
  ['5 = five', '5 = five'],
  ['', ''],
])('the text %j is written as %j', (text, written) => {
  expect(toCsv([[text]])).toBe(`\uFEFF${written}\r\n`);
});

test('numbers stay numbers, below zero too, and what is not known is an empty cell', () => {
  expect(toCsv([['Amount'], [-35.5], [null]])).toBe('\uFEFFAmount\r\n-35.5\r\n\r\n');
});

test('any text is read back as it was, in any script, with quotes, commas and lines', () => {
  const cell = fc.string({ unit: 'grapheme' });
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1 }), (rows) => {
      const read = parse(toCsv(rows).slice(1));
      const defused = (text: string) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
      expect(read).toEqual(rows.map((row) => row.map(defused)));
    }),
  );
});
