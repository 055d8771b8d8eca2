// All that works on the library while the app runs: its calls, cases, trash and imports, and what a crash left of a call.
import { app } from 'electron';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { EventName, Events } from '../../contract/ipc.ts';
import { systemClock } from '../clock.ts';
import { removeStages } from '../library/import-stage.ts';
import { callFolder } from '../library/layout.ts';
import { openBegunCalls } from './begun-calls.ts';
import { openCallStore } from './call-store.ts';
import { openCaseStore } from './cases/case-store.ts';
import { localDay } from './cases/local-day.ts';
import type { Folders } from './folders.ts';
import { openImports } from './import/open-imports.ts';
import type { Notices } from './notices.ts';
import { recoverUnfinished } from './recover-unfinished.ts';
import type { SettingsFile } from './settings.ts';
import { openKeeping } from './trash/keeping.ts';

interface Deps {
  folders: Folders;
  settings: SettingsFile;
  notices: Notices;
  tellWindow<Name extends EventName>(name: Name, body: Events[Name]['body']): void;
  log(message: string, cause?: unknown): void;
}

export function openLibraryParts({ folders, settings, notices, tellWindow, log }: Deps) {
  const { now } = systemClock;
  const libraryFolder = folders.library;
  const begun = openBegunCalls(join(folders.profile, 'begun-calls.txt'), log);
  const store = openCallStore({
    libraryFolder,
    indexFile: join(folders.profile, 'index.sqlite'),
    now,
    onCallChanged: (id) => tellWindow('calls:changed', id),
    onStateChanged: (state) => tellWindow('library:changed', state),
    onUnfinished: (ids) =>
      void recoverThose(
        ids.filter((id) => !begun.has(id)),
        false,
      ),
    reader: join(__dirname, 'reader.js'),
    log,
  });
  const save = { callFolder: (id: string) => callFolder(libraryFolder, id), saveCall: store.save, log };
  const recoverThose = (ids: readonly string[], isOurs: boolean) =>
    recoverUnfinished(ids, { now, isOurs, save, notices, log });
  const keeping = openKeeping({
    libraryFolder,
    store,
    settings,
    notices,
    now,
    trashChanged: () => tellWindow('trash:changed', null),
    log,
  });
  const cases = openCaseStore({
    libraryFolder,
    calls: store,
    trash: keeping.trash,
    now,
    today: () => localDay(now()),
    newId: randomUUID,
    onCaseChanged: (name) => tellWindow('cases:changed', name),
  });
  const imports = openImports({
    libraryFolder,
    store,
    appVersion: app.getVersion(),
    now,
    announce: (view) => tellWindow('import:changed', view),
    log,
  });
  return {
    store,
    save,
    begun,
    cases,
    keeping,
    imports,
    /** What a crash left, before the first screen asks for it. */
    async putInOrder(): Promise<void> {
      await removeStages(libraryFolder).catch((cause) => log('What an import left was not removed', cause));
      await recoverThose(begun.before, true);
      begun.forgetBefore();
    },
    async close(): Promise<void> {
      await cases.close();
      await keeping.close();
      await imports.importer.release();
      await store.close();
    },
  };
}
