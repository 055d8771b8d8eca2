// What a call.json of format 1 must look like (DESIGN section 3). Says nothing of fields it does not know: they are kept.
import { z } from 'zod';
import {
  consentEvents,
  markKinds,
  outcomes,
  promiseStatuses,
  type Call,
  type CallId,
  type Mark,
} from '../../contract/call.ts';
import { dateSources, sidecarFacts, voicings } from '../../contract/import.ts';
import { isCallId } from './layout.ts';

export const callFormat = 1;

// No schema here may change what it checks (no defaults, no trimming): callers keep the value they gave, see call-file.ts.
const ms = z.number().min(0);
const instant = z.iso.datetime();
const side = z.enum(['you', 'them']);

export const callIdSchema: z.ZodType<CallId> = z.string().refine(isCallId, 'not the id of a call');

const promise = z.looseObject({
  who: z.string(),
  due: z.iso.date().nullable(),
  amount: z.looseObject({ value: z.number(), currency: z.string() }).nullable(),
  status: z.enum(promiseStatuses),
  decidedAt: instant.nullable(),
  proof: z
    .looseObject({ callId: callIdSchema.nullable(), markId: z.string().nullable(), text: z.string() })
    .optional(),
});

const mark = z.looseObject({
  id: z.string().min(1),
  kind: z.enum(markKinds),
  fromMs: ms,
  toMs: ms,
  text: z.string(),
  createdAt: instant,
  updatedAt: instant,
  promise: promise.optional(),
  consent: z.looseObject({ event: z.enum(consentEvents) }).optional(),
  played: z.looseObject({ callId: callIdSchema, markId: z.string() }).optional(),
});

export const places = z.looseObject({ you: z.string(), them: z.string() });

const capture = z.looseObject({
  wallMs: ms,
  youFrames: ms,
  themFrames: ms,
  recovered: z.boolean(),
  gaps: z.array(z.looseObject({ side, fromMs: ms, toMs: ms, cause: z.string() })),
  pauses: z.array(z.looseObject({ fromMs: ms, toMs: ms, why: z.enum(['notes-only']).optional() })),
  sourceChanges: z.array(z.looseObject({ side, atMs: ms, from: z.string(), to: z.string() })),
});

const importedFile = z.looseObject({
  name: z.string(),
  kept: z.string(),
  bytes: z.number().int().min(0),
  sha256: z.string(),
  importedAt: instant,
  format: z.string(),
  codec: z.string(),
  channels: z.number().int().min(1),
  sampleRateHz: z.number().positive(),
  voices: z.enum(voicings),
  dateFrom: z.enum(dateSources),
  cutShort: z.looseObject({ promisedMs: ms.nullable() }).optional(),
  sidecar: z
    .looseObject({
      kept: z.string(),
      bytes: z.number().int().min(0),
      sha256: z.string(),
      said: z.array(z.enum(sidecarFacts)),
    })
    .optional(),
});

const call = z.looseObject({
  format: z.literal(callFormat),
  id: callIdSchema,
  revision: z.number().int().min(0),
  updatedAt: instant,
  company: z.string(),
  case: z.string(),
  title: z.string(),
  phone: z.string(),
  notes: z.string(),
  nextStep: z.string().optional(),
  confirmations: z
    .array(z.looseObject({ at: instant, how: z.enum(['copied', 'mail']), text: z.string() }))
    .optional(),
  tags: z.array(z.string()),
  outcome: z.enum(outcomes).nullable(),
  startedAt: instant,
  timeZone: z.string(),
  utcOffsetMinutes: z.number(),
  durationMs: ms,
  source: z.looseObject({
    kind: z.enum(['captured', 'imported']),
    you: z.string(),
    them: z.string(),
    app: z.string(),
    os: z.string(),
    file: importedFile.optional(),
  }),
  capture,
  marks: z.array(mark),
  places: places.optional(),
  keep: z.boolean().optional(),
});

export const callSchema: z.ZodType<Call> = call;
export const markSchema: z.ZodType<Mark> = mark;

// The compiler's proof that schema and contract say the same, in both directions and field by field.
type Known<Value> = Value extends readonly (infer Item)[]
  ? Known<Item>[]
  : Value extends object
    ? { [Key in keyof Value as string extends Key ? never : Key]: Known<Value[Key]> }
    : Value;
type Same<One, Other> = [One] extends [Other] ? ([Other] extends [One] ? true : never) : never;
export const schemaIsContract: [
  whole: Same<Known<z.output<typeof call>>, Known<Call>>,
  markFields: Same<keyof Known<z.output<typeof mark>>, keyof Mark>,
  callFields: Same<keyof Known<z.output<typeof call>>, keyof Call>,
] = [true, true, true];
