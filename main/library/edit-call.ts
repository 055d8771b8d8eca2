// What may be changed on a call after it was made. Pure: each gives a new call and keeps all fields it does not know.
import type { Call, CallPatch, Confirmation, Mark } from '../../contract/call.ts';
import { Failure } from '../../contract/failure.ts';

const patchable = [
  'company',
  'case',
  'title',
  'phone',
  'notes',
  'nextStep',
  'tags',
  'outcome',
  'places',
] as const;

/** A mark may end this much after the last sound: the clock it was made by and the frames on disk differ a little. */
const toleranceMs = 1_000;

/** The call with the patch's fields, or null when that changes nothing. */
export function patchCall(call: Call, patch: CallPatch): Call | null {
  const changes = patchable.filter(
    (field) => patch[field] !== undefined && JSON.stringify(patch[field]) !== JSON.stringify(call[field]),
  );
  if (changes.length === 0) return null;
  return { ...call, ...Object.fromEntries(changes.map((field) => [field, patch[field]])) };
}

/** Adds the mark, or replaces the one with its id. `bad-request` when it does not lie within the call. */
export function withMark(call: Call, mark: Mark, nowMs: number): Call {
  const { fromMs, toMs } = mark;
  if (!(0 <= fromMs && fromMs <= toMs && toMs <= call.durationMs + toleranceMs))
    throw new Failure(
      'bad-request',
      `A mark from ${fromMs} to ${toMs} ms is not within a call of ${call.durationMs} ms`,
    );
  const old = call.marks.find(({ id }) => id === mark.id);
  const now = new Date(nowMs).toISOString();
  const next = {
    ...(old ? merge(old, mark) : mark),
    createdAt: old?.createdAt ?? mark.createdAt,
    updatedAt: now,
  };
  const others = call.marks.filter(({ id }) => id !== mark.id);
  return { ...call, marks: [...others, next].sort((one, other) => one.fromMs - other.fromMs) };
}

/** The call with one more letter; those before it stay. */
export function withConfirmation(call: Call, confirmation: Confirmation): Call {
  return { ...call, confirmations: [...(call.confirmations ?? []), confirmation] };
}

/** `mark-missing` when the call has no mark with this id. */
export function withoutMark(call: Call, markId: string): Call {
  const marks = call.marks.filter(({ id }) => id !== markId);
  if (marks.length === call.marks.length) throw new Failure('mark-missing', `The call has no mark ${markId}`);
  return { ...call, marks };
}

/** What the window sent, over what another program may have added. A detail that the new kind lacks goes. */
function merge(old: Mark, { promise, consent, ...mark }: Mark): Mark {
  const { promise: oldPromise, consent: oldConsent, ...rest } = old;
  return {
    ...rest,
    ...mark,
    ...(promise && { promise: { ...oldPromise, ...promise } }),
    ...(consent && { consent: { ...oldConsent, ...consent } }),
  };
}
