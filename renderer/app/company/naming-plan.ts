// What a new name will do, before it is done.
import type { NamedCompany } from '../../../contract/companies.ts';

export interface NamingPlan {
  /** `merged`: the name is that of another company with calls. */
  becomes: 'same' | 'merged' | 'renamed';
}

/** `other` is what the app knows of `name` now. As another name (`isAlias`) a name of the company itself changes nothing. */
export function planOf(here: NamedCompany, other: NamedCompany, name: string, isAlias: boolean): NamingPlan {
  const isItself = other.company === here.company && other.calls > 0;
  if (name === here.company || (isItself && isAlias)) return { becomes: 'same' };
  return { becomes: other.calls > 0 && !isItself ? 'merged' : 'renamed' };
}
