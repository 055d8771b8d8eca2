import { expect, test } from 'vitest';
import { putCall, removeCall } from '../../../../main/index/calls.ts';
import { suggestCompanies } from '../../../../main/index/companies.ts';
import { makeCall } from '../../../support/make-call.ts';
import { memoryIndex } from './memory-index.ts';

const on = (day: number, company: string) =>
  makeCall({ company, startedAt: `2026-11-${String(day).padStart(2, '0')}T12:00:00.000Z` });
const names = (db: Parameters<typeof suggestCompanies>[0], prefix: string) =>
  suggestCompanies(db, prefix).map(({ company }) => company);

test('companies are suggested by the beginning of any word, whatever case and accents, last used first', () => {
  const db = memoryIndex([
    on(1, 'Northwind Telecom'),
    on(3, 'Télécom Sud'),
    on(2, 'Contoso'),
    on(4, '東京電力'),
  ]);
  expect(names(db, 'TELE')).toEqual(['Télécom Sud', 'Northwind Telecom']);
  expect(names(db, 'tel n')).toEqual(['Northwind Telecom']);
  expect(names(db, '東京')).toEqual(['東京電力']);
  expect(names(db, 'wind')).toEqual([]);
  expect(names(db, '')).toEqual(['東京電力', 'Télécom Sud', 'Contoso', 'Northwind Telecom']);
});

test('spellings of a company are one company, called as it was last', () => {
  const db = memoryIndex([
    on(1, 'northwind telecom'),
    on(3, 'Northwind Telecom'),
    on(2, 'NORTHWIND, Telécom'),
  ]);
  expect(suggestCompanies(db, 'north')).toEqual([
    { company: 'Northwind Telecom', calls: 3, lastStartedAtMs: Date.UTC(2026, 10, 3, 12) },
  ]);
});

test('a company goes with its last call, and a spelling with the call that had it', () => {
  const calls = [on(1, 'Acme'), on(2, 'ACME'), on(3, 'Contoso')];
  const db = memoryIndex(calls);
  removeCall(db, calls[1]!.id);
  expect(suggestCompanies(db, 'acme')).toMatchObject([{ company: 'Acme', calls: 1 }]);
  putCall(db, { ...calls[0]!, company: 'Adatum' });
  expect(names(db, '')).toEqual(['Contoso', 'Adatum']);
  expect(names(db, 'acme')).toEqual([]);
});

test('calls without a company suggest nothing, companies of signs alone suggest themselves', () => {
  expect(names(memoryIndex([on(1, ''), on(2, '  ')]), '')).toEqual([]);
  expect(names(memoryIndex([on(1, '???')]), '')).toEqual(['???']);
});

test('no more than eight are suggested, and what is typed is text', () => {
  const db = memoryIndex(Array.from({ length: 12 }, (_, index) => on(index + 1, `Acme ${index}`)));
  expect(names(db, 'acme')).toHaveLength(8);
  for (const hostile of ['"', '%', '*', "' OR 1=1", '\0', '=', 'x'.repeat(10_000), 'a '.repeat(5_000)])
    expect(() => suggestCompanies(db, hostile)).not.toThrow();
});
