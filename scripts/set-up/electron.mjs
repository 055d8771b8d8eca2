// Which Electron this machine uses: one named by the user, the pinned one, or the offline one.
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { hasOfflineElectron, offlineElectron } from './offline-electron.mjs';
import { cacheFolder, inRoot, pinnedNode } from './places.mjs';
import { run } from './run.mjs';
import { Stop, say, saying } from './say.mjs';

const retryAfterMs = 7 * 24 * 3600 * 1000;
const inBundle = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' };
const executableName = inBundle[process.platform] ?? 'electron';

/** Answers `{ executable, folder }`. `folder` is what ELECTRON_OVERRIDE_DIST_PATH may name. */
export async function ensureElectron({ retry = false } = {}) {
  const named = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (named) return existing(resolve(named), 'ELECTRON_OVERRIDE_DIST_PATH');
  const own = inRoot('node_modules', 'electron', 'dist');
  if (await isInstalled(own)) return existing(own, 'the npm package electron');
  if (await mayTry(retry)) {
    if (await download()) return existing(own, 'the npm package electron');
  }
  if (hasOfflineElectron()) return existing(await offlineElectron(), 'the offline runtime');
  throw new Stop(
    `Electron could not be downloaded, and there is no offline one for ${process.platform}-${process.arch}.\n` +
      'Connect to the network or set ELECTRON_MIRROR, then run the same command with --retry-electron;\n' +
      'or set ELECTRON_OVERRIDE_DIST_PATH to a folder with an unpacked Electron.',
  );
}

function existing(folder, origin) {
  const executable = join(folder, executableName);
  if (existsSync(executable)) return { executable, folder };
  throw new Stop(`There is no Electron at ${executable} (from ${origin}).`);
}

async function wantedVersion() {
  return createRequire(inRoot('package.json'))('electron/package.json').version;
}

async function isInstalled(own) {
  const file = join(own, 'version');
  return (
    existsSync(file) && (await readFile(file, 'utf8')).trim().replace(/^v/, '') === (await wantedVersion())
  );
}

// A machine that cannot reach the release page will not reach it next time either: asked once, then remembered.
const failureFile = () => join(cacheFolder(), 'electron-unreachable.json');

async function mayTry(retry) {
  if (retry || !existsSync(failureFile())) return true;
  const { version, at } = JSON.parse(await readFile(failureFile(), 'utf8'));
  return version !== (await wantedVersion()) || Date.now() - Date.parse(at) > retryAfterMs;
}

async function download() {
  const version = await wantedVersion();
  try {
    await saying(`Fetching Electron ${version} (about 120 MB, once)`, fetchOwn);
    await rm(failureFile(), { force: true });
    return true;
  } catch ({ message: why }) {
    say(
      `Electron's release page cannot be used: ${why}. Not tried again for 7 days without --retry-electron.`,
    );
    await mkdir(cacheFolder(), { recursive: true });
    await writeFile(failureFile(), JSON.stringify({ version, at: new Date().toISOString(), why }, null, 2));
    return false;
  }
}

async function fetchOwn(note) {
  const { code, stderr } = await run(pinnedNode(), [inRoot('scripts', 'set-up', 'fetch-electron.mjs')], {
    // Behind a proxy, Node asks it only when told to.
    env: { ...process.env, NODE_USE_ENV_PROXY: '1' },
    onOutput: (text) => note(text.trim().split('\n').at(-1)),
  });
  const lastLine = stderr.trim().split('\n').at(-1).replace(/\.+$/, '');
  if (code !== 0) throw new Error(lastLine || `exit code ${code}`);
}
