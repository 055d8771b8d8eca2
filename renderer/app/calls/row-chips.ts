// The colours of outcomes, and which of a call's promises are worth a chip.
import type { Outcome } from '../../../contract/call.ts';
import type { CallHit } from '../../../contract/library.ts';
import type { ChipTone } from '../ui/chip.tsx';

export const outcomeTone: Record<Outcome, ChipTone> = {
  resolved: 'consent',
  unresolved: 'rec',
  'follow-up': 'neutral',
  refused: 'rec',
  disconnected: 'rec',
};

export interface PromiseChip {
  status: keyof CallHit['promises'];
  count: number;
  tone: ChipTone;
}

const tones = { broken: 'rec', open: 'promise', kept: 'consent' } as const;

/** What needs attention first: two at most, so that a row stays a row. */
export function promiseChips(promises: CallHit['promises']): PromiseChip[] {
  return (['broken', 'open', 'kept'] as const)
    .filter((status) => promises[status] > 0)
    .slice(0, 2)
    .map((status) => ({ status, count: promises[status], tone: tones[status] }));
}
