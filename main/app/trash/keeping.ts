// The trash and the rule for how long calls are kept, and when they are attended to: at start, and then once a day.
import type { Call } from '../../../contract/call.ts';
import { agedBeforeMs } from '../../library/retention-rule.ts';
import type { CallStore } from '../call-store.ts';
import type { Notices } from '../notices.ts';
import type { SettingsFile } from '../settings.ts';
import { readOpenCases } from './open-cases.ts';
import { makeRetention, type Retention } from './retention.ts';
import { sealHashes } from './seal-hashes.ts';
import { openTrash, type Trash } from './trash.ts';

export interface Keeping {
  trash: Trash;
  retention: Retention;
  /** When the index is there. Without `background` only what the user asked for is finished. */
  startUp(background: boolean): Promise<void>;
  close(): Promise<void>;
}

interface Deps {
  libraryFolder: string;
  store: CallStore;
  settings: SettingsFile;
  notices: Pick<Notices, 'add'>;
  now(): number;
  /** Something came into the trash or left it. */
  trashChanged(): void;
  log(message: string, cause?: unknown): void;
}

const hourMs = 3600 * 1000;
const dayMs = 24 * hourMs;

export function openKeeping({ trashChanged, notices, ...deps }: Deps): Keeping {
  const { libraryFolder, now, log } = deps;
  const openCases = () => readOpenCases(libraryFolder);
  const isAged = ({ startedAt }: Call) => {
    const rule = deps.settings.read().keepCallsFor;
    return rule !== null && Date.parse(startedAt) < agedBeforeMs(rule, now());
  };
  const trash = openTrash({ ...deps, openCases, sealOf: sealHashes, isAged, changed: trashChanged });
  const retention = makeRetention({ ...deps, openCases, trash });
  let timer: ReturnType<typeof setInterval> | undefined;
  let lastMs = -Infinity;
  let isClosed = false;

  async function cleanUp(): Promise<void> {
    // By the wall clock and not by a timer of a day: a timer stands still while the computer sleeps.
    if (Math.abs(now() - lastMs) < dayMs) return;
    lastMs = now();
    await trash.cleanUp();
    const count = await retention.cleanUp();
    if (count > 0) notices.add({ kind: 'calls-aged', count });
  }
  const cleanUpQuietly = () => cleanUp().catch((cause) => log('The clean-up did not get through', cause));

  return {
    trash,
    retention,
    async startUp(background) {
      await trash.finish().catch((cause) => log('What was being removed could not be finished', cause));
      if (!background || isClosed) return;
      await cleanUpQuietly();
      if (!isClosed) timer = setInterval(() => void cleanUpQuietly(), hourMs);
    },
    async close() {
      isClosed = true;
      clearInterval(timer);
      retention.close();
      await trash.close();
    },
  };
}
