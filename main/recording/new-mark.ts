// A mark as it is made in mid-call: by one key, reaching back, words to follow.
import { randomUUID } from 'node:crypto';
import type { ConsentEvent, Mark, MarkKind } from '../../contract/call.ts';

export interface MarkRequest {
  kind: MarkKind;
  event: ConsentEvent | null;
  /** The moment of the key, in ms of the call. */
  atMs: number;
  reachBackMs: number;
  nowMs: number;
}

/** Too short to hear anything in: at the start of a call there is nothing yet to reach back to. */
const leastConsentMs = 3_000;

/** A span from `reachBackMs` before the moment to the moment itself; what was said about recording can always be heard. */
export function newMark({ kind, event, atMs, reachBackMs, nowMs }: MarkRequest): Mark {
  const at = new Date(nowMs).toISOString();
  const mark: Mark = {
    id: randomUUID(),
    kind,
    fromMs: Math.max(0, Math.round(atMs - reachBackMs)),
    toMs: Math.max(0, Math.round(atMs)),
    text: '',
    createdAt: at,
    updatedAt: at,
  };
  if (kind === 'promise')
    mark.promise = { who: '', due: null, amount: null, status: 'open', decidedAt: null };
  if (kind === 'consent') {
    mark.consent = { event: event ?? 'they-announced' };
    mark.toMs = Math.max(mark.toMs, mark.fromMs + leastConsentMs);
  }
  return mark;
}
