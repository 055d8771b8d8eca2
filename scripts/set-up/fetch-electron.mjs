// Downloads the pinned Electron as its npm package would, but gives up within 8 s where its release page is out of reach.
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { inRoot } from './places.mjs';

const connectWithinMs = 8_000;
const stalledAfterMs = 60_000;

// Run by the pinned Node once node_modules is there: @electron/get belongs to the package electron.
const electronPackage = createRequire(inRoot('package.json')).resolve('electron/package.json');
const require = createRequire(electronPackage);
const { downloadArtifact, FetchDownloader } = require('@electron/get');
const { version } = require('./package.json');

/** Asks for the headers first; then fetches, as long as bytes keep coming. */
async function download(url, target) {
  await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(connectWithinMs) });
  const stalled = new AbortController();
  const timer = setTimeout(() => stalled.abort(), stalledAfterMs);
  const getProgressCallback = async ({ transferred, total }) => {
    timer.refresh();
    const megabytes = (bytes) => Math.round(bytes / 1e6);
    process.stdout.write(`${megabytes(transferred)} of ${megabytes(total ?? 0)} MB\n`);
  };
  const options = { quiet: true, getProgressCallback, signal: stalled.signal };
  await new FetchDownloader().download(url, target, options).finally(() => clearTimeout(timer));
}

try {
  // Fills the cache of @electron/get; the package's own script then unpacks from it.
  const checksums = require('./checksums.json');
  await downloadArtifact({ version, artifactName: 'electron', checksums, downloader: { download } });
  execFileSync(process.execPath, [join(dirname(electronPackage), 'install.js')], { stdio: 'ignore' });
} catch (error) {
  process.stderr.write(`${error.cause?.message ?? error.message}\n`);
  process.exitCode = 1;
}
