// The shape of what may be asked about cases: nothing else gets past the door.
import { z } from 'zod';
import { caseStatuses, mostAttachedBytes, type CaseChange } from '../../../contract/cases.ts';
import { caseIdSchema, money, note, offer, rule, ruleFields } from '../../library/case-schema.ts';

const name = z.string().min(1).max(1_000);
const words = z.string().max(1_000_000);
const day = z.iso.date();
const id = z.string().min(1).max(100);

const { id: _id, ...ruleParts } = ruleFields;

const change: z.ZodType<CaseChange> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('want'), text: words }),
  z.object({
    kind: z.literal('next-step'),
    patch: z.object({ text: words, due: day.nullable() }).partial().strict(),
  }),
  z.object({ kind: z.literal('close'), ending: words }),
  z.object({ kind: z.literal('reopen') }),
  z.object({ kind: z.literal('put-offer'), offer }),
  z.object({
    kind: z.literal('change-offer'),
    id,
    patch: z.object({ text: words, amount: money.nullable(), on: day }).partial().strict(),
  }),
  z.object({ kind: z.literal('remove-offer'), id }),
  z.object({ kind: z.literal('put-note'), note }),
  z.object({
    kind: z.literal('change-note'),
    id,
    patch: z.object({ text: words, on: day }).partial().strict(),
  }),
  z.object({ kind: z.literal('remove-note'), id }),
  z.object({
    kind: z.literal('describe-file'),
    id,
    patch: z.object({ note: words, on: day }).partial().strict(),
  }),
  z.object({
    kind: z.literal('clock'),
    patch: z.object({ on: z.boolean(), startedOn: day.nullable() }).partial().strict(),
  }),
  z.object({ kind: z.literal('put-rule'), rule }),
  z.object({
    kind: z.literal('change-rule'),
    id,
    patch: z
      .object({ ...ruleParts, on: z.boolean(), startedOn: day.nullable() })
      .partial()
      .strict(),
  }),
  z.object({ kind: z.literal('remove-rule'), id }),
]);

/** Of an attached file as the window read it; it never says where the file lay. */
const attached = z.object({
  name: z.string().max(1_000),
  mediaType: z.string().max(200),
  on: day,
  bytes: z
    .instanceof(Uint8Array)
    .refine(({ length }) => length <= mostAttachedBytes, 'larger than an attached file may be'),
});

export const nothing = z.tuple([]);
export const listCases = z.tuple([z.enum(caseStatuses), z.number().int().min(1).max(100_000)]);
export const aCase = z.tuple([name]);
export const renameCase = z.tuple([name, name]);
export const changeCase = z.tuple([name, change]);
export const attach = z.tuple([name, attached]);
export const anAttachment = z.tuple([name, id]);
export const aCaseFolder = z.tuple([caseIdSchema]);
export const suggestCases = z.tuple([z.string().max(1_000)]);
