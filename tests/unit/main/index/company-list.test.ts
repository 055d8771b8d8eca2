// The list of companies, the names they go by, and what is asked of one: all found without walking over calls.
import Database from 'better-sqlite3';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Call, Mark } from '../../../../contract/call.ts';
import { companySorts, type CompanySort } from '../../../../contract/companies.ts';
import { indexedCalls, putCall, removeCall } from '../../../../main/index/calls.ts';
import { suggestCompanies } from '../../../../main/index/companies.ts';
import { listCompanies } from '../../../../main/index/companies-list.ts';
import { callsOfCompany, promisesOfCompany } from '../../../../main/index/company-calls.ts';
import {
  companyNamesAre,
  listedAs,
  setCompanyNames,
  type KnownCompany,
} from '../../../../main/index/company-names.ts';
import type { Db } from '../../../../main/index/db.ts';
import { deskOf } from '../../../../main/index/desk.ts';
import { openIndex } from '../../../../main/index/open-index.ts';
import { search } from '../../../../main/index/search.ts';
import { keepTalk, talkOfCompany } from '../../../../main/index/talk.ts';
import { makeCall, makeMark, makePromise } from '../../../support/make-call.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { memoryIndex } from './memory-index.ts';

const on = (day: number, company: string, fields: Partial<Call> = {}) =>
  makeCall({ company, startedAt: `2026-11-${String(day).padStart(2, '0')}T12:00:00.000Z`, ...fields });
const promises = (...statuses: NonNullable<Mark['promise']>['status'][]) =>
  statuses.map((status) => makePromise('A refund', { status, due: '2026-11-10' }));
const list = (db: Db, sort: CompanySort = 'last', find = '', today = '2026-11-11') =>
  listCompanies(db, { find, sort, offset: 0, limit: 100, today });
const names = (db: Db, sort: CompanySort, find = '') =>
  list(db, sort, find).companies.map(({ company }) => company);

/** Makes the names known and puts the calls in anew, as the app does. */
function name(db: Db, calls: readonly Call[], companies: readonly KnownCompany[]): string[] {
  const ids = setCompanyNames(db, companies);
  for (const call of calls) if (ids.includes(call.id)) putCall(db, call);
  return ids;
}

test('each company stands with its calls, time and promises; what was due before today is overdue', () => {
  const db = memoryIndex([
    on(1, 'Northwind', { durationMs: 60_000.4, marks: promises('open', 'kept', 'withdrawn') }),
    on(3, 'NORTHWIND', {
      durationMs: 30_000,
      marks: [...promises('open', 'broken', 'late'), makePromise('x')],
    }),
    on(2, 'Contoso', { durationMs: 1_000 }),
    on(4, ''),
  ]);
  expect(list(db)).toEqual({
    total: 2,
    companies: [
      {
        company: 'NORTHWIND',
        calls: 2,
        lastStartedAtMs: Date.UTC(2026, 10, 3, 12),
        durationMs: 90_000,
        promises: { open: 3, overdue: 2, kept: 1, late: 1, broken: 1 },
      },
      {
        company: 'Contoso',
        calls: 1,
        lastStartedAtMs: Date.UTC(2026, 10, 2, 12),
        durationMs: 1_000,
        promises: { open: 0, overdue: 0, kept: 0, late: 0, broken: 0 },
      },
    ],
  });
  expect(list(db, 'last', '', '2026-11-10').companies[0]!.promises.overdue).toBe(0);
});

test('each order is what it says, and a part of it is asked for by its place', () => {
  const db = memoryIndex([
    on(1, 'Beta', { durationMs: 3_000, marks: promises('open', 'open', 'broken') }),
    on(2, 'Alpha', { durationMs: 9_000, marks: promises('open') }),
    on(3, 'Gamma', { durationMs: 5_000, marks: promises('broken', 'broken') }),
  ]);
  expect(names(db, 'last')).toEqual(['Gamma', 'Alpha', 'Beta']);
  expect(names(db, 'name')).toEqual(['Alpha', 'Beta', 'Gamma']);
  expect(names(db, 'open')).toEqual(['Beta', 'Alpha', 'Gamma']);
  expect(names(db, 'broken')).toEqual(['Gamma', 'Beta', 'Alpha']);
  expect(names(db, 'time')).toEqual(['Alpha', 'Gamma', 'Beta']);
  expect(names(db, 'name', 'ga')).toEqual(['Gamma']);
  expect(list(db, 'name', 'nobody')).toEqual({ companies: [], total: 0 });
  const second = listCompanies(db, { find: '', sort: 'name', offset: 1, limit: 1, today: '' });
  expect(second).toMatchObject({ total: 3, companies: [{ company: 'Beta' }] });
});

test('sums follow calls that change, move to another company and go', () => {
  const call = on(1, 'Alpha', { durationMs: 1_000.6, marks: promises('open') });
  const other = on(2, 'Alpha', { durationMs: 2_000 });
  const db = memoryIndex([call, other]);
  putCall(db, { ...call, durationMs: 5_000, marks: promises('kept') });
  expect(list(db).companies[0]).toMatchObject({
    calls: 2,
    durationMs: 7_000,
    promises: { open: 0, kept: 1 },
  });
  putCall(db, { ...call, company: 'Beta' });
  expect(list(db).companies).toMatchObject([
    { company: 'Alpha', calls: 1, durationMs: 2_000 },
    { company: 'Beta', calls: 1, durationMs: 1_001 },
  ]);
  removeCall(db, call.id);
  removeCall(db, other.id);
  expect(list(db)).toEqual({ companies: [], total: 0 });
});

test('calls under another name of a company are its calls: in the list, on the desk, among suggestions and in a search', () => {
  const calls = [on(1, 'NW Telco'), on(2, 'Northwind Telecom'), on(3, 'Contoso')];
  const db = memoryIndex(calls);
  const known = [{ name: 'Northwind Telecom', names: ['Northwind Telecom', 'NW Telco'] }];
  expect(companyNamesAre(db, known)).toBe(false);
  expect(name(db, calls, known)).toEqual([calls[0]!.id]);
  expect(companyNamesAre(db, known)).toBe(true);
  expect(list(db).companies.map(({ company, calls: n }) => [company, n])).toEqual([
    ['Contoso', 1],
    ['Northwind Telecom', 2],
  ]);
  expect(names(db, 'last', 'telco')).toEqual(['Northwind Telecom']);
  expect(suggestCompanies(db, 'nw')).toMatchObject([{ company: 'Northwind Telecom', calls: 2 }]);
  expect(deskOf(db, 'nw telco').calls).toBe(2);
  expect(listedAs(db, 'NW telco')).toEqual({ company: 'Northwind Telecom', calls: 2 });
  expect(listedAs(db, 'Adatum')).toEqual({ company: 'Adatum', calls: 0 });
  const found = (text: string) =>
    search(db, { query: text, today: '2026-11-25' }, null, 10).hits.map(({ company }) => company);
  expect(found('telecom')).toEqual(['Northwind Telecom', 'Northwind Telecom']);
  expect(found('telco')).toEqual(['Northwind Telecom']);

  expect(name(db, calls, [])).toHaveLength(2);
  expect(names(db, 'name')).toEqual(['Contoso', 'Northwind Telecom', 'NW Telco']);
  expect(suggestCompanies(db, 'nw')).toMatchObject([{ company: 'NW Telco', calls: 1 }]);
});

test('a renamed company is called so whatever its calls say, and one name belongs to one company', () => {
  const calls = [on(1, 'northwind'), on(2, 'Contoso'), on(3, 'Fabrikam')];
  const db = memoryIndex(calls);
  name(db, calls, [
    { name: 'North & Wind', names: ['North & Wind', 'Northwind', 'Contoso', 'Fabrikam'] },
    { name: 'Contoso', names: ['Contoso', 'Fabrikam'] },
    { name: '', names: ['Fabrikam'] },
  ]);
  expect(list(db).companies.map(({ company, calls: n }) => [company, n])).toEqual([
    ['North & Wind', 2],
    ['Contoso', 1],
  ]);
});

test('until calls are put in anew after a change of names their stamps say so, also to the next start', () => {
  const calls = [on(1, 'NW'), on(2, 'Contoso')];
  const db = memoryIndex();
  for (const call of calls) putCall(db, call, 'as-on-disk');
  setCompanyNames(db, [{ name: 'Northwind', names: ['Northwind', 'NW'] }]);
  expect(indexedCalls(db)).toEqual(
    new Map([
      [calls[0]!.id, ''],
      [calls[1]!.id, 'as-on-disk'],
    ]),
  );
  expect(setCompanyNames(db, [{ name: 'Northwind', names: ['Northwind', 'NW'] }])).toEqual([]);
});

test('what is known of one company: its calls, the oldest first, and its promises, the most pressing first', () => {
  const calls = [
    on(2, 'Northwind', {
      case: 'Réfund',
      marks: [
        makePromise('decided', { status: 'kept', decidedAt: '2026-11-20T10:00:00.000Z' }),
        makePromise('later', { due: '2026-12-24', amount: { value: 120, currency: 'USD' } }),
        makePromise('undated'),
        makeMark({ kind: 'hold', fromMs: 0, toMs: 30_000 }),
        makeMark({ kind: 'hold', fromMs: 10_000, toMs: 40_000 }),
        makeMark({ kind: 'transfer' }),
      ],
    }),
    on(1, 'Northwind', { outcome: 'resolved', marks: [makePromise('soon', { due: '2026-12-01' })] }),
    on(3, 'Contoso', { marks: [makePromise('of others')] }),
  ];
  const db = memoryIndex(calls);
  expect(callsOfCompany(db, 'NORTHWIND')).toMatchObject([
    { callId: calls[1]!.id, outcome: 'resolved', open: 1, holdMs: 0, transfers: 0, caseKey: '' },
    {
      callId: calls[0]!.id,
      outcome: null,
      open: 2,
      kept: 1,
      holdMs: 40_000,
      transfers: 1,
      caseKey: ' refund',
    },
  ]);
  const { promises: found, count } = promisesOfCompany(db, 'northwind');
  expect(count).toBe(4);
  expect(found.map(({ text }) => text)).toEqual(['soon', 'later', 'undated', 'decided']);
  expect(found[1]).toMatchObject({
    amount: { value: 120, currency: 'USD' },
    due: '2026-12-24',
    status: 'open',
  });
});

test('talk is kept with a call until one of its holds is moved; imported calls are not asked for', () => {
  const hold = makeMark({ kind: 'hold', fromMs: 1_000, toMs: 2_500.5 });
  const call = on(1, 'Northwind', { marks: [hold] });
  const imported = on(2, 'Northwind', { source: { ...call.source, kind: 'imported' } });
  const db = memoryIndex([call, imported]);
  const [asked] = talkOfCompany(db, 'northwind');
  expect(asked).toEqual({
    callId: call.id,
    durationMs: call.durationMs,
    holds: [{ fromMs: 1_000, toMs: 2_500.5 }],
    talk: null,
  });
  keepTalk(db, asked!, { youMs: 1, themMs: 2 });
  putCall(db, { ...call, notes: 'Something else has changed' });
  expect(talkOfCompany(db, 'northwind')).toEqual([{ ...asked, talk: { youMs: 1, themMs: 2 } }]);
  putCall(db, { ...call, marks: [{ ...hold, toMs: 3_000 }] });
  expect(talkOfCompany(db, 'northwind')[0]!.talk).toBeNull();
});

test.each([true, false])(
  'no question walks over what it is not about, counted (%s) or not',
  async (counted) => {
    const file = join(await temporaryFolder(), 'index.sqlite');
    const { db } = openIndex(file, 0);
    for (let at = 0; at < 300; at += 1)
      putCall(db, on(1 + (at % 28), `Company ${at % 90}`, { marks: promises('open', 'kept') }));
    if (counted) db.exec('ANALYZE');
    db.close();
    const asked: string[] = [];
    const watched = new Database(file, { verbose: (sql) => asked.push(String(sql)) });
    for (const sort of companySorts) for (const find of ['', 'comp 7']) list(watched, sort, find);
    callsOfCompany(watched, 'Company 7');
    promisesOfCompany(watched, 'Company 7');
    talkOfCompany(watched, 'Company 7');
    listedAs(watched, 'Company 7');
    suggestCompanies(watched, 'comp');
    suggestCompanies(watched, '');
    watched.close();
    const plain = new Database(file);
    expect(asked.length).toBeGreaterThanOrEqual(25);
    for (const sql of asked)
      for (const { detail } of plain.prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all())
        expect(detail, sql).not.toMatch(/SCAN (calls|moments|companies|company_words|company_names|talk)\b/);
    // The moments of a call are found by their call, not among those of everybody.
    for (const sql of asked)
      for (const { detail } of plain.prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all())
        expect(detail, sql).not.toMatch(/moments USING (COVERING )?INDEX/);
    // Each order is an index walked from its end: nothing is sorted but what has the same place.
    for (const sql of asked.filter((one) => /ORDER BY .* LIMIT/s.test(one) && !one.includes('company_words')))
      for (const { detail } of plain.prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all())
        if (sql.includes('duration_ms AS durationMs') && sql.includes('FROM companies'))
          expect(detail, sql).not.toMatch(/USE TEMP B-TREE FOR ORDER BY/);
    plain.close();
  },
);
