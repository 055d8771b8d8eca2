// Any valid call, with fields in it that this version of the app does not know.
import fc from 'fast-check';
import {
  consentEvents,
  markKinds,
  outcomes,
  promiseStatuses,
  type Call,
  type Mark,
} from '../../../../contract/call.ts';
import { newCallId } from '../../../../main/library/layout.ts';
import { anyUnicode } from './any-unicode.ts';

const text = anyUnicode(12);
const ms = fc.double({ min: 0, max: 1e9, noNaN: true, noDefaultInfinity: true }).map((value) => value + 0); // no -0: JSON has none
const startMs = fc.integer({ min: 0, max: Date.UTC(9999, 11, 31) });
const instant = startMs.map((at) => new Date(at).toISOString());
const side = fc.constantFrom('you' as const, 'them' as const);

/** `x-` keeps clear of the names the format has. */
const unknown = fc.oneof(
  fc.dictionary(
    fc.string({ maxLength: 6 }).map((name) => `x-${name}`),
    fc.json({ maxDepth: 2 }).map((written) => JSON.parse(written) as unknown), // as a file can hold it: without -0
    { maxKeys: 2 },
  ),
  // What JSON.parse makes of `{"__proto__": 1}`: a field of its own, easily lost by copying.
  fc.constant(JSON.parse('{"__proto__":{"polluted":true}}') as object),
);

function withUnknown<Fields extends object>(fields: fc.Arbitrary<Fields>): fc.Arbitrary<Fields> {
  return fc.tuple(fields, unknown).map(([known, more]) => ({ ...known, ...more }));
}

export const anyMark: fc.Arbitrary<Mark> = withUnknown(
  fc.record(
    {
      id: fc.string({ minLength: 1, maxLength: 8 }),
      kind: fc.constantFrom(...markKinds),
      fromMs: ms,
      toMs: ms,
      text,
      createdAt: instant,
      updatedAt: instant,
      promise: withUnknown(
        fc.record({
          who: text,
          due: fc.option(instant.map((at) => at.slice(0, 10))),
          amount: fc.option(withUnknown(fc.record({ value: ms, currency: text }))),
          status: fc.constantFrom(...promiseStatuses),
          decidedAt: fc.option(instant),
        }),
      ),
      consent: withUnknown(fc.record({ event: fc.constantFrom(...consentEvents) })),
    },
    { requiredKeys: ['id', 'kind', 'fromMs', 'toMs', 'text', 'createdAt', 'updatedAt'] },
  ),
);

export const anyCall: fc.Arbitrary<Call> = startMs.chain((startedAtMs) =>
  withUnknown(
    fc.record({
      format: fc.constant(1 as const),
      id: fc.uint8Array({ minLength: 8, maxLength: 8 }).map((tail) => newCallId(startedAtMs, () => tail)),
      revision: fc.nat(),
      updatedAt: instant,
      company: text,
      case: text,
      title: text,
      phone: text,
      notes: text,
      tags: fc.array(text, { maxLength: 3 }),
      outcome: fc.option(fc.constantFrom(...outcomes)),
      startedAt: fc.constant(new Date(startedAtMs).toISOString()),
      timeZone: text,
      utcOffsetMinutes: fc.integer({ min: -840, max: 840 }),
      durationMs: ms,
      source: withUnknown(
        fc.record({
          kind: fc.constantFrom('captured' as const, 'imported' as const),
          you: text,
          them: text,
          app: text,
          os: text,
        }),
      ),
      capture: withUnknown(
        fc.record({
          wallMs: ms,
          youFrames: ms,
          themFrames: ms,
          recovered: fc.boolean(),
          gaps: fc.array(withUnknown(fc.record({ side, fromMs: ms, toMs: ms, cause: text })), {
            maxLength: 2,
          }),
          pauses: fc.array(withUnknown(fc.record({ fromMs: ms, toMs: ms })), { maxLength: 2 }),
          sourceChanges: fc.array(withUnknown(fc.record({ side, atMs: ms, from: text, to: text })), {
            maxLength: 2,
          }),
        }),
      ),
      marks: fc.array(anyMark, { maxLength: 3 }),
    }),
  ),
);
