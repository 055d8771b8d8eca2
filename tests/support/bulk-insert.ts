// The least that making an index from folders can cost: read and parse each file, and insert the same rows in one transaction.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import type { Call } from '../../contract/call.ts';
import { replaceRows } from '../../main/index/calls.ts';
import type { Db } from '../../main/index/db.ts';
import { openIndex } from '../../main/index/open-index.ts';
import { callFileName, callFolder } from '../../main/library/layout.ts';
import { listCalls } from '../../main/library/list-calls.ts';

type Insert = [sql: string, values: readonly unknown[]];

/** Milliseconds. What the rows are is found out in between and does not count; nor do looking for folders and checking. */
export function parseAndInsert(library: string, indexFile: string): number {
  const ids = listCalls(library)
    .map(({ id }) => id)
    .reverse();
  const { db } = openIndex(indexFile, 0);
  let tookMs = 0;
  const counted = <Answer>(work: () => Answer): Answer => {
    const startedMs = performance.now();
    try {
      return work();
    } finally {
      tookMs += performance.now() - startedMs;
    }
  };
  const statements = new Map<string, Database.Statement<unknown[]>>();
  db.exec('BEGIN');
  for (let start = 0; start < ids.length; start += 500) {
    const calls = counted(() =>
      ids
        .slice(start, start + 500)
        .map((id) => JSON.parse(readFileSync(join(callFolder(library, id), callFileName), 'utf8')) as Call),
    );
    const inserts = calls.flatMap(rowsOf);
    for (const [sql] of inserts) if (!statements.has(sql)) statements.set(sql, db.prepare(sql));
    counted(() => {
      for (const [sql, values] of inserts) statements.get(sql)!.run(...values);
    });
  }
  counted(() => db.exec('COMMIT'));
  db.close();
  return tookMs;
}

/** The rows that the index keeps of a call, as what it says to an empty database that answers nothing. */
function rowsOf(call: Call): Insert[] {
  const inserts: Insert[] = [];
  const nothing = {
    prepare: (sql: string) => {
      const statement = {
        pluck: () => statement,
        get: () => undefined,
        run: (...values: unknown[]) => ({ changes: inserts.push([sql, values]) }),
      };
      return statement;
    },
  };
  replaceRows(nothing as unknown as Db, call, '');
  return inserts;
}
