// on-record search: what was found, as data for programs or as lines for people.
import type { CallHit } from '../../../contract/library.ts';
import { search } from '../../index/search.ts';
import { currentIndex } from './current-index.ts';

/** One hit as other programs may rely on it (DESIGN section 7). */
export interface FoundCall {
  callId: string;
  company: string;
  startedAt: string;
  outcome: string | null;
  /** These three where the hit is a moment. */
  markId?: string;
  fromMs?: number;
  text?: string;
}

/** Newest first. */
export async function findCalls(
  { query, limit }: { query: string; limit: number },
  folders: { library: string; indexFile: string },
): Promise<FoundCall[]> {
  const db = await currentIndex(folders.library, folders.indexFile);
  try {
    const filter = { text: query, outcome: null, fromMs: null, untilMs: null };
    return search(db, filter, null, limit).hits.map(toFound);
  } finally {
    db.close();
  }
}

function toFound({ callId, company, startedAtMs, outcome, moment }: CallHit): FoundCall {
  const call = { callId, company, startedAt: new Date(startedAtMs).toISOString(), outcome };
  const { markId = null, fromMs = null, text = '' } = moment ?? {};
  return markId === null || fromMs === null ? call : { ...call, markId, fromMs, text };
}

/** One line a hit, its parts apart by tabs; what is in a hit cannot break a line. */
export function asLines(found: readonly FoundCall[]): string {
  const plain = (text: string) => text.replace(/[\p{Cc}\p{Cf}]+/gu, ' ');
  return found
    .map(({ callId, company, startedAt, text = '' }) => {
      return [startedAt, callId, company, text].map(plain).join('\t').trimEnd();
    })
    .join('\n');
}
