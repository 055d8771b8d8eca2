// Which calls are old: asked once a day where calls are not kept for ever.
import type { CallId } from '../../contract/call.ts';
import { prepared, type Db } from './db.ts';

/** Calls that began before this moment (epoch ms), oldest first. */
export function callsBegunBefore(db: Db, beforeMs: number): CallId[] {
  return prepared<CallId>(db, 'SELECT id FROM calls WHERE started_at_ms < ? ORDER BY started_at_ms, id')
    .pluck()
    .all(beforeMs);
}
