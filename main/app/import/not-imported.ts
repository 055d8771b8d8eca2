// Why a file was not imported, thrown where that becomes known.
import { Failure } from '../../../contract/failure.ts';
import type { Refusal } from '../../../contract/import.ts';

export class NotImported extends Error {
  readonly refusal: Refusal;

  constructor(reason: Refusal['reason'], what = '', options?: ErrorOptions) {
    super(`${reason} ${what}`, options);
    this.name = 'NotImported';
    this.refusal = { reason, what };
  }
}

/** The user asked for it to stop. */
export class Cancelled extends Error {}

/** Any failure as a reason that can be told. */
export function refusalOf(cause: unknown): Refusal {
  if (cause instanceof NotImported) return cause.refusal;
  const code = cause instanceof Failure ? cause.code : (cause as NodeJS.ErrnoException | null)?.code;
  if (code === 'disk-full' || code === 'library-unwritable') return { reason: code, what: '' };
  if (typeof code === 'string' && /^E[A-Z]+$/.test(code)) return { reason: 'cannot-read', what: code };
  return { reason: 'failed', what: '' };
}
