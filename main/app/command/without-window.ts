// Hands a command that needs no window to plain Node, which the app's own executable is too, and waits for it.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Folders } from '../folders.ts';

/** Standard input, output and error are the user's own. Returns the exit code. */
export function answerWithoutWindow(args: readonly string[], folders: Folders): number {
  const { status } = spawnSync(process.execPath, [join(__dirname, 'cli.js'), ...args], {
    stdio: 'inherit',
    env: {
      ...process.env,
      ELECTRON_RUN_AS_NODE: '1',
      ONRECORD_LIBRARY: folders.library,
      ONRECORD_PROFILE: folders.profile,
    },
  });
  return status ?? 2;
}
