// Why a file cannot be imported, thrown where that becomes known.
import type { RefusalReason } from '../../contract/import.ts';

export class Refused extends Error {
  readonly reason: RefusalReason;
  /** The format or codec it is about. */
  readonly what: string;

  constructor(reason: RefusalReason, what = '', options?: ErrorOptions) {
    super(`${reason} ${what}`, options);
    this.name = 'Refused';
    this.reason = reason;
    this.what = what;
  }
}
