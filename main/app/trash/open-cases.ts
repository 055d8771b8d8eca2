// Which cases are open, by cases/<id>/case.json: what a call names without such a file counts as open too.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { caseKey } from '../../index/cases.ts';
import { parseJson } from '../../library/json.ts';

const schema = z.looseObject({ name: z.string(), status: z.enum(['open', 'closed']) });

/** Reads all cases once and answers who can be asked about each. A file that cannot be read closes no case. */
export async function readOpenCases(library: string): Promise<(name: string) => boolean> {
  const folder = join(library, 'cases');
  const closed = new Set<string>();
  const open = new Set<string>();
  for (const id of await readdir(folder).catch(() => [] as string[])) {
    const text = await readFile(join(folder, id, 'case.json'), 'utf8').catch(() => '');
    const parsed = parseJson(text);
    const checked = schema.safeParse('value' in parsed ? parsed.value : null);
    if (checked.success) (checked.data.status === 'open' ? open : closed).add(caseKey(checked.data.name));
  }
  return (name) => {
    const key = caseKey(name);
    return key !== '' && (open.has(key) || !closed.has(key));
  };
}
