// Which reminders were given, in <profile>/reminders.json, so that none is given twice. A file that makes no sense is put aside, one that cannot be opened is left alone.
import { readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { addDays, type Day } from '../../../contract/day.ts';
import { replaceFile } from '../../library/replace-file.ts';
import type { Said } from './due-reminders.ts';

const schema = z.object({
  format: z.literal(1),
  said: z.array(
    z.object({ callId: z.string(), markId: z.string(), due: z.iso.date(), kind: z.enum(['due', 'after']) }),
  ),
});

/** Nothing so old is ever said again. */
const keptDays = 60;

export interface SaidFile {
  list(): readonly Said[];
  /** On disk when it resolves. When that fails it still holds until the app ends. */
  add(said: readonly Said[], today: Day): Promise<void>;
}

export function openSaidFile(profile: string): SaidFile {
  const path = join(profile, 'reminders.json');
  const loaded = load(path);
  let said = loaded ?? [];
  return {
    list: () => said,
    async add(more, today) {
      said = [...said.filter(({ due }) => due >= addDays(today, -keptDays)), ...more];
      if (loaded !== null) await replaceFile(path, `${JSON.stringify({ format: 1, said }, null, 2)}\n`);
    },
  };
}

/** Null when there is a file that cannot be opened. */
function load(path: string): readonly Said[] | null {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'ENOENT' ? [] : null;
  }
  try {
    return schema.parse(JSON.parse(text)).said;
  } catch {
    renameSync(path, `${path}.unreadable`);
    return [];
  }
}
