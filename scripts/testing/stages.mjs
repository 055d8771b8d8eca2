// The stages of npm test, in order: what each runs, and where it leaves its counts.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from '../set-up/places.mjs';
import { playwrightCounts, vitestCounts } from './counts.mjs';

const folders = ['contract', 'preload', 'main', 'renderer', 'tests', 'scripts'];
const results = (name) => inRoot('test-results', name);

// Playwright empties its output folder first: it gets one of its own beside the counts.
const playwrightOutput = ['--reporter=list,json', `--output=${results('e2e')}`];

/** `args` go to the pinned Node. `counts` reads the reporter's file, whose place is `report`. */
export const stages = {
  types: { title: 'Types', args: () => [tool('typescript', 'tsc'), '--noEmit', '-p', 'tsconfig.json'] },
  lint: {
    title: 'Lint and house rules',
    args: () => [
      tool('oxlint'),
      '--type-aware',
      '--deny-warnings',
      ...folders.filter((name) => existsSync(inRoot(name))),
    ],
  },
  format: { title: 'Format', args: () => [tool('prettier'), '--check', '--log-level', 'warn', '.'] },
  unit: {
    title: 'Unit tests',
    args: () => [
      tool('vitest'),
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${results('unit.json')}`,
    ],
    report: results('unit.json'),
    counts: vitestCounts,
  },
  e2e: {
    title: 'End-to-end tests',
    needsBuild: true,
    args: () => [
      ...onDesktop(),
      tool('playwright', 'playwright', '@playwright/test'),
      'test',
      ...playwrightOutput,
    ],
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: results('e2e.json') },
    report: results('e2e.json'),
    counts: playwrightCounts,
  },
};

/** The script behind a command of a package, so that it runs on the Node we choose and without a shell. */
export function tool(packageName, command = packageName, holder = packageName) {
  const folder = inRoot('node_modules', ...holder.split('/'));
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[command]);
}

// Everywhere but on Linux the tests use the screen there is.
export function onDesktop() {
  return process.platform === 'linux' ? [...nodeFlags, inRoot('scripts', 'with-desktop.mjs')] : [];
}

/** Helpers under tests/ are TypeScript which Node reads by itself; it would warn that the package says nothing of ESM. */
export const nodeFlags = ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON'];
