// A disk without room: the kernel lets this process's files grow no further than so many bytes (Linux only).
import { execFileSync } from 'node:child_process';
import { onTestFinished } from 'vitest';

/** No file of this process grows past `bytes` until the answer is called, or the test ends. */
export function limitFiles(bytes: number): () => void {
  const set = (limit: string) => execFileSync('prlimit', ['--pid', String(process.pid), `--fsize=${limit}:`]);
  set(String(bytes));
  const lift = () => void set('unlimited');
  onTestFinished(lift);
  return lift;
}
