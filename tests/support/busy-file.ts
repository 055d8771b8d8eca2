// A file that another program holds for a moment, as a virus scanner or a sync program does: it is there and cannot be read.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { onTestFinished } from 'vitest';

/** Files whose path contains `part` cannot be read until the answer is called, or the test ends. */
export function makeBusy(part: string): () => void {
  const { createReadStream } = fs;
  const { readFile } = fs.promises;
  const failIfBusy = (path: unknown) => {
    if (String(path).includes(part)) throw Object.assign(new Error(`${part} is busy`), { code: 'EBUSY' });
  };
  const replace = (streams: typeof createReadStream, files: typeof readFile) => {
    fs.createReadStream = streams;
    fs.promises.readFile = files;
    syncBuiltinESMExports();
  };
  const free = () => replace(createReadStream, readFile);
  replace(
    (path, options) => {
      failIfBusy(path);
      return createReadStream(path, options);
    },
    (async (...args: Parameters<typeof readFile>) => {
      failIfBusy(args[0]);
      return readFile(...args);
    }) as typeof readFile,
  );
  onTestFinished(free);
  return free;
}
