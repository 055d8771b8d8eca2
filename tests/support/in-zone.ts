// Where the clock on the wall of this process hangs: an answer in calendar days is asked for in a zone that the test names.
import { onTestFinished } from 'vitest';

/** Until the test ends. */
export function inZone(timeZone: string): void {
  const before = process.env['TZ'];
  process.env['TZ'] = timeZone;
  onTestFinished(() => {
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  });
}
