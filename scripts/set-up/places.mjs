// Where things are: the project, the cache outside node_modules, and the pinned Node.
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** A path inside the project. */
export function inRoot(...parts) {
  return join(root, ...parts);
}

/** The folder for what is costly to make again; `npm ci` must not lose it, so it is not in node_modules. */
export function cacheFolder() {
  if (process.env.XDG_CACHE_HOME) return join(process.env.XDG_CACHE_HOME, 'on-record');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'on-record');
  if (process.platform === 'win32' && process.env.LOCALAPPDATA) {
    return join(process.env.LOCALAPPDATA, 'on-record', 'Cache');
  }
  return join(homedir(), '.cache', 'on-record');
}

/** The Node that the npm package `node` brings, or null before it is installed. */
export function pinnedNode() {
  const file = inRoot('node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  return existsSync(file) ? file : null;
}
