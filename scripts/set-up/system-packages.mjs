// Programs and libraries of the operating system: found, installed when root on Debian or Ubuntu, or asked for.
import { run, find } from './run.mjs';
import { Stop, saying } from './say.mjs';

// Where a distribution renamed a package, its names in order of preference.
const programPackages = {
  python3: ['python3'],
  make: ['make'],
  'g++': ['g++'],
  Xvfb: ['xvfb'],
  xauth: ['xauth'],
  'dbus-daemon': ['dbus-daemon', 'dbus'],
  pulseaudio: ['pulseaudio'],
  pactl: ['pulseaudio-utils'],
  ffmpeg: ['ffmpeg'],
  sox: ['sox'],
  'espeak-ng': ['espeak-ng'],
  chromium: ['chromium', 'chromium-browser'],
  xdotool: ['xdotool'],
};
const libraryPackages = [
  ['libgtk-3-0t64', 'libgtk-3-0'],
  ['libnss3'],
  ['libasound2t64', 'libasound2'],
  ['libgbm1'],
  ['libxss1'],
  ['libatk-bridge2.0-0t64', 'libatk-bridge2.0-0'],
  ['libdrm2'],
  ['libpulse0'],
];

export const buildPrograms = ['python3', 'make', 'g++'];
/** What the tests and the demo need besides Electron. */
export const testPrograms = Object.keys(programPackages).filter((name) => !buildPrograms.includes(name));

export async function ensurePrograms(names, why) {
  const missing = names.filter((name) => !find(name));
  if (missing.length === 0) return;
  await install(
    missing.map((name) => programPackages[name]),
    `${missing.join(', ')}, ${why}`,
  );
  const still = missing.filter((name) => !find(name));
  if (still.length > 0) throw new Stop(`Still missing after the installation: ${still.join(', ')}.`);
}

/** What the dynamic linker must find for Electron to start and to hear. */
export async function ensureLibraries(executable) {
  if (process.platform !== 'linux') return;
  const missing = await missingLibraries(executable);
  if (missing.length === 0) return;
  await install(libraryPackages, `${missing.join(', ')}, to run Electron`);
  const still = await missingLibraries(executable);
  if (still.length > 0) throw new Stop(`Electron still lacks these libraries: ${still.join(', ')}.`);
}

async function missingLibraries(executable) {
  const linked = (await run('ldd', [executable])).stdout;
  const missing = [...linked.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1]);
  // Chromium opens this one itself, so ldd does not show it; without it there is no sound.
  const known = (await run(find('ldconfig') ?? '/sbin/ldconfig', ['-p'])).stdout;
  if (known !== '' && !known.includes('libpulse.so.0')) missing.push('libpulse.so.0');
  return [...new Set(missing)];
}

async function install(wanted, why) {
  const isRoot = process.getuid?.() === 0;
  const hasApt = find('apt-get') !== null;
  if (isRoot && hasApt) await saying('Reading the list of system packages', () => apt(['update']));
  const names = await Promise.all(wanted.map(nameHere));
  if (isRoot && hasApt) {
    const what = `Installing system packages (${names.join(' ')}) for ${why}`;
    await saying(what, () => apt(['install', '--yes', '--no-install-recommends', ...names]));
    return;
  }
  const how = hasApt
    ? 'Run this, then the same command again'
    : 'Install these with the package manager of your system (the names are those of Debian)';
  const line = hasApt ? `sudo apt-get install --yes ${names.join(' ')}` : names.join(' ');
  throw new Stop(`Missing: ${why}.\n${how}:\n\n  ${line}\n`);
}

async function apt(args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const result = await run('apt-get', ['-qq', ...args], { env });
  // An `update` may fail for one source of many; whether it mattered shows when installing.
  if (result.code === 0 || args[0] === 'update') return;
  throw new Stop(`apt-get ${args.join(' ')} failed:\n${(result.stderr || result.stdout).trim()}`);
}

/** The first of the names that this system's package lists offer, else the last. */
async function nameHere(names) {
  for (const name of names) {
    const policy = (await run('apt-cache', ['policy', name])).stdout;
    if (/Candidate: (?!\(none\))/.test(policy)) return name;
  }
  return names.at(-1);
}
