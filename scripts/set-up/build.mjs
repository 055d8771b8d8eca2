// Builds the app into dist/ when its sources have changed.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inRoot } from './places.mjs';
import { mustRun } from './run.mjs';
import { saying } from './say.mjs';

const sources = ['contract', 'main', 'preload', 'renderer', 'assets'];
const settings = ['electron.vite.config.ts', 'tsconfig.json', 'package.json', 'package-lock.json'];
const stamp = inRoot('dist', '.built-from');

export async function ensureBuilt({ env }) {
  const now = await sourcesHash();
  if (existsSync(stamp) && (await readFile(stamp, 'utf8')) === now) return;
  await saying('Building the app', () => mustRun('npm', ['run', '--silent', 'build'], { env }));
  await writeFile(stamp, now);
}

async function sourcesHash() {
  const trees = await Promise.all(sources.filter((name) => existsSync(inRoot(name))).map(filesUnder));
  const files = [...trees.flat(), ...settings.filter((name) => existsSync(inRoot(name)))].sort();
  const contents = await Promise.all(files.map((file) => readFile(inRoot(file))));
  const hash = createHash('sha256');
  files.forEach((file, at) => hash.update(`${file}\0${contents[at].length}\0`).update(contents[at]));
  return hash.digest('hex');
}

async function filesUnder(folder) {
  const entries = await readdir(inRoot(folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(inRoot().length + 1));
}
