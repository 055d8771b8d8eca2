// Cases in the index: named by calls, described by files, in order of their newest call, and found without a walk over all.
import Database from 'better-sqlite3';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { putCall, removeCall } from '../../../../main/index/calls.ts';
import {
  callsOfCase,
  caseExists,
  caseKey,
  countCases,
  factsOfCase,
  filesOfCase,
  listCaseKeys,
  openCaseKeys,
  putCaseFile,
  putCaseTrouble,
  removeCaseFile,
  suggestCases,
  unreadableCases,
} from '../../../../main/index/cases.ts';
import type { Db } from '../../../../main/index/db.ts';
import { openIndex } from '../../../../main/index/open-index.ts';
import { makeCall, makePromise } from '../../../support/make-call.ts';
import { makeCase } from '../../../support/make-case.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { memoryIndex } from './memory-index.ts';

const usd = (value: number) => ({ amount: { value, currency: 'USD' } });
const on = (day: number, name: string, marks = [makePromise('Refund', usd(0.1))]) =>
  makeCall({ case: name, marks, startedAt: `2026-11-${String(day).padStart(2, '0')}T12:00:00.000Z` });

test('a case is there as soon as a call names it, in any spelling, and goes with the last that does', () => {
  const calls = [on(1, 'Refund of $120'), on(3, 'refund  OF 120'), on(2, 'Router'), on(4, ' ')];
  const db = memoryIndex(calls);
  expect(listCaseKeys(db, 'open', 10)).toEqual([caseKey('refund of 120'), caseKey('router')]);
  expect(factsOfCase(db, caseKey('REFUND OF $120'))).toMatchObject({
    calls: 2,
    name: 'refund  OF 120',
    firstCall: calls[0]!.id,
  });
  expect(callsOfCase(db, caseKey('refund of 120'), 9)).toEqual([calls[1]!.id, calls[0]!.id]);
  removeCall(db, calls[1]!.id);
  expect(listCaseKeys(db, 'open', 10)).toEqual([caseKey('router'), caseKey('refund of 120')]);
  putCall(db, { ...calls[2]!, case: 'Refund of 120' });
  expect(caseExists(db, caseKey('router'))).toBe(false);
  expect(countCases(db, 'open')).toBe(1);
});

test('a file can hold a case that no call names, close one, and open it again', () => {
  const db = memoryIndex([on(1, 'Refund')]);
  putCaseFile(db, makeCase({ id: 'aaaa', name: 'Only letters' }), 's1');
  putCaseFile(db, makeCase({ id: 'bbbb', name: 'REFUND', status: 'closed' }), 's1');
  expect(openCaseKeys(db)).toEqual(new Set([caseKey('only letters')]));
  expect(listCaseKeys(db, 'closed', 9)).toEqual([caseKey('refund')]);
  putCaseFile(db, makeCase({ id: 'bbbb', name: 'Refund', status: 'open' }), 's2');
  expect(openCaseKeys(db)).toEqual(new Set([caseKey('only letters'), caseKey('refund')]));
  putCaseFile(db, makeCase({ id: 'aaaa', name: 'Another name' }), 's2');
  expect(caseExists(db, caseKey('only letters'))).toBe(false);
  removeCaseFile(db, 'aaaa');
  removeCaseFile(db, 'bbbb');
  expect(listCaseKeys(db, 'open', 9)).toEqual([caseKey('refund')]);
});

test('of two files that say they are one case the newer counts; one that cannot be read leaves its case open', () => {
  const db = memoryIndex([on(1, 'Refund')]);
  putCaseFile(
    db,
    makeCase({ id: 'aaaa', name: 'Refund', status: 'closed', updatedAt: '2026-11-02T00:00:00.000Z' }),
    '1',
  );
  putCaseFile(db, makeCase({ id: 'bbbb', name: 'Refund', updatedAt: '2026-11-01T00:00:00.000Z' }), '1');
  expect(filesOfCase(db, caseKey('refund')).map(({ caseId }) => caseId)).toEqual(['aaaa', 'bbbb']);
  expect(openCaseKeys(db).size).toBe(0);
  putCaseTrouble(db, { caseId: 'aaaa', reason: 'it is empty' }, '2');
  putCaseTrouble(db, { caseId: 'cccc', reason: 'never read' }, '1');
  expect(openCaseKeys(db)).toEqual(new Set([caseKey('refund')]));
  expect(unreadableCases(db)).toEqual([
    { caseId: 'aaaa', reason: 'it is empty' },
    { caseId: 'cccc', reason: 'never read' },
  ]);
  expect(filesOfCase(db, caseKey('refund'))[0]).toEqual({
    caseId: 'aaaa',
    name: 'Refund',
    trouble: 'it is empty',
  });
});

test('what is at stake is what open promises are worth, by currency, to its last decimal', () => {
  const marks = [
    makePromise('A', usd(0.1)),
    makePromise('B', usd(0.2)),
    makePromise('C', { amount: { value: 30, currency: 'EUR' } }),
    makePromise('D', { ...usd(500), status: 'kept' }),
    makePromise('E', { due: '2026-12-01' }),
    makePromise('G', { amount: { value: 0.104, currency: 'KWD' } }),
    makePromise('H', { amount: { value: 0.201, currency: 'KWD' } }),
  ];
  const db = memoryIndex([
    on(1, 'Refund', marks),
    on(2, 'Refund', []),
    on(3, 'Else', [makePromise('F', usd(9))]),
  ]);
  expect(factsOfCase(db, caseKey('refund'))).toMatchObject({
    atStake: [
      { value: 30, currency: 'EUR' },
      { value: 0.305, currency: 'KWD' },
      { value: 0.3, currency: 'USD' },
    ],
    promisesOpen: 6,
    promiseDue: '2026-12-01',
  });
});

test('an open case is suggested by the beginnings of its words', () => {
  const db = memoryIndex([on(1, 'Refund of the exit fee'), on(2, 'Router')]);
  putCaseFile(db, makeCase({ id: 'aaaa', name: 'Refund, closed', status: 'closed' }), '1');
  expect(suggestCases(db, 'fee re')).toEqual(['Refund of the exit fee']);
  expect(suggestCases(db, '')).toEqual(['Router', 'Refund of the exit fee']);
  expect(suggestCases(db, 'zzz')).toEqual([]);
});

function fill(db: Db, cases: number): void {
  db.transaction(() => {
    for (let at = 0; at < cases; at += 1) {
      putCall(db, on(1 + (at % 28), `Case ${at}`));
      if (at % 3 === 0)
        putCaseFile(
          db,
          makeCase({ id: `case-${at}`, name: `Case ${at}`, status: at % 2 ? 'open' : 'closed' }),
          '1',
        );
    }
  })();
}

test('no question walks over all calls, moments or cases', async () => {
  const file = join(await temporaryFolder(), 'index.sqlite');
  const { db } = openIndex(file, 0);
  fill(db, 300);
  db.exec('ANALYZE');
  db.close();
  const asked: string[] = [];
  const watched = new Database(file, { verbose: (sql) => asked.push(String(sql)) });
  const key = caseKey('Case 7');
  listCaseKeys(watched, 'open', 100);
  countCases(watched, 'closed');
  factsOfCase(watched, key);
  filesOfCase(watched, key);
  callsOfCase(watched, key, 500);
  caseExists(watched, key);
  openCaseKeys(watched);
  suggestCases(watched, 'case 7');
  unreadableCases(watched);
  watched.close();
  const plain = new Database(file);
  expect(asked.length).toBeGreaterThanOrEqual(10);
  for (const sql of new Set(asked))
    for (const { detail } of plain.prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all()) {
      expect(detail, sql).not.toMatch(/SCAN (calls|moments|cases|case_files)\b/);
      if (sql.includes('ORDER BY last_at_ms')) expect(detail, sql).not.toMatch(/TEMP B-TREE/);
    }
  plain.close();
});
