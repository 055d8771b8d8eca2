// What a company's calls say of it, in the terms that contact centres use of themselves. Pure; each says what it rests on.
import { fewestCalls, type Measure, type Scorecard, type TalkShare } from '../../../contract/companies.ts';
import type { MeasuredCall } from '../../index/company-calls.ts';
import type { Talk } from '../../index/talk.ts';

type Calls = readonly MeasuredCall[];

interface Sample {
  part: number;
  whole: number;
  n: number;
  calls: number;
}

const sum = (calls: Calls, of: (call: MeasuredCall) => number) =>
  calls.reduce((total, call) => total + of(call), 0);

/** No value where too few calls stand behind it, or where there is nothing to divide by. */
function measure(sample: Sample, value = sample.part / sample.whole): Measure {
  return { ...sample, value: sample.calls < fewestCalls || sample.whole <= 0 ? null : value };
}

/** Time on the phone: the sum of durations, hold included (talk time and hold time of "handle time"). */
export function timeOnThePhone(calls: Calls): Measure {
  const part = sum(calls, ({ durationMs }) => durationMs);
  return measure({ part, whole: calls.length, n: calls.length, calls: calls.length }, part);
}

/** Hold share: hold time ÷ duration. A hold may be marked past the last sound; it counts up to it. */
export function holdShare(calls: Calls): Measure {
  const heard = calls.filter(({ durationMs }) => durationMs > 0);
  const part = sum(heard, ({ holdMs, durationMs }) => Math.min(holdMs, durationMs));
  const whole = sum(heard, ({ durationMs }) => durationMs);
  return measure({ part, whole, n: heard.length, calls: heard.length });
}

/** Transfer rate: transfers ÷ calls. */
export function transfersPerCall(calls: Calls): Measure {
  const part = sum(calls, ({ transfers }) => transfers);
  return measure({ part, whole: calls.length, n: calls.length, calls: calls.length });
}

/** Promises kept in time ÷ promises decided (kept, late, broken). Open and withdrawn ones are not decided. */
export function promisesKept(calls: Calls): Measure {
  const decided = ({ kept, late, broken }: MeasuredCall) => kept + late + broken;
  const whole = sum(calls, decided);
  const behind = calls.filter((call) => decided(call) > 0).length;
  return measure({ part: sum(calls, ({ kept }) => kept), whole, n: whole, calls: behind });
}

/**
 * First-call resolution: cases resolved by their one call ÷ cases of which it is known whether the first call did it.
 * A call without a case is a case of its own. A second call says that the first did not; so does an only call that
 * ended unresolved, refused or disconnected. An only call with a follow-up or no outcome yet says neither.
 */
export function firstCallResolution(calls: Calls): Measure {
  const decided = casesOf(calls).filter(
    (ones) => ones.length > 1 || !['follow-up', null].includes(ones[0]!.outcome),
  );
  const resolved = decided.filter((ones) => ones.length === 1 && ones[0]!.outcome === 'resolved');
  return measure({
    part: resolved.length,
    whole: decided.length,
    n: decided.length,
    calls: decided.flat().length,
  });
}

/** Repeat calls per case: calls ÷ cases − 1, over calls that have a case. */
export function repeatCallsPerCase(calls: Calls): Measure {
  const withCase = calls.filter(({ caseKey }) => caseKey !== '');
  const cases = casesOf(withCase).length;
  const sample = { part: withCase.length, whole: cases, n: cases, calls: withCase.length };
  return measure(sample, withCase.length / cases - 1);
}

/** Talk share of the user: time in which you were heard ÷ that time of both sides. Only calls in which both were heard. */
export function talkShare(talks: readonly (Talk | null)[], allCalls: number): TalkShare {
  const both = talks.filter((talk): talk is Talk => talk !== null && talk.youMs > 0 && talk.themMs > 0);
  const part = both.reduce((total, { youMs }) => total + youMs, 0);
  const whole = both.reduce((total, { youMs, themMs }) => total + youMs + themMs, 0);
  return {
    ...measure({ part, whole, n: both.length, calls: both.length }),
    leftOut: allCalls - both.length,
  };
}

export const measuresOf = (calls: Calls): Scorecard['measures'] => ({
  time: timeOnThePhone(calls),
  hold: holdShare(calls),
  promises: promisesKept(calls),
  firstCall: firstCallResolution(calls),
  transfers: transfersPerCall(calls),
  repeats: repeatCallsPerCase(calls),
});

function casesOf(calls: Calls): MeasuredCall[][] {
  const cases = new Map<string, MeasuredCall[]>();
  for (const call of calls) {
    const key = call.caseKey === '' ? call.callId : `=${call.caseKey}`;
    cases.set(key, [...(cases.get(key) ?? []), call]);
  }
  return [...cases.values()];
}
