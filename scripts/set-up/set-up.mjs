// Brings a fresh clone to where the app can run; every step is skipped when it has been done.
import { delimiter } from 'node:path';
import { ensureDependencies } from './dependencies.mjs';
import { ensureElectron } from './electron.mjs';
import { inRoot, pinnedNode } from './places.mjs';
import { run } from './run.mjs';
import { Stop } from './say.mjs';
import { ensureSqlite } from './sqlite.mjs';
import { ensureLibraries, ensurePrograms, testPrograms } from './system-packages.mjs';

/**
 * `purpose` is 'app' or 'test' (which the demo is too). Answers the Electron's `executable`, the pinned `node`,
 * and the `env` for programs that use either.
 */
export async function setUp({ purpose, retryElectron = false }) {
  checkNode();
  await ensureDependencies();
  const electron = await ensureElectron({ retry: retryElectron });
  await ensureLibraries(electron.executable);
  await ensureSqlite(electron.executable, await napiVersion(electron.executable));
  if (purpose === 'test' && process.platform === 'linux') {
    await ensurePrograms(testPrograms, 'for the tests and the demo');
  }
  return { executable: electron.executable, node: pinnedNode(), env: environment(electron) };
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Stop(`On Record needs Node 20.19 or newer to set itself up; this is ${process.versions.node}.`);
}

async function napiVersion(executable) {
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  const result = await run(executable, ['-p', 'process.versions.napi'], { env });
  if (result.code === 0) return Number(result.stdout);
  throw new Stop(`Electron does not start (${executable}):\n${result.stderr.trim()}`);
}

function environment({ folder }) {
  return {
    ...process.env,
    // So that every `node` in a script is the pinned one, whoever starts it.
    PATH: [inRoot('node_modules', '.bin'), process.env.PATH].join(delimiter),
    // The npm package electron, and through it Playwright, then uses the same Electron as we do.
    ELECTRON_OVERRIDE_DIST_PATH: folder,
  };
}
