// Properties of a call as words of the full-text index: `=` begins a word that no text contains.
import type { Call } from '../../contract/call.ts';
import { promiseStatus } from './moments.ts';

/** Every call has it: what "all but these" is taken from. */
export const anyCall = '=call';
/** A promise that is still open has a day. Whether that has gone by hangs on the day on which it is asked. */
export const dated = '=dated';
/** It belongs to a case. */
export const inCase = '=case';

/** `none` is a call without an outcome yet. */
export const outcomeFacet = (outcome: string) => `=o${bare(outcome)}`;
export const markFacet = (kind: string) => `=m${bare(kind)}`;
export const promiseFacet = (status: string) => `=p${bare(status)}`;

/** A word of letters and digits alone, as the tokenizer takes it. */
const bare = (name: string) => name.replace(/-/g, '');

/** All of a call's, with a space between. */
export function facetsOf(call: Call): string {
  const facets = new Set([anyCall, outcomeFacet(call.outcome ?? 'none')]);
  if (call.case.trim() !== '') facets.add(inCase);
  for (const mark of call.marks) {
    facets.add(markFacet(mark.kind));
    const status = promiseStatus(mark);
    if (status) facets.add(promiseFacet(status));
    if (status === 'open' && mark.promise?.due) facets.add(dated);
  }
  return [...facets].join(' ');
}
