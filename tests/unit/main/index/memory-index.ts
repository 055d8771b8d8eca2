// An index in memory that holds these calls.
import type { Call } from '../../../../contract/call.ts';
import { putCall } from '../../../../main/index/calls.ts';
import type { Db } from '../../../../main/index/db.ts';
import { openIndex } from '../../../../main/index/open-index.ts';

export function memoryIndex(calls: readonly Call[] = []): Db {
  const { db } = openIndex(':memory:', 0);
  for (const call of calls) putCall(db, call);
  return db;
}
