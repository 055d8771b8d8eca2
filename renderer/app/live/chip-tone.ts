// The colour of a mark's chip: amber for a promise, green for consent, and only where that may be said.
import type { Mark } from '../../../contract/call.ts';
import type { ChipTone } from '../ui/chip.tsx';

/** `consented`: the mark is one of `marksOfConsent`. */
export function chipTone({ kind }: Mark, consented: boolean): ChipTone {
  if (consented) return 'consent';
  return kind === 'promise' ? 'promise' : 'neutral';
}
