// What a case.json of format 1 must look like. Says nothing of fields it does not know: they are kept.
import { z } from 'zod';
import { caseStatuses, type CaseFile } from '../../contract/cases.ts';
import { ruleMeanings, ruleStarts, waitUnits } from '../../contract/escalation.ts';
import { isPlainName } from './file-name.ts';

export const caseFormat = 1;

// No schema here may change what it checks, as in call-schema.ts.
const instant = z.iso.datetime();
const day = z.iso.date();
const id = z.string().min(1).max(100);
const dated = { id, on: day, addedAt: instant };

/** A case's id never leads out of its folder: no dots, no separators. */
export const caseIdSchema = z.string().regex(/^[0-9A-Za-z-]{4,64}$/, 'not the id of a case');

export const money = z.looseObject({ value: z.number(), currency: z.string() });
export const offer = z.looseObject({
  ...dated,
  text: z.string(),
  amount: money.nullable(),
});
export const note = z.looseObject({ ...dated, text: z.string() });

const attachment = z.looseObject({
  ...dated,
  name: z.string().refine(isPlainName, 'not the name of a file beside case.json'),
  bytes: z.number().int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  mediaType: z.string(),
  note: z.string(),
});

export const ruleFields = {
  id,
  title: z.string(),
  means: z.enum(ruleMeanings),
  starts: z.enum(ruleStarts),
  startsWith: z.string(),
  wait: z.object({ count: z.number().int().min(0).max(10_000), unit: z.enum(waitUnits) }),
  opens: z.string(),
  source: z.object({ title: z.string(), url: z.string() }),
  asOf: z.string().regex(/^(\d{4}-(0[1-9]|1[0-2]))?$/),
};
export const rule = z.looseObject({ ...ruleFields, on: z.boolean(), startedOn: day.nullable() });

const nextStep = z.looseObject({ text: z.string(), due: day.nullable() });

const caseFile = z.looseObject({
  format: z.literal(caseFormat),
  id: caseIdSchema,
  revision: z.number().int().min(0),
  updatedAt: instant,
  name: z.string(),
  renaming: z.string().optional(),
  status: z.enum(caseStatuses),
  closedAt: instant.nullable(),
  ending: z.string(),
  want: z.string(),
  nextStep,
  offers: z.array(offer),
  notes: z.array(note),
  files: z.array(attachment),
  escalation: z.looseObject({ on: z.boolean(), startedOn: day.nullable(), rules: z.array(rule) }),
});

export const caseSchema: z.ZodType<CaseFile> = caseFile;
