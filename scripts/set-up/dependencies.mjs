// node_modules as package-lock.json wants it, and in it the pinned Node.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inRoot, pinnedNode } from './places.mjs';
import { mustRun, run } from './run.mjs';
import { Stop, saying } from './say.mjs';

const quiet = ['--no-audit', '--no-fund', '--loglevel', 'error'];

export async function ensureDependencies() {
  if (!(await isCurrent())) {
    // No install scripts: the one that is needed follows by name, and the others belong to nobody we asked.
    await saying('Installing dependencies (npm ci)', () =>
      mustRun('npm', ['ci', '--ignore-scripts', ...quiet]),
    );
  }
  const wanted = (await readJson(inRoot('package.json'))).devDependencies.node;
  const node = pinnedNode();
  const found = node && (await run(node, ['--version'])).stdout.trim();
  if (found !== `v${wanted}`) await saying(`Installing the pinned Node ${wanted}`, installNode);
}

/**
 * npm keeps a lock file of what it has really put into node_modules. Comparing that one, rather than keeping a
 * stamp of our own, also sees what `npm install` did by hand, and that an `npm ci` was interrupted.
 */
async function isCurrent() {
  const here = inRoot('node_modules', '.package-lock.json');
  if (!existsSync(here)) return false;
  const [wanted, installed] = await Promise.all([readJson(inRoot('package-lock.json')), readJson(here)]);
  const present = installed.packages ?? {};
  return Object.entries(wanted.packages).every(([path, { version, integrity, optional }]) => {
    const mine = present[path];
    // Optional packages are mostly those for other platforms.
    if (path === '' || (optional && !mine)) return true;
    return mine?.version === version && mine?.integrity === integrity && existsSync(inRoot(path));
  });
}

// What `npm rebuild node` would do where npm lets packages run scripts: its install script, then the link in .bin.
async function installNode() {
  const folder = inRoot('node_modules', 'node');
  const env = {
    ...process.env,
    npm_config_audit: 'false',
    npm_config_fund: 'false',
    npm_config_loglevel: 'error',
  };
  // What runs this script may be the pinned Node of before, which `npm ci` has just removed.
  const node = existsSync(process.execPath) ? process.execPath : 'node';
  await mustRun(node, [join(folder, 'installArchSpecificPackage')], { cwd: folder, env });
  await mustRun('npm', ['rebuild', 'node', '--ignore-scripts', ...quiet]);
  if (!pinnedNode()) throw new Stop('The npm package "node" has no binary for this platform.');
}

async function readJson(file) {
  return JSON.parse(await readFile(file, 'utf8'));
}
