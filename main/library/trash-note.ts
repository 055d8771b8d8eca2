// trashed.json in the folder of a call that was moved to the trash: when, by whom, and why in words.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { trashReasons, type TrashReason } from '../../contract/trash.ts';
import { parseJson } from './json.ts';
import { replaceFile } from './replace-file.ts';

export const noteFileName = 'trashed.json';

const schema = z.looseObject({
  format: z.literal(1),
  trashedAt: z.iso.datetime(),
  why: z.enum(trashReasons),
  words: z.string(),
});

export interface TrashNote {
  trashedAtMs: number;
  why: TrashReason;
  /** For people who look into the folder. */
  words: string;
}

/** Null when there is none that can be understood. */
export async function readNote(folder: string): Promise<TrashNote | null> {
  const text = await readFile(join(folder, noteFileName), 'utf8').catch(() => '');
  const parsed = parseJson(text);
  const checked = schema.safeParse('value' in parsed ? parsed.value : null);
  if (!checked.success) return null;
  const { trashedAt, why, words } = checked.data;
  return { trashedAtMs: Date.parse(trashedAt), why, words };
}

export async function writeNote(folder: string, { trashedAtMs, why, words }: TrashNote): Promise<void> {
  const note = { format: 1, trashedAt: new Date(trashedAtMs).toISOString(), why, words };
  await replaceFile(join(folder, noteFileName), `${JSON.stringify(note, null, 2)}\n`);
}
