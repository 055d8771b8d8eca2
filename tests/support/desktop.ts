// A screen of its own for one test run: Xvfb on a display number that nobody else uses.
import type { Readable } from 'node:stream';
import { start } from './processes.ts';

export interface Desktop {
  /** For the environment variable DISPLAY, such as ":99". */
  display: string;
  stop: () => Promise<void>;
}

/** Starts Xvfb; it finds a free display by itself, and is ready when it names it. */
export async function startDesktop({ widthPx = 1400, heightPx = 900 } = {}): Promise<Desktop> {
  const screen = `${widthPx}x${heightPx}x24`;
  const xvfb = start('Xvfb', ['-displayfd', '3', '-screen', '0', screen, '-nolisten', 'tcp', '-noreset'], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  const named = new Promise<string>((resolve) => {
    let text = '';
    (xvfb.child.stdio[3] as Readable).setEncoding('utf8').on('data', (part: string) => {
      text += part;
      if (text.endsWith('\n')) resolve(text.trim());
    });
  });
  const display = await Promise.race([named, xvfb.ended.then(() => null)]);
  if (display === null) throw new Error(`Xvfb did not start: ${xvfb.said()}`);
  return { display: `:${display}`, stop: xvfb.stop };
}
