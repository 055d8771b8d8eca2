// The old calls are found by their start, without walking over all of them.
import Database from 'better-sqlite3';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { callsBegunBefore } from '../../../../main/index/aging.ts';
import { putCall } from '../../../../main/index/calls.ts';
import { openIndex } from '../../../../main/index/open-index.ts';
import { makeCall } from '../../../support/make-call.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { memoryIndex } from './memory-index.ts';

const at = (startedAt: string) => makeCall({ startedAt });

test('calls that began before a moment, oldest first', () => {
  const calls = [
    at('2026-03-01T00:00:00.000Z'),
    at('2024-01-01T00:00:00.000Z'),
    at('2026-02-28T23:59:59.999Z'),
    at('1969-07-20T20:17:40.000Z'),
  ];
  expect(callsBegunBefore(memoryIndex(calls), Date.UTC(2026, 2, 1))).toEqual(
    [calls[3], calls[1], calls[2]].map((call) => call!.id),
  );
});

test('the question walks over no table', async () => {
  const file = join(await temporaryFolder(), 'index.sqlite');
  const { db } = openIndex(file, 0);
  for (let day = 1; day <= 300; day += 1) putCall(db, at(new Date(Date.UTC(2026, 0, day)).toISOString()));
  db.exec('ANALYZE');
  db.close();
  const asked: string[] = [];
  const watched = new Database(file, { verbose: (sql) => asked.push(String(sql)) });
  callsBegunBefore(watched, Date.UTC(2026, 0, 10));
  watched.close();
  const plain = new Database(file);
  expect(asked).toHaveLength(1);
  const plan = plain.prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${asked[0]}`).all();
  for (const { detail } of plan) expect(detail).not.toMatch(/SCAN/);
  plain.close();
});
