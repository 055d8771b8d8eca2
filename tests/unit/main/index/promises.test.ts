// The ledger: every promise in one group, in order, whole and by company, along its indexes and never over the whole table.
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { addDays } from '../../../../contract/day.ts';
import { groupOf, ledgerGroups, type LedgerGroup } from '../../../../contract/promises.ts';
import { promiseStatuses, type Mark } from '../../../../contract/call.ts';
import { putCall } from '../../../../main/index/calls.ts';
import type { Db } from '../../../../main/index/db.ts';
import { setCompanyNames } from '../../../../main/index/company-names.ts';
import { openIndex } from '../../../../main/index/open-index.ts';
import {
  callsWithSameCompany,
  openDueBetween,
  pageOf,
  promiseOf,
  summaryOf,
} from '../../../../main/index/promises.ts';
import { makeCall, makePromise } from '../../../support/make-call.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { memoryIndex } from './memory-index.ts';

const today = '2026-11-25';
const everyone = { company: '', today };
const call = (company: string, ...marks: Mark[]) => makeCall({ company, marks });
const words = (db: Db, group: LedgerGroup, company = '') =>
  pageOf(db, { company, today, group }, 0, 100).map(({ text }) => text);

const sample = () => {
  const usd = (value: number) => ({ amount: { value, currency: 'USD' } });
  return [
    call(
      'Northwind Telecom',
      makePromise('Letter', { due: '2026-11-26', ...usd(5) }),
      makePromise('Refund', { due: '2026-11-20', ...usd(120.5) }),
      makePromise('Router', { due: today }),
    ),
    call(
      'Contoso',
      makePromise('Discount', { due: '2026-12-02', amount: { value: 35.5, currency: 'EUR' } }),
      makePromise('Call back', { due: '2026-12-01' }),
      makePromise('Look into it'),
      makePromise('Technician', {
        status: 'kept',
        due: '2026-11-01',
        decidedAt: '2026-11-02T09:00:00.000Z',
        proof: { callId: null, markId: null, text: 'He came' },
      }),
    ),
    call(
      'Café Zürich',
      makePromise('Menu', { status: 'broken', decidedAt: '2026-11-10T09:00:00.000Z', ...usd(1000) }),
      makePromise('Of unknown time', { status: 'withdrawn' }),
    ),
  ];
};

test('each promise stands in its group: the earliest day first, verdicts newest first', () => {
  const db = memoryIndex(sample());
  expect(words(db, 'overdue')).toEqual(['Refund']);
  expect(words(db, 'week')).toEqual(['Router', 'Letter', 'Call back']);
  expect(words(db, 'later')).toEqual(['Discount']);
  expect(words(db, 'undated')).toEqual(['Look into it']);
  expect(words(db, 'decided')).toEqual(['Menu', 'Technician', 'Of unknown time']);
  expect(summaryOf(db, everyone)).toEqual({
    groups: { overdue: 1, week: 3, later: 1, undated: 1, decided: 3 },
    due: 2,
    outstanding: [
      { value: 125.5, currency: 'USD' },
      { value: 35.5, currency: 'EUR' },
    ],
  });
});

test('a row tells all that a ledger shows, the proof of its verdict too', () => {
  const calls = sample();
  const technician = calls[1]!.marks[3]!;
  const db = memoryIndex(calls);
  const row = {
    callId: calls[1]!.id,
    markId: technician.id,
    company: 'Contoso',
    startedAtMs: Date.parse(calls[1]!.startedAt),
    fromMs: technician.fromMs,
    toMs: technician.toMs,
    text: 'Technician',
    promise: technician.promise,
  };
  expect(pageOf(db, { ...everyone, group: 'decided' }, 1, 1)).toEqual([row]);
  expect(promiseOf(db, calls[1]!.id, technician.id)).toEqual(row);
  expect(promiseOf(db, calls[1]!.id, 'none')).toBeUndefined();
});

test('a company is found by the beginnings of its words, in any case and with or without accents', () => {
  const db = memoryIndex(sample());
  expect(words(db, 'decided', 'zur')).toEqual(['Menu', 'Of unknown time']);
  expect(words(db, 'week', 'TEL north')).toEqual(['Router', 'Letter']);
  expect(summaryOf(db, { company: 'contoso', today })).toMatchObject({
    groups: { overdue: 0, week: 1, later: 1, undated: 1, decided: 1 },
    due: 0,
    outstanding: [{ value: 35.5, currency: 'EUR' }],
  });
  expect(summaryOf(db, { company: 'nobody', today }).groups.decided).toBe(0);
});

test('the days of a reminder are asked for, both ends included, and decided promises are no matter', () => {
  const db = memoryIndex(sample());
  const due = (first: string, last: string) => openDueBetween(db, first, last).map(({ text }) => text);
  expect(due(addDays(today, -5), today)).toEqual(['Refund', 'Router']);
  expect(due(addDays(today, -4), addDays(today, -1))).toEqual([]);
  expect(due('2026-11-01', '2026-11-01')).toEqual([]);
});

test('what may have decided a promise is any call with the same company, newest first', () => {
  const at = (day: number, company: string) =>
    makeCall({ company, startedAt: `2026-11-0${day}T10:00:00.000Z` });
  const calls = [at(1, 'Contoso'), at(2, 'Else'), at(3, 'CONTOSO'), at(4, ''), at(5, '')];
  const db = memoryIndex(calls);
  expect(callsWithSameCompany(db, calls[0]!.id, 9).map(({ callId }) => callId)).toEqual([
    calls[2]!.id,
    calls[0]!.id,
  ]);
  expect(callsWithSameCompany(db, calls[3]!.id, 9)).toEqual([]);
});

test('on any day every promise is in exactly the group that the contract names, and pages put together are the group', () => {
  const dayAround = fc.integer({ min: -20, max: 20 }).map((days) => addDays(today, days));
  const promise = fc
    .record({ due: fc.option(dayAround), status: fc.constantFrom(...promiseStatuses) })
    .map(({ due, status }) =>
      makePromise('', { due, status, decidedAt: status === 'open' ? null : '2026-11-01T00:00:00.000Z' }),
    );
  fc.assert(
    fc.property(fc.array(fc.array(promise, { maxLength: 6 }), { maxLength: 6 }), dayAround, (calls, day) => {
      const db = memoryIndex(calls.map((marks) => makeCall({ marks })));
      const { groups } = summaryOf(db, { company: '', today: day });
      for (const group of ledgerGroups) {
        const all = pageOf(db, { company: '', today: day, group }, 0, -1);
        const pages = [0, 3, 6, 9, 12, 15, 18, 21, 24, 27, 30, 33].flatMap((offset) =>
          pageOf(db, { company: '', today: day, group }, offset, 3),
        );
        expect(pages).toEqual(all);
        expect(groups[group]).toBe(all.length);
        expect(all.map((row) => row.markId).sort()).toEqual(
          calls
            .flat()
            .filter((mark) => groupOf(mark.promise!, day) === group)
            .map(({ id }) => id)
            .sort(),
        );
      }
      db.close();
    }),
    { numRuns: 40 },
  );
});

test('no question walks over all calls or all moments', async () => {
  const file = join(await temporaryFolder(), 'index.sqlite');
  const { db } = openIndex(file, 0);
  for (let at = 0; at < 300; at += 1)
    putCall(db, call(`Company ${at % 30}`, makePromise('One', { due: addDays(today, (at % 60) - 30) })));
  db.exec('ANALYZE');
  db.close();
  const asked: string[] = [];
  const watched = new Database(file, { verbose: (sql) => asked.push(String(sql)) });
  for (const company of ['', 'company 7']) {
    summaryOf(watched, { company, today });
    for (const group of ledgerGroups) pageOf(watched, { company, today, group }, 2, 5);
  }
  openDueBetween(watched, today, today);
  promiseOf(watched, 'none', 'none');
  const [first] = pageOf(watched, { ...everyone, group: 'later' }, 0, 1);
  callsWithSameCompany(watched, first!.callId, 5);
  watched.close();
  const plain = new Database(file);
  expect(asked.length).toBeGreaterThanOrEqual(25);
  for (const sql of asked)
    for (const { detail } of plain.prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all())
      expect(detail, sql).not.toMatch(/SCAN (calls|moments|company_words)\b/);
  // A group is walked along its index: nothing of it is sorted to show a part of it.
  for (const group of ledgerGroups) {
    const sql = asked.find((each) => each.includes('OFFSET') && each.includes(inSql[group]))!;
    const plan = plain
      .prepare<[], { id: number; parent: number; detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
      .all();
    const stretch = plan.find(({ detail }) => /stretch/.test(detail))!;
    expect(plan.filter(({ parent }) => parent === stretch.id).map(({ detail }) => detail)).toEqual([
      expect.stringMatching(/^SEARCH moments USING COVERING INDEX promises_by_/),
    ]);
  }
  plain.close();
});

const inSql: Record<LedgerGroup, string> = {
  overdue: 'due < ',
  week: 'AND due < ',
  later: 'due >= ',
  undated: 'due IS NULL',
  decided: 'decided_at >= ',
};

test('the ledger finds a company by any name it goes by, as the list of companies does', () => {
  const { db } = openIndex(':memory:', 0);
  setCompanyNames(db, [{ name: 'Contoso Bank', names: ['Contoso Bank', 'Northwind'] }]);
  putCall(db, call('Northwind', makePromise('Refund', { due: '2026-11-20' })));
  for (const company of ['northw', 'bank contoso']) {
    expect(summaryOf(db, { company, today }).groups.overdue, company).toBe(1);
    expect(words(db, 'overdue', company)).toEqual(['Refund']);
  }
});

test('sums have the decimals that their currency has', () => {
  const fils = [0.7, 0.105].map((value) => makePromise('', { amount: { value, currency: 'KWD' } }));
  expect(summaryOf(memoryIndex([call('', ...fils)]), everyone).outstanding).toEqual([
    { value: 0.805, currency: 'KWD' },
  ]);
});
