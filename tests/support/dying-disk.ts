// A disk that dies at a given step: the step happens by half or not at all, and nothing after it happens. As a crash does it.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import type { FileHandle } from 'node:fs/promises';

const changes = ['rename', 'rm', 'rmdir', 'mkdir', 'unlink', 'writeFile'] as const;

/** Runs `work` on a disk that dies at its `step`-th change (from 1 on). Answers whether it came that far. */
export async function onDyingDisk(step: number, work: () => Promise<unknown>): Promise<'died' | 'done'> {
  const whole = { ...fs.promises };
  let steps = 0;
  let died = false;
  /** True at the very step at which it dies. */
  const takeStep = (): boolean => {
    if (died) throw dead();
    steps += 1;
    died = steps === step;
    return died;
  };
  const dead = () => Object.assign(new Error('The disk has died'), { code: 'EIO' });

  for (const name of changes)
    Object.assign(fs.promises, {
      [name]: async (...args: unknown[]) => {
        if (takeStep()) throw dead();
        return (whole[name] as (...given: unknown[]) => Promise<unknown>)(...args);
      },
    });
  fs.promises.open = async (...args) => {
    const reads = args[1] === 'r' || args[1] === undefined;
    if (!reads && takeStep()) throw dead();
    return frail(await whole.open(...args));
  };
  /** A handle whose writes may come to disk by half. */
  const frail = (handle: FileHandle): FileHandle => {
    const { writeFile, appendFile, sync } = handle;
    const byHalf =
      (write: FileHandle['writeFile']): FileHandle['writeFile'] =>
      async (data, ...rest) => {
        if (!takeStep()) return write.call(handle, data, ...rest);
        const bytes = Buffer.from(data as string);
        await write.call(handle, bytes.subarray(0, bytes.length / 2));
        throw dead();
      };
    handle.writeFile = byHalf(writeFile);
    handle.appendFile = byHalf(appendFile as FileHandle['writeFile']) as FileHandle['appendFile'];
    handle.sync = async () => {
      if (takeStep()) throw dead();
      await sync.call(handle);
    };
    return handle;
  };
  syncBuiltinESMExports();
  try {
    await work().catch((cause: unknown) => {
      if (!died) throw cause;
    });
    return died ? 'died' : 'done';
  } finally {
    Object.assign(fs.promises, whole);
    syncBuiltinESMExports();
  }
}
