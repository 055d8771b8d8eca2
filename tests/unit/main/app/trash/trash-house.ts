// A library with a trash and a rule for how long calls are kept: real files, a real index, and a clock that tests put on.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Call } from '../../../../../contract/call.ts';
import type { NewNotice } from '../../../../../main/app/notices.ts';
import { openSettings } from '../../../../../main/app/settings.ts';
import { openKeeping } from '../../../../../main/app/trash/keeping.ts';
import { writeCall } from '../../../../../main/library/call-file.ts';
import { caseFolder } from '../../../../../main/library/case-file.ts';
import { makeCase } from '../../../../support/make-case.ts';
import { openStore } from '../../../../support/open-store.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';

export const dayMs = 24 * 3600 * 1000;
/** The moment at which a house begins. */
export const start = Date.UTC(2026, 10, 23, 15);

/** A library with these calls; `open` opens the app's parts that work on it, as often as the app is started. */
export async function aHouse(calls: readonly Call[] = []) {
  const folder = await temporaryFolder();
  const library = join(folder, 'library');
  const profile = join(folder, 'profile');
  await mkdir(profile);
  for (const call of calls) await writeCall(library, call, Date.parse(call.updatedAt));
  const house = { library, profile, now: start, notices: [] as NewNotice[], log: [] as string[] };
  const log = (message: string) => void house.log.push(message);
  const now = () => house.now;
  async function open() {
    const store = openStore({ library, profile, now, log });
    const settings = openSettings(profile, () => undefined);
    let changes = 0;
    const keeping = openKeeping({
      libraryFolder: library,
      store,
      settings,
      notices: { add: (notice) => void house.notices.push(notice) },
      now,
      trashChanged: () => (changes += 1),
      log,
    });
    onTestFinished(async () => {
      await keeping.close();
      await store.close().catch(() => undefined);
    });
    await store.startUp();
    const found = () =>
      store
        .search({ query: '', today: '2026-11-25' }, null, 500)
        .hits.map(({ callId }) => callId)
        .sort();
    return { store, settings, ...keeping, found, changes: () => changes };
  }
  return Object.assign(house, { open });
}

export const idsOf = (calls: readonly Call[]) => calls.map(({ id }) => id).sort();
export const inTrash = async (library: string) =>
  (await readdir(join(library, 'trash')).catch(() => [] as string[])).sort();
export const tombstonesIn = async (library: string) =>
  (await readFile(join(library, 'deletions.jsonl'), 'utf8').catch(() => ''))
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);

export async function closeCase(library: string, name: string, status: 'open' | 'closed' = 'closed') {
  const file = makeCase({ name, status });
  const folder = caseFolder(library, file.id);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'case.json'), JSON.stringify(file));
}
