// Says whether a call's folder is still what was sealed: the sound byte for byte, and what was known of the recording.
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { callFileName } from '../library/layout.ts';
import { parseJson } from '../library/json.ts';
import { checkSound, type SoundChange } from './check-sound.ts';
import { hashFile, type SealedFile } from './seal.ts';
import { readSeal, type ReadSeal } from './seal-file.ts';

const sealName = 'seal.json';

export type Change =
  | { file: 'audio.ogg'; change: Exclude<SoundChange, { what: 'seal' }> }
  | { file: 'seal.json' }
  /** What an imported call was made from is not what it was, or is gone. */
  | { file: string; original: 'altered' | 'missing' }
  /** Fields that say otherwise than when the call was sealed. */
  | { file: 'call.json'; fields: readonly string[] };

export type Verdict =
  /** `files`: what an imported call was made from, where there is such. */
  | { verdict: 'unchanged'; sealedAt: string; durationMs: number; files?: readonly string[] }
  | { verdict: 'changed'; changes: readonly Change[] }
  /** `why` is `missing`, or what is wrong in words. */
  | { verdict: 'unreadable'; file: string; why: string };

/** Never throws. A change is told even where something else cannot be read. */
export async function verifyCall(folder: string): Promise<Verdict> {
  const seal = await readSeal(join(folder, sealName));
  if ('problem' in seal) return { verdict: 'unreadable', file: sealName, why: seal.problem };

  let sound: SoundChange[];
  try {
    sound = await checkSound(join(folder, seal.audio.file), seal);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    const why = code === 'ENOENT' ? 'missing' : (code ?? String(cause));
    return { verdict: 'unreadable', file: seal.audio.file, why };
  }
  const originals = await checkFiles(folder, seal.files ?? []);
  const facts = await checkFacts(folder, seal);
  const changes = [
    ...sound.map((change): Change => {
      return change.what === 'seal' ? { file: 'seal.json' } : { file: 'audio.ogg', change };
    }),
    ...originals,
    ...('fields' in facts && facts.fields.length > 0
      ? [{ file: 'call.json', fields: facts.fields } as const]
      : []),
  ];
  if (changes.length > 0) return { verdict: 'changed', changes };
  if ('problem' in facts) return { verdict: 'unreadable', file: callFileName, why: facts.problem };
  const files = (seal.files ?? []).map(({ file }) => file);
  return {
    verdict: 'unchanged',
    sealedAt: seal.sealedAt,
    durationMs: seal.facts.durationMs,
    ...(files.length > 0 && { files }),
  };
}

async function checkFiles(folder: string, files: readonly SealedFile[]): Promise<Change[]> {
  const changes: Change[] = [];
  for (const { file, sha256 } of files) {
    const found = await hashFile(join(folder, file)).catch(() => null);
    if (found !== sha256) changes.push({ file, original: found === null ? 'missing' : 'altered' });
  }
  return changes;
}

async function checkFacts(
  folder: string,
  seal: ReadSeal,
): Promise<{ fields: string[] } | { problem: string }> {
  const text = await readFile(join(folder, callFileName), 'utf8').catch((cause: NodeJS.ErrnoException) => {
    return { problem: cause.code === 'ENOENT' ? 'missing' : String(cause.code) };
  });
  if (typeof text !== 'string') return text;
  const parsed = parseJson(text);
  if ('problem' in parsed) return parsed;
  if (typeof parsed.value !== 'object' || parsed.value === null)
    return { problem: 'it does not have the shape it should have' };
  const call = parsed.value as Record<string, unknown>;
  const sealed = { id: seal.callId, ...seal.facts };
  return {
    fields: Object.entries(sealed)
      .filter(([name, value]) => !isDeepStrictEqual(call[name], value))
      .map(([name]) => name)
      .sort(),
  };
}

/** A pack, which holds a call in one file, by its name. */
export function isPack(path: string): boolean {
  return basename(path).toLowerCase().endsWith('.zip');
}
