// Saving one call costs the same however many there are.
import Database from 'better-sqlite3';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { putCall, removeCall } from '../../../../main/index/calls.ts';
import { openIndex } from '../../../../main/index/open-index.ts';
import { makeCall, makeMark, makePromise } from '../../../support/make-call.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

test('putting a call in, changing it and taking it out walks through no table', async () => {
  const file = join(await temporaryFolder(), 'index.sqlite');
  const { db } = openIndex(file, 0);
  const calls = Array.from({ length: 300 }, (_, at) =>
    makeCall({
      company: `Company ${at % 30}`,
      startedAt: new Date(at * 1e7).toISOString(),
      marks: [makeMark({ text: 'word' }), makePromise('Refund', { due: '2026-11-30' })],
    }),
  );
  db.transaction(() => calls.forEach((call) => putCall(db, call)))();
  db.exec('ANALYZE');
  db.close();

  const asked = new Set<string>();
  const spied = new Database(file, { verbose: (sql) => asked.add(String(sql)) });
  spied.pragma('foreign_keys = ON');
  putCall(spied, makeCall({ company: 'Company 7', startedAt: new Date(4e9).toISOString() }));
  putCall(spied, { ...calls.at(-1)!, company: 'Company 3' }); // the newest of its company
  removeCall(spied, calls.at(-1)!.id);
  removeCall(spied, calls[0]!.id);
  spied.close();

  const plain = new Database(file);
  const questions = [...asked].filter((sql) => /^\s*(SELECT|INSERT|DELETE|UPDATE)/.test(sql));
  expect(questions.length).toBeGreaterThan(15);
  for (const sql of questions)
    for (const { detail } of plain.prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all())
      expect(detail, sql).not.toMatch(/SCAN (calls|moments|companies|company_words)\b/);
  plain.close();
});
