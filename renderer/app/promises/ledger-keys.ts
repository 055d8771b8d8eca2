// The single keys that work on a row of the ledger.
import { promiseStatuses, type PromiseStatus } from '../../../contract/call.ts';
import { verdictKeys } from '../../../contract/promises.ts';
import { letterOf } from '../live/call-keys.ts';

export type Asked = PromiseStatus | 'hear' | 'proof' | 'calendar';

export const proofKey = 'D';
export const calendarKey = 'C';

/** For `aria-keyshortcuts` of a row. */
export const rowKeys = ['Space', ...Object.values(verdictKeys), proofKey, calendarKey].join(' ');

type Press = Pick<KeyboardEvent, 'key' | 'repeat' | 'target'> & { code: string };

/** Null where it is none of them. A key held down counts once: it must not decide one promise after the other. */
export function askedBy(press: Press): Asked | null {
  if (press.repeat) return null;
  if (press.key === ' ') return isOnButton(press.target) ? null : 'hear';
  const letter = letterOf(press);
  if (letter === proofKey) return 'proof';
  if (letter === calendarKey) return 'calendar';
  return promiseStatuses.find((status) => verdictKeys[status] === letter) ?? null;
}

/** Space presses it. */
const isOnButton = (target: EventTarget | null) =>
  target instanceof Element && target.closest('button') !== null;
