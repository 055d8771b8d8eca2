// Reads seal.json, which anyone may have written.
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { parseJson, problemsIn } from '../library/json.ts';
import type { Seal } from './seal.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const bytes = z.number().int().min(0);
const ms = z.number().min(0);

const schema = z.looseObject({
  format: z.literal(1),
  callId: z.string(),
  sealedAt: z.iso.datetime(),
  audio: z.looseObject({ file: z.literal('audio.ogg'), bytes, sha256 }),
  chain: z.array(z.looseObject({ bytes, durationMs: ms, hash: sha256 })),
  // Names in the folder itself: nobody's seal leads out of it.
  files: z.array(z.looseObject({ file: z.string().regex(/^[\w-]+(\.[\w-]+)*$/), bytes, sha256 })).optional(),
  facts: z.looseObject({ durationMs: ms }),
});

/** What a seal says as far as checking it needs: its facts are compared, whatever they are. */
export type ReadSeal = Pick<Seal, 'callId' | 'sealedAt' | 'audio' | 'chain' | 'files'> & {
  facts: Record<string, unknown> & { durationMs: number };
};

/** The seal, or why there is none: `missing`, or what is wrong with it in words. */
export async function readSeal(path: string): Promise<ReadSeal | { problem: string }> {
  const text = await readFile(path, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    return { problem: cause.code === 'ENOENT' ? 'missing' : String(cause.code) };
  });
  if (typeof text !== 'string') return text;
  const parsed = parseJson(text);
  if ('problem' in parsed) return parsed;
  const checked = schema.safeParse(parsed.value);
  return checked.success ? checked.data : { problem: problemsIn(checked.error) };
}
