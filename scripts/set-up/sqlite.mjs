// better-sqlite3 for an Electron older than its prebuilt binary allows: built once, cached, copied into place.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, cp, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeOnce } from './make-once.mjs';
import { cacheFolder, inRoot, pinnedNode } from './places.mjs';
import { mustRun, run } from './run.mjs';
import { Stop, saying } from './say.mjs';
import { patchKey, patchSources } from './sqlite-patches.mjs';
import { buildPrograms, ensurePrograms } from './system-packages.mjs';

const packageFolder = inRoot('node_modules', 'better-sqlite3');
// better-sqlite3's own loader prefers a binary at this place to the prebuilt one, so no product code has to know.
const place = join(packageFolder, 'build', 'Release', 'better_sqlite3.node');

/** `napiVersion` is that of the Electron `executable`; from 10 the prebuilt binary in the package serves. */
export async function ensureSqlite(executable, napiVersion) {
  if (napiVersion >= 10) {
    await rm(join(packageFolder, 'build'), { recursive: true, force: true });
    return;
  }
  const { version } = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8'));
  const key = createHash('sha256').update(patchKey).digest('hex').slice(0, 8);
  const folder = join(
    cacheFolder(),
    `better-sqlite3-${version}-napi8-${process.platform}-${process.arch}-${key}`,
  );
  const built = join(folder, 'better_sqlite3.node');
  if (!existsSync(folder)) {
    await ensurePrograms(buildPrograms, 'to build better-sqlite3 for this Electron');
    await saying(`Building better-sqlite3 ${version} for this Electron (once)`, () =>
      makeOnce(folder, (temp) => build(temp, executable)),
    );
  }
  if (await same(built, place)) return;
  await mkdir(dirname(place), { recursive: true });
  // Replaced by rename: a running program has the old file mapped, and overwriting it in place would crash it.
  await copyFile(built, `${place}.${process.pid}`);
  await rename(`${place}.${process.pid}`, place);
}

// Builds a patched copy, so that node_modules stays what npm put there.
async function build(temp, executable) {
  const source = join(temp, 'node_modules', 'better-sqlite3');
  const isSource = (path) => !path.startsWith(join(packageFolder, 'build'));
  await cp(packageFolder, source, { recursive: true, filter: isSource });
  const headersOfNapi = join('node_modules', 'node-addon-api');
  await cp(inRoot(headersOfNapi), join(temp, headersOfNapi), { recursive: true });
  await patchSources(source);
  const nodeGyp = inRoot('node_modules', 'node-gyp', 'bin', 'node-gyp.js');
  const flags = ['rebuild', '--release', '--force_build=1', '--jobs=max', ...headers()];
  await mustRun(pinnedNode(), [nodeGyp, ...flags], { cwd: source });
  await prove(source, pinnedNode());
  await prove(source, executable);
  const built = join(temp, 'built');
  await mkdir(built);
  await copyFile(join(source, 'build', 'Release', 'better_sqlite3.node'), join(built, 'better_sqlite3.node'));
  return built;
}

/** Where node-gyp finds Node's headers; without any it fetches them itself. */
function headers() {
  const name = `node-${process.platform}-${process.arch}`;
  const folders = [
    process.env.npm_config_nodedir,
    // The pinned Node brings its headers, so that no network is needed.
    inRoot('node_modules', 'node', 'node_modules', name),
    inRoot('node_modules', name),
    dirname(dirname(process.execPath)),
  ];
  const found = folders.find((folder) => folder && existsSync(join(folder, 'include', 'node', 'node_api.h')));
  return found ? [`--nodedir=${found}`] : [];
}

const proof = `
  const db = new (require('better-sqlite3'))(':memory:');
  db.exec("CREATE VIRTUAL TABLE t USING fts5(words, tokenize = 'trigram')");
  db.prepare('INSERT INTO t VALUES (@words)').run({ words: 'a refund of 120' });
  if (db.prepare('SELECT count(*) AS n FROM t WHERE t MATCH ?').get('refund').n !== 1) process.exit(1);
`;

/** Opens a database and searches it with `program`, a Node or an Electron run as Node. */
async function prove(cwd, program) {
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  const result = await run(program, ['-e', proof], { cwd, env });
  if (result.code !== 0) throw new Stop(`better-sqlite3 does not run in ${program}:\n${result.stderr}`);
}

async function same(a, b) {
  if (!existsSync(b)) return false;
  const [one, other] = await Promise.all([readFile(a), readFile(b)]);
  return one.equals(other);
}
