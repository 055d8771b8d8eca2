// Makes a folder of the cache completely or not at all, however the run that makes it ends.
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Unless `folder` exists: `work(temp)` makes its content in a folder beside it and answers where in there the content
 * is; that is then given its final name in one step.
 */
export async function makeOnce(folder, work) {
  if (existsSync(folder)) return;
  await mkdir(dirname(folder), { recursive: true });
  await removeAbandoned(folder);
  const temp = await mkdtemp(`${folder}.making-${process.pid}-`);
  try {
    const made = await work(temp);
    // Another run may have been faster; what it made is the same and may be in use already.
    if (!existsSync(folder)) await rename(made, folder);
  } finally {
    await rm(temp, { recursive: true, force: true });
  }
}

/** A run that was killed could not clean up after itself: its process number is in the name. */
async function removeAbandoned(folder) {
  const prefix = `${basename(folder)}.making-`;
  const left = (await readdir(dirname(folder))).filter((name) => name.startsWith(prefix));
  const abandoned = left.filter((name) => !isRunning(Number.parseInt(name.slice(prefix.length), 10)));
  await Promise.all(
    abandoned.map((name) => rm(join(dirname(folder), name), { recursive: true, force: true })),
  );
}

function isRunning(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}
