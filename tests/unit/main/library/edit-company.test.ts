import { expect, test } from 'vitest';
import type { CompanyFile } from '../../../../main/library/company-file.ts';
import { merged, phonesOf, renamed, separated, withPhones } from '../../../../main/library/edit-company.ts';

const keyOf = (company: string) => company.trim().toLowerCase();
const file = (name: string, fields: Partial<CompanyFile> = {}): CompanyFile => ({
  format: 1,
  name,
  aliases: [],
  phone: '',
  note: '',
  ...fields,
});

test('a renamed company keeps its old names, each once, and not the one it has now', () => {
  const first = renamed(file('NW', { aliases: ['North'] }), 'Northwind', keyOf);
  expect(first).toEqual(file('Northwind', { aliases: ['North', 'NW'] }));
  expect(renamed(first, 'nw', keyOf)).toEqual(file('nw', { aliases: ['North', 'Northwind'] }));
  expect(renamed(first, 'NORTHWIND', keyOf).aliases).toEqual(['North', 'NW']);
});

test('of two companies one keeps its name and gets what it lacks from the other', () => {
  const from = file('NW', { aliases: ['North'], phone: '2', morePhones: ['1'], note: 'old', colour: 'blue' });
  const into = file('Northwind', { aliases: ['nw'], phone: '1', note: '4711' });
  expect(merged(from, into, keyOf)).toEqual(
    file('Northwind', {
      aliases: ['nw', 'North'],
      phone: '1',
      morePhones: ['2'],
      note: '4711; old',
      colour: 'blue',
    }),
  );
  expect(merged(from, file('Northwind'), keyOf)).toMatchObject({
    phone: '2',
    morePhones: ['1'],
    note: 'old',
  });
  expect(merged(file('NW', { note: 'same' }), file('Northwind', { note: 'same' }), keyOf).note).toBe('same');
});

test('what was merged once is not merged twice', () => {
  const once = merged(file('NW', { phone: '2', note: 'a' }), file('Northwind', { phone: '1' }), keyOf);
  const twice = merged(file('NW', { phone: '2', note: 'a' }), once, keyOf);
  expect(twice).toEqual(once);
});

test('a name that is separated goes, whatever its spelling', () => {
  expect(separated(file('Northwind', { aliases: ['NW', 'North'] }), ' nw', keyOf).aliases).toEqual(['North']);
});

test('phones are kept in their order, each once; a file with one number stays as simple as it was', () => {
  expect(withPhones(file('Northwind'), [' 1 '])).toEqual(file('Northwind', { phone: '1' }));
  const two = withPhones(file('Northwind'), ['1', '', '2', '1']);
  expect(phonesOf(two)).toEqual(['1', '2']);
  expect(phonesOf(withPhones(two, ['', '2']))).toEqual(['2']);
  expect(phonesOf(withPhones(two, []))).toEqual([]);
});
