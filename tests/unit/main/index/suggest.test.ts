// What filters are completed with: names that calls have, the latest first, found without reading all calls.
import Database from 'better-sqlite3';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { putCall } from '../../../../main/index/calls.ts';
import { openIndex } from '../../../../main/index/open-index.ts';
import { suggestValues } from '../../../../main/index/suggest.ts';
import { makeCall, makeMark } from '../../../support/make-call.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { memoryIndex } from './memory-index.ts';

const on = (day: number, company: string, agent: string, about = '') =>
  makeCall({
    company,
    case: about,
    startedAt: `2026-11-${String(day).padStart(2, '0')}T12:00:00.000Z`,
    marks: [
      makeMark({ kind: 'agent', text: agent }),
      makeMark({ kind: 'reference', text: `NW-${day}` }),
      makeMark({ kind: 'note', text: 'Maria was kind' }),
    ],
  });
const db = memoryIndex([
  on(1, 'Northwind', 'Maria', 'Refund of $120'),
  on(2, 'Contoso', 'MARIA', 'Card fee'),
  on(3, 'Contoso', 'Tom Marsh'),
  on(4, 'Contoso', '   '),
]);
const values = (field: Parameters<typeof suggestValues>[1], typed: string) =>
  suggestValues(db, field, typed).map(({ value }) => value);

test('agents, references and cases are offered by the beginning of any word, each once, the latest first', () => {
  expect(values('agent', 'mar')).toEqual(['Tom Marsh', 'MARIA']);
  expect(values('agent', '')).toEqual(['Tom Marsh', 'MARIA']);
  expect(values('ref', 'nw-1')).toEqual(['NW-1']);
  expect(values('ref', '')).toEqual(['NW-4', 'NW-3', 'NW-2', 'NW-1']);
  expect(values('case', 'fee')).toEqual(['Card fee']);
  expect(values('case', '')).toEqual(['Card fee', 'Refund of $120']);
  expect(values('company', 'cont')).toEqual(['Contoso']);
});

test('each says whose it is', () => {
  expect(suggestValues(db, 'agent', 'maria')).toEqual([{ value: 'MARIA', of: { company: 'Contoso' } }]);
  expect(suggestValues(db, 'company', 'cont')).toEqual([{ value: 'Contoso', of: { calls: 3 } }]);
});

test('no more than eight are offered, and what is typed is text', () => {
  const many = memoryIndex(Array.from({ length: 12 }, (_, at) => on(at + 1, 'A', `Agent ${at}`)));
  expect(suggestValues(many, 'agent', 'agent')).toHaveLength(8);
  for (const typed of ['"', '*', "') OR 1", '\\0', '=magent', 'x'.repeat(10_000)])
    for (const field of ['company', 'agent', 'ref', 'case'] as const)
      expect(() => suggestValues(many, field, typed)).not.toThrow();
});

test('no question walks through a whole table', async () => {
  const file = join(await temporaryFolder(), 'index.sqlite');
  const { db: kept } = openIndex(file, 0);
  for (let at = 0; at < 300; at += 1) putCall(kept, on(1 + (at % 28), `Company ${at % 30}`, 'Maria', 'Fee'));
  kept.exec('ANALYZE');
  kept.close();
  const asked = new Set<string>();
  const watched = new Database(file, { verbose: (sql) => asked.add(String(sql)) });
  for (const field of ['agent', 'ref', 'case'] as const)
    for (const typed of ['', 'mar']) suggestValues(watched, field, typed);
  watched.close();
  const plain = new Database(file);
  expect(asked.size).toBeGreaterThanOrEqual(5);
  for (const sql of asked)
    for (const { detail } of plain.prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all())
      expect(detail, sql).not.toMatch(/SCAN (calls|moments)\b|TEMP B-TREE/);
  plain.close();
});
