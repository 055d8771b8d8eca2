// The shape of what a window may ask with: nothing else gets past the door.
import { z } from 'zod';
import { consentEvents, markKinds, outcomes, sides } from '../../contract/call.ts';
import { suggestedFields } from '../../contract/library.ts';
import { recordingModes, sourceLosses } from '../../contract/recording.ts';
import { callIdSchema, markSchema } from '../library/call-schema.ts';

const short = z.string().max(1_000);
const words = z.string().max(1_000_000);
const code = z.string().max(20);
const count = z.number().int().min(0);
const bytes = z.instanceof(Uint8Array);
const side = z.enum(sides as ['you', 'them']);
const fraction = z.number().min(0).max(1_000);

export const none = z.tuple([]);
export const flag = z.tuple([z.boolean()]);
export const anId = z.tuple([z.string().max(100)]);
export const aCall = z.tuple([callIdSchema]);
export const quitHow = z.tuple([z.enum(['stop-and-quit', 'stay'])]);

export const callPatch = z
  .object({
    company: short,
    case: short,
    title: short,
    phone: short,
    notes: words,
    nextStep: words,
    tags: z.array(short).max(1_000),
    outcome: z.enum(outcomes).nullable(),
    places: z.object({ you: code, them: code }),
  })
  .partial()
  .strict();

export const describeCall = z.tuple([callPatch]);
export const editCall = z.tuple([callIdSchema, callPatch]);
export const putMark = z.tuple([callIdSchema, markSchema]);
export const confirm = z.tuple([
  callIdSchema,
  z.enum(['copied', 'mail']),
  z.object({ subject: short, text: words }),
]);
export const removeMark = z.tuple([callIdSchema, z.string().max(100)]);
export const makeMark = z.tuple([z.enum(markKinds), z.enum(consentEvents).nullable()]);
export const startRecording = z.tuple([z.object({ company: short, mode: z.enum(recordingModes) })]);
/** Up to all the peaks of a hundred hours. */
export const peaks = z.tuple([callIdSchema, z.number().int().min(1).max(36_000_000)]);

const filter = z.object({ query: words, today: z.iso.date() });
export const suggestValues = z.tuple([z.enum(suggestedFields), short]);
export const search = z.tuple([filter, callIdSchema.nullable(), z.number().int().min(1).max(500)]);

const fact = z.discriminatedUnion('type', [
  z.object({ type: z.literal('gap-opened'), side, atMs: z.number(), cause: short }),
  z.object({ type: z.literal('gap-closed'), side, atMs: z.number() }),
  z.object({ type: z.literal('paused'), atMs: z.number() }),
  z.object({ type: z.literal('resumed'), atMs: z.number() }),
]);
const perSide = <Schema extends z.ZodType>(schema: Schema) => z.object({ you: schema, them: schema });

export const devices = z.tuple([z.array(short).max(1_000)]);
export const opened = z.tuple([
  z.object({ side, attempt: count, label: short, sampleRateHz: z.number().positive() }),
]);
export const failed = z.tuple([
  z.object({ side, attempt: count, cause: z.enum(sourceLosses), message: words }),
]);
export const capturedPage = z.tuple([
  z.object({
    callId: callIdSchema,
    page: bytes,
    peaks: bytes,
    facts: z.array(fact),
    frames: perSide(z.number().min(0)),
  }),
]);
export const report = z.tuple([perSide(z.object({ frames: count, peak: fraction, allZero: z.boolean() }))]);
export const facts = z.tuple([callIdSchema, z.array(fact)]);
export const captureEnded = z.tuple([callIdSchema, words.nullable()]);
export const measured = z.tuple([callIdSchema, bytes.nullable()]);
