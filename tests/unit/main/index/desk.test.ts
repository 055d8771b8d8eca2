// What the index knows of a company, found without walking over all calls.
import Database from 'better-sqlite3';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { putCall } from '../../../../main/index/calls.ts';
import { deskOf } from '../../../../main/index/desk.ts';
import { openIndex } from '../../../../main/index/open-index.ts';
import { makeCall, makeMark, makePromise } from '../../../support/make-call.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { memoryIndex } from './memory-index.ts';

const on = (day: number, company: string, marks = [makeMark()]) =>
  makeCall({ company, marks, startedAt: `2026-11-${String(day).padStart(2, '0')}T12:00:00.000Z` });
const agent = (text: string) => makeMark({ kind: 'agent', text });

test('the last call, those with open promises, and who was spoken with, newest first and each once', () => {
  const calls = [
    on(1, 'Northwind', [makePromise('Refund'), agent('Maria')]),
    on(2, 'NORTHWIND', [makePromise('Letter', { status: 'kept' }), agent('Tom')]),
    on(3, 'northwind', [agent('Maria'), makeMark({ kind: 'reference', text: 'NW-1' })]),
    on(4, 'Contoso', [makePromise('Else'), agent('Else')]),
  ];
  const desk = deskOf(memoryIndex(calls), 'Nórthwind');
  expect(desk).toEqual({
    calls: 3,
    last: {
      callId: calls[2]!.id,
      startedAtMs: Date.UTC(2026, 10, 3, 12),
      durationMs: calls[2]!.durationMs,
      outcome: null,
    },
    withOpenPromises: [calls[0]!.id],
    agents: ['Maria', 'Tom'],
    references: ['NW-1'],
  });
});

test('of a company that was never called, and of none, nothing is known', () => {
  const nothing = { calls: 0, last: null, withOpenPromises: [], agents: [], references: [] };
  const db = memoryIndex([on(1, 'Northwind')]);
  expect(deskOf(db, 'Contoso')).toEqual(nothing);
  expect(deskOf(db, ' ')).toEqual(nothing);
});

test('no question walks over all calls or all moments', async () => {
  const file = join(await temporaryFolder(), 'index.sqlite');
  const { db } = openIndex(file, 0);
  for (let at = 0; at < 300; at += 1) putCall(db, on(1 + (at % 28), `Company ${at % 30}`));
  db.exec('ANALYZE');
  db.close();
  const asked: string[] = [];
  const watched = new Database(file, { verbose: (sql) => asked.push(String(sql)) });
  deskOf(watched, 'Company 7');
  watched.close();
  const plain = new Database(file);
  expect(asked.length).toBeGreaterThanOrEqual(5);
  for (const sql of asked)
    for (const { detail } of plain.prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all())
      expect(detail, sql).not.toMatch(/SCAN (calls|moments)\b/);
  plain.close();
});
