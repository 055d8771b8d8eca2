// The rules of the house bite: each is broken once, in a copy of the floor plan, and must be reported.
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const oxlint = join(root, 'node_modules/.bin/oxlint');
const uses = (what: string) => `import { used } from '${what}';\nused();`;

/** Where, what is written there, and the rule that must object. */
const broken: [string, string, string][] = [
  ['contract', uses('../main/other.ts'), 'no-restricted-imports'],
  ['contract', uses('zod'), 'no-restricted-imports'],
  ['preload', uses('../main/other.ts'), 'no-restricted-imports'],
  ['preload', uses('node:fs'), 'no-restricted-imports'],
  ['renderer/app', uses('../../main/other.ts'), 'no-restricted-imports'],
  ['renderer/app', uses('../../preload/other.ts'), 'no-restricted-imports'],
  ['renderer/app', uses('electron'), 'no-restricted-imports'],
  ['renderer/app', uses('node:fs'), 'no-restricted-imports'],
  ['renderer/capture', uses('react'), 'no-restricted-imports'],
  ['renderer/capture', uses('../app/other.ts'), 'no-restricted-imports'],
  ['renderer/importer', uses('react'), 'no-restricted-imports'],
  ['renderer/importer', uses('../app/other.ts'), 'no-restricted-imports'],
  ['renderer/app/import', uses('../calls/other.ts'), 'no-restricted-imports'],
  ['renderer/app/ui', uses('../recording/other.ts'), 'no-restricted-imports'],
  ['renderer/app/ui', uses('../bridge.ts'), 'no-restricted-imports'],
  ['renderer/app/recording', uses('../calls/other.ts'), 'no-restricted-imports'],
  ['renderer/app/calls', uses('../call/other.ts'), 'no-restricted-imports'],
  ['renderer/app/call', uses('../calls/other.ts'), 'no-restricted-imports'],
  ['renderer/app/cases', uses('../case/other.ts'), 'no-restricted-imports'],
  ['renderer/app/case', uses('../cases/other.ts'), 'no-restricted-imports'],
  ['renderer/app/settings', uses('../recording/other.ts'), 'no-restricted-imports'],
  ['renderer/app/promises', uses('../call/other.ts'), 'no-restricted-imports'],
  ['renderer/app/trash', uses('../calls/other.ts'), 'no-restricted-imports'],
  ['renderer/app/companies', uses('../company/other.ts'), 'no-restricted-imports'],
  ['renderer/app/company', uses('../companies/other.ts'), 'no-restricted-imports'],
  ['main/recording', uses('electron'), 'no-restricted-imports'],
  ['main/recording', uses('../index/other.ts'), 'no-restricted-imports'],
  ['main/library', uses('electron'), 'no-restricted-imports'],
  ['main/library', uses('../index/other.ts'), 'no-restricted-imports'],
  ['main/evidence', uses('electron'), 'no-restricted-imports'],
  ['main/index', uses('electron'), 'no-restricted-imports'],
  ['main/index', uses('../library/other.ts'), 'no-restricted-imports'],
  ['main/index', uses('../app/other.ts'), 'no-restricted-imports'],
  ['main/app', 'export default 1;', 'no-default-export'],
  // Text that is handed to the linter, which has to refuse it.
  ['main/app', 'export const loose: any = 1;', 'no-explicit-any'],
  ['main/app', "export * from './other.ts';", 'no-barrel-file'],
];

const allowed: [string, string][] = [
  ['contract', uses('./other.ts')],
  ['preload', uses('electron')],
  ['preload', uses('../contract/other.ts')],
  ['renderer/importer', uses('../capture/other.ts')],
  ['main/app', uses('electron')],
  ['main/recording', uses('../evidence/other.ts')],
  [
    'main/index',
    "import type { Used } from '../library/other.ts';\nexport const use = (used: Used) => used;",
  ],
];

let folder: string;
let said: string;
const fileOf = (room: string, index: number) => `${room}/case-${index}.ts`;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'on-record-rules-'));
  await cp(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
  const write = async (path: string, text: string) => {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  };
  for (const [index, [room, text]] of [...broken, ...allowed].entries())
    await write(fileOf(room, index), text);
  await write('main/app/one.ts', "import { two } from './two.ts';\nexport const one = () => two;");
  await write('main/app/two.ts', "import { one } from './one.ts';\nexport const two = one;");
  const run = promisify(execFile)(oxlint, ['--format', 'unix', '.'], { cwd: folder });
  said = await run.then(
    ({ stdout }) => stdout,
    (failed: { stdout: string }) => failed.stdout,
  );
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const saidOf = (path: string) => said.split('\n').filter((line) => line.startsWith(`${path}:`));

test.each(broken.map((one, index) => [...one, index] as const))(
  'in %s, %j breaks %s',
  (room, _text, rule, index) => {
    expect(saidOf(fileOf(room, index)).join('\n')).toContain(rule);
  },
);

test.each(allowed.map((one, index) => [...one, index + broken.length] as const))(
  'in %s, %j is fine',
  (room, _text, index) => {
    expect(saidOf(fileOf(room, index))).toEqual([]);
  },
);

test('two files may not import each other', () => {
  expect(saidOf('main/app/one.ts').join('\n')).toContain('no-cycle');
});
