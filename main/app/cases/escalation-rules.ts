// The rules of the escalation clock, read from the app's own file and checked before anyone counts by them.
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { EscalationRules } from '../../../contract/escalation.ts';
import { Failure } from '../../../contract/failure.ts';
import { ruleFields } from '../../library/case-schema.ts';

const words = z.string().min(1);

export const escalationRulesSchema: z.ZodType<EscalationRules> = z
  .object({
    disclaimer: words.includes('not legal advice'),
    rules: z
      .array(
        z.object({
          ...ruleFields,
          title: words,
          startsWith: words,
          opens: words,
          place: words,
          sector: words,
          // A rule of ours says where it comes from and when that was read.
          source: z.object({ title: words, url: z.url() }),
          asOf: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
        }),
      )
      .min(1),
  })
  .superRefine(({ rules }, context) => {
    for (const [at, { id }] of rules.entries())
      if (rules.findIndex((one) => one.id === id) !== at) context.addIssue(`${id} is there twice`);
  });

/** `escalation-unreadable` when the file is missing or is not what it should be. */
export async function readEscalationRules(path: string): Promise<EscalationRules> {
  try {
    return escalationRulesSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Failure('escalation-unreadable', why, { cause });
  }
}
