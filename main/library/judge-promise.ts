// Puts a verdict on a promise of a call. Pure: gives a new call and keeps all fields it does not know.
import type { Call, Mark, PromiseDetail } from '../../contract/call.ts';
import { Failure } from '../../contract/failure.ts';
import type { Verdict } from '../../contract/promises.ts';

/** `mark-missing` when the call has no promise with this id. */
export function withVerdict(call: Call, markId: string, verdict: Verdict, nowMs: number): Call {
  const promise = call.marks.find(({ id, kind }) => id === markId && kind === 'promise');
  if (!promise) throw new Failure('mark-missing', `The call has no promise ${markId}`);
  const judged = { ...promise, promise: judge(promise, verdict), updatedAt: new Date(nowMs).toISOString() };
  return { ...call, marks: call.marks.map((mark) => (mark === promise ? judged : mark)) };
}

/** What the promise says of itself now. */
export function verdictOf({ promise }: Mark): Verdict {
  const { status, decidedAt, proof } = promise ?? plain;
  return { status, decidedAt, ...(proof && { proof }) };
}

/** A promise that another program wrote without details. */
const plain: PromiseDetail = { who: '', due: null, amount: null, status: 'open', decidedAt: null };

function judge({ promise = plain }: Mark, { status, decidedAt, proof }: Verdict): PromiseDetail {
  const { proof: _before, ...rest } = promise;
  return { ...rest, status, decidedAt, ...(proof && { proof }) };
}
