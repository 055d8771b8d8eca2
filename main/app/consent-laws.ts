// The rules on recording by place, read from the app's own file and checked before anyone relies on them.
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { confidences, consentKinds, type ConsentLaws } from '../../contract/consent-rules.ts';
import { Failure } from '../../contract/failure.ts';

const words = z.string().min(1);

export const consentLawsSchema: z.ZodType<ConsentLaws> = z
  .object({
    asOf: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
    disclaimer: words.includes('not legal advice'),
    sources: z.array(z.object({ id: words, title: words, url: z.url().optional() })).min(1),
    jurisdictions: z
      .array(
        z.object({
          code: z.string().regex(/^[A-Z]{2}(-[A-Z]{2,3})?$/),
          name: words,
          country: z.string().regex(/^[A-Z]{2}$/),
          consent: z.enum(consentKinds),
          statute: words,
          phoneNote: words,
          confidence: z.enum(confidences),
          sources: z.array(words).min(1),
        }),
      )
      .min(1),
  })
  .superRefine((laws, context) => {
    const known = new Set(laws.sources.map(({ id }) => id));
    const seen = new Set<string>();
    for (const { code, sources } of laws.jurisdictions) {
      if (seen.has(code)) context.addIssue(`${code} is there twice`);
      seen.add(code);
      const unknown = sources.find((id) => !known.has(id));
      if (unknown !== undefined) context.addIssue(`${code} names a source that is not there: ${unknown}`);
    }
  });

/** `rules-unreadable` when the file is missing or is not what it should be. */
export async function readConsentLaws(path: string): Promise<ConsentLaws> {
  try {
    return consentLawsSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (cause) {
    throw new Failure('rules-unreadable', cause instanceof Error ? cause.message : String(cause), { cause });
  }
}
