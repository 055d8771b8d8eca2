// Adds to package-lock.json the packages for other platforms that npm left out; run it after `npm install` here.
import { readFile, writeFile } from 'node:fs/promises';
import { inRoot } from './set-up/places.mjs';
import { Stop, command, say } from './set-up/say.mjs';

// npm leaves an optional package out of the lock file when the registry in use does not have it, as a partial mirror
// may not; `npm ci` then refuses that lock file everywhere. The version is exact in the package that asks for it, and
// the platform is in the name. The hash is missing, so these few are not checked against one when installed.
await command(async () => {
  const file = inRoot('package-lock.json');
  const lock = JSON.parse(await readFile(file, 'utf8'));
  const added = missingOptional(lock.packages);
  const entries = added.map(({ name, version, dev }) => [`node_modules/${name}`, entry(name, version, dev)]);
  const all = Object.entries({ ...lock.packages, ...Object.fromEntries(entries) });
  // npm's order, so that its own next change to the file is a small one.
  lock.packages = Object.fromEntries(all.sort(([a], [b]) => a.localeCompare(b, 'en')));
  await writeFile(file, `${JSON.stringify(lock, null, 2)}\n`);
  say(added.length === 0 ? 'Nothing is missing.' : `Added ${added.map(({ name }) => name).join(', ')}.`);
});

function missingOptional(packages) {
  return Object.values(packages).flatMap(({ optionalDependencies = {}, dev }) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => !Object.keys(packages).some((path) => path.endsWith(`node_modules/${name}`)))
      .map(([name, version]) => ({ name, version, dev })),
  );
}

function entry(name, version, dev) {
  const match =
    /\b(android|darwin|freebsd|linux|openharmony|win32)-(arm64|arm|ia32|x64|ppc64|riscv64|s390x)(?:-(\w+))?$/.exec(
      name,
    );
  if (!match || !/^\d/.test(version))
    throw new Stop(`Which platform is ${name}@${version} for? Teach scripts/complete-lock.mjs.`);
  const [, os, cpu, abi] = match;
  const libc = os !== 'linux' ? undefined : { gnu: ['glibc'], musl: ['musl'] }[abi];
  return { version, cpu: [cpu], dev, ...(libc && { libc }), optional: true, os: [os] };
}
