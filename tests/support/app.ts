// What each test gets: a private sound server, a library and a profile of its own, and the real app to open on them.
import { expect, test as base } from '@playwright/test';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Call } from '../../contract/call.ts';
import { launch, type RunningApp } from './launch.ts';
import { startSoundServer, type SoundServer } from './sound-server.ts';

export interface Bench {
  sound: SoundServer;
  /** Both folders; they outlive the app, as they do for a user. */
  library: string;
  profile: string;
  /** Starts the app; a second time after `quit` or `kill` it finds what the first left. */
  open(options?: { env?: Record<string, string>; args?: readonly string[] }): Promise<RunningApp>;
}

export const test = base.extend<{ bench: Bench }>({
  // Playwright reads from this pattern that the fixture needs no other.
  // oxlint-disable-next-line no-empty-pattern
  bench: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'on-record-e2e-'));
    const sound = await startSoundServer();
    const library = join(folder, 'library');
    const profile = join(folder, 'profile');
    const opened: RunningApp[] = [];
    const open: Bench['open'] = async ({ env = {}, args } = {}) => {
      const folders = { ONRECORD_LIBRARY: library, ONRECORD_PROFILE: profile, ONRECORD_AUTOSTART: '0' };
      const running = await launch({ ...sound.env, ...folders, ...env }, args);
      opened.push(running);
      return running;
    };
    await use({ sound, library, profile, open });
    for (const app of opened.filter((one) => one.isRunning()))
      expect(await app.requestsThatLeft()).toEqual([]);
    await Promise.all(opened.map((app) => app.kill()));
    await sound.stop();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  },
});
export { expect };

/** The calls of a library, newest first, as they are on disk. */
export async function callsOnDisk(library: string): Promise<{ folder: string; call: Call }[]> {
  const found: { folder: string; call: Call }[] = [];
  for (const year of await readdir(join(library, 'calls')).catch(() => [] as string[])) {
    for (const id of await readdir(join(library, 'calls', year))) {
      const folder = join(library, 'calls', year, id);
      const text = await readFile(join(folder, 'call.json'), 'utf8').catch(() => null);
      if (text !== null) found.push({ folder, call: JSON.parse(text) as Call });
    }
  }
  return found.sort((one, other) => (one.call.id < other.call.id ? 1 : -1));
}
