// on-record search: what was found, as data for programs or as lines for people.
import { formatPart, parseQuery } from '../../../contract/query.ts';
import { meaningOf } from '../../../contract/query-values.ts';
import type { CallHit, Showing } from '../../../contract/library.ts';
import { localDay } from '../../index/local-day.ts';
import { search } from '../../index/search.ts';
import type { Translate } from '../strings.ts';
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
  nowMs: number,
): Promise<{ found: FoundCall[]; showing: readonly Showing[] }> {
  const db = await currentIndex(folders.library, folders.indexFile);
  try {
    const { hits, showing } = search(db, { query, today: localDay(nowMs) }, null, limit);
    return { found: hits.map(toFound), showing };
  } finally {
    db.close();
  }
}

/** What of a query could not be understood, and what was taken for a slip of the pen: said beside the answer. */
export function searchRemarks(
  query: string,
  showing: readonly Showing[],
  nowMs: number,
  t: Translate,
): string {
  const wrong = parseQuery(query).flatMap((part) => {
    const meaning = part.type === 'filter' ? meaningOf(part, localDay(nowMs)) : null;
    return meaning?.kind === 'wrong'
      ? [t(`command:search.${meaning.why}`, { filter: formatPart(part) })]
      : [];
  });
  const taken = showing.map(({ typed, company }) => t('command:search.showing', { typed, company }));
  return [...wrong, ...taken].join('\n');
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
