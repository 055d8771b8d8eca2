// A library with its cases, calls and trash: real files and a real index.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openCaseStore } from '../../../../../main/app/cases/case-store.ts';
import { openSettings } from '../../../../../main/app/settings.ts';
import { openKeeping } from '../../../../../main/app/trash/keeping.ts';
import { makeCall } from '../../../../support/make-call.ts';
import { openStore } from '../../../../support/open-store.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';

const nowMs = Date.parse('2026-11-25T10:00:00.000Z');

interface House {
  library: string;
  /** Where the index lies; within the library unless told. */
  profile?: string;
  now?: () => number;
}

/** The folders are not read yet: nobody has awaited `calls.startUp()`. */
export async function openUnread({ library, profile = library, now = () => nowMs }: House) {
  await mkdir(profile, { recursive: true });
  const calls = openStore({ library, profile, now });
  const { trash, close } = openKeeping({
    libraryFolder: library,
    store: calls,
    settings: openSettings(profile, () => undefined),
    notices: { add: () => undefined },
    now,
    trashChanged: () => undefined,
    log: () => undefined,
  });
  const changed: string[] = [];
  let ids = 0;
  const cases = openCaseStore({
    libraryFolder: library,
    calls,
    trash,
    now,
    today: () => '2026-11-25',
    newId: () => `id-${(ids += 1)}`,
    onCaseChanged: (name) => changed.push(name),
  });
  onTestFinished(async () => {
    await cases.close();
    await close();
    await calls.close();
  });
  return { calls, cases, trash, changed };
}

export async function open(house: House) {
  const opened = await openUnread(house);
  await opened.calls.startUp();
  return opened;
}

/** A library of many calls, the oldest three of them of one case, while a lost index is made anew from it. */
export async function openWhileRead(name: string) {
  const library = await temporaryFolder();
  const first = await open({ library });
  for (let i = 0; i < 3; i += 1)
    await first.calls.save(makeCall({ case: name, startedAt: '2026-01-01T10:00:00.000Z' }));
  for (let i = 0; i < 300; i += 1) await first.calls.save(makeCall());
  await first.cases.change(name, { kind: 'want', text: '$120' });
  const { calls, cases } = await openUnread({ library, profile: join(library, 'another profile') });
  return { library, cases, reading: calls.startUp() };
}

/** Writes the file of a case as another program does it; answers where. */
export async function put(library: string, id: string, content: object | string): Promise<string> {
  const folder = join(library, 'cases', id);
  await mkdir(folder, { recursive: true });
  const path = join(folder, 'case.json');
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}
