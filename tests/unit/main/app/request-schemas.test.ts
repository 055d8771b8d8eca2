// The door between window and app: what fits the contract passes unchanged, whatever else is thrown at it does not.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import * as door from '../../../../main/app/request-schemas.ts';
import { settingsPatchSchema } from '../../../../main/app/settings.ts';
import { makeMark, makePromise } from '../../../support/make-call.ts';

const schemas = { ...door };
const id = '20261123T140500Z-k7f3q2x9';
const bytes = new Uint8Array([1, 2]);
const filter = { query: 'refund " outcome:', today: '2026-11-25' };
const page = {
  callId: id,
  page: bytes,
  peaks: bytes,
  facts: [{ type: 'paused', atMs: 1.5 }],
  frames: { you: 1, them: 0.5 },
};
const side = { frames: 0, peak: 1.2, allZero: false };

/** For every schema, arguments as the app itself sends them. */
const honest: Record<keyof typeof schemas, unknown> = {
  none: [],
  flag: [true],
  anId: ['f3'],
  aCall: [id],
  quitHow: ['stay'],
  callPatch: { company: 'Contoso', outcome: null, tags: ['a'] },
  describeCall: [{ notes: 'long\nlines' }],
  editCall: [id, { outcome: 'refused' }],
  putMark: [id, makePromise('Refund', { due: '2026-11-30', amount: { value: 120, currency: 'USD' } })],
  confirm: [id, 'mail', { subject: 'Our call', text: 'Hello' }],
  removeMark: [id, 'm1'],
  makeMark: ['consent', 'you-announced'],
  startRecording: [{ company: '', mode: 'tell-first' }],
  peaks: [id, 1_200],
  search: [filter, id, 50],
  suggestValues: ['agent', 'mar'],
  devices: [['Headset', '']],
  opened: [{ side: 'you', attempt: 3, label: 'Headset', sampleRateHz: 44_100 }],
  failed: [{ side: 'them', attempt: 0, cause: 'denied', message: '' }],
  capturedPage: [page],
  report: [{ you: side, them: side }],
  facts: [id, [{ type: 'gap-opened', side: 'you', atMs: -3, cause: 'source lost' }]],
  captureEnded: [id, null],
  measured: [id, bytes],
};
const names = Object.keys(honest) as (keyof typeof schemas)[];
const passes = (name: keyof typeof schemas, args: unknown) =>
  (schemas[name] as z.ZodType).safeParse(args).success;

test('what the app itself sends passes, and arrives as it was sent', () => {
  for (const name of names)
    expect((schemas[name] as z.ZodType).parse(honest[name]), name).toEqual(honest[name]);
  expect(names.sort()).toEqual(Object.keys(schemas).sort());
});

/** None of these is right anywhere, or at least no fault where it happens to fit. */
const wrong: unknown[] = [
  undefined,
  NaN,
  Infinity,
  -1e300,
  Symbol('x'),
  () => 0,
  10n,
  'x'.repeat(1_000_001),
  { toString: 'x', constructor: 1 },
];

test('in the place of any argument, and of any part of one, whatever is not of its kind is refused', () => {
  const letIn = names.flatMap((name) =>
    placesIn(honest[name]).flatMap((place) =>
      wrong
        .filter(
          (value) => !isForgiving(name, place, value) && passes(name, replaced(honest[name], place, value)),
        )
        .map((value) => `${name} ${place.join('.')}: ${String(typeof value)}`),
    ),
  );
  expect(letIn).toEqual([]);
});

test('too many or too few arguments are refused', () => {
  for (const name of names) {
    const args = honest[name];
    if (!Array.isArray(args)) continue;
    expect(passes(name, [...(args as unknown[]), undefined]), name).toBe(false);
    expect(passes(name, [...(args as unknown[]), {}]), name).toBe(false);
    if (args.length > 0) expect(passes(name, args.slice(0, -1)), name).toBe(false);
  }
});

test('no path, and nothing else that is no id, passes for the id of a call', () => {
  const hostile = [
    '',
    '.',
    '..',
    '../../etc',
    `${id}/..`,
    `/${id}`,
    `${id}\0`,
    `${id}\n`,
    '20260231T140500Z-k7f3q2x9',
    'C:\\x',
  ];
  const any = fc.oneof(
    fc.string(),
    fc.constantFrom(...hostile),
    fc.string().map((text) => `${id}${text || 'x'}`),
  );
  fc.assert(
    fc.property(any, (text) => {
      expect(passes('aCall', [text])).toBe(false);
    }),
  );
});

describe('what a person may not change on a call', () => {
  test.each(['id', 'durationMs', 'capture', 'startedAt', 'marks', 'source', 'format', 'constructor'])(
    'is refused: %s',
    (field) => {
      expect(passes('editCall', [id, { [field]: 1 }])).toBe(false);
      expect(passes('describeCall', [{ company: 'Contoso', [field]: 'x' }])).toBe(false);
    },
  );
});

test('limits are refused just beyond and let in just at them', () => {
  expect(passes('peaks', [id, 36_000_000])).toBe(true);
  expect(passes('peaks', [id, 36_000_001])).toBe(false);
  expect(passes('peaks', [id, 0])).toBe(false);
  expect(passes('peaks', [id, 1.5])).toBe(false);
  expect(passes('search', [filter, null, 500])).toBe(true);
  expect(passes('search', [filter, null, 501])).toBe(false);
  expect(passes('putMark', [id, makeMark({ fromMs: -1 })])).toBe(false);
  expect(settingsPatchSchema.safeParse({ reachBackMs: { promise: 120_001 } }).success).toBe(false);
});

type Place = (string | number)[];

/** Every place inside the value, deep ones too; bytes are one value. */
function placesIn(value: unknown, at: Place = []): Place[] {
  const here = at.length > 0 ? [at] : [];
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return here;
  return [...here, ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...at, key]))];
}

function replaced(value: unknown, [key, ...rest]: Place, by: unknown): unknown {
  if (key === undefined) return by;
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }) as Record<
    string | number,
    unknown
  >;
  copy[key] = replaced(copy[key], rest, by);
  return copy;
}

/** Leaving out what may be left out is no fault, nor are long words in a mark or a number below zero where one may be. */
function isForgiving(name: keyof typeof schemas, place: Place, value: unknown): boolean {
  const field = place.at(-1);
  if (value === undefined)
    return field === 'promise' || ['callPatch', 'describeCall', 'editCall'].includes(name);
  if (typeof value === 'string') return name === 'putMark';
  return value === -1e300 && (field === 'atMs' || field === 'value');
}
