// The real app: started, ended as a user ends it, or killed.
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { readdir, readFile } from 'node:fs/promises';
import { until } from './processes.ts';

export interface RunningApp {
  electron: ElectronApplication;
  window: Page;
  isRunning(): boolean;
  /** Every request to a network since the window was there: there must never be one. Earlier ones the app itself refuses. */
  requestsThatLeft(): Promise<string[]>;
  /** Ends it as a user's Quit does. */
  quit(): Promise<void>;
  /** kill -9 of the whole process tree, wherever it is. */
  kill(): Promise<void>;
}

// Chromium's sandbox refuses to run as root; users are not root.
export const rootArgs = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/**
 * Starts the built app, `args` being the user's own. `env` is the whole environment; run from the project's folder.
 * About one start in fifty of Electron 25 under Playwright never gets a page, whatever asks for it: that one is ended,
 * said, and started once more. Without Playwright it was not seen in 350 starts.
 */
export async function launch(env: Record<string, string>, args: readonly string[] = []): Promise<RunningApp> {
  return start(env, args).catch(async (cause: unknown) => {
    process.stderr.write(`Started once more: ${String(cause)}\n`);
    return start(env, args);
  });
}

async function start(env: Record<string, string>, args: readonly string[]): Promise<RunningApp> {
  const electron = await _electron.launch({ args: [process.cwd(), ...rootArgs, ...args], env });
  const child = electron.process();
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const window = await visibleWindow(electron).catch(async (cause: unknown) => {
    await killTree(child.pid!);
    await ended;
    throw cause;
  });
  // Not before: a listener that is added while a page is being asked for can leave it waiting for ever (Electron 25).
  await electron.evaluate(({ session }) => {
    const sent: string[] = [];
    Object.assign(globalThis, { sent });
    session.defaultSession.webRequest.onSendHeaders(({ url }) => sent.push(url));
  });
  const isRunning = () => child.exitCode === null && child.signalCode === null;
  return {
    electron,
    window,
    isRunning,
    async requestsThatLeft() {
      const sent = await electron.evaluate(() => (globalThis as unknown as { sent: string[] }).sent);
      return sent.filter((url) => /^(https?|wss?|ftp):/.test(url));
    },
    async quit() {
      await electron.evaluate(({ app }) => app.quit()).catch(() => undefined); // the answer may not make it back
      await ended;
    },
    async kill() {
      if (!isRunning() || child.pid === undefined) return;
      await killTree(child.pid);
      await ended;
    },
  };
}

/** The window a person sees; the one that hears is hidden. */
const visibleWindow = (electron: ElectronApplication) => windowAt(electron, '/app.html');
export const controlWindow = (electron: ElectronApplication) => windowAt(electron, '/control.html');
export const captureWindow = (electron: ElectronApplication) => windowAt(electron, '/capture.html');

async function windowAt(electron: ElectronApplication, page: string): Promise<Page> {
  const found = () => electron.windows().find((one) => new URL(one.url() || 'about:blank').pathname === page);
  return until(`a window at ${page} opens`, async () => found(), { withinMs: 20_000 }).catch(
    async (cause: Error) => {
      const there = await electron.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows().map(
          (one) => `${one.webContents.getURL()} (visible: ${one.isVisible()})`,
        ),
      );
      throw new Error(
        `${cause.message}; there are ${JSON.stringify(there)}, seen as ${electron
          .windows()
          .map((one) => one.url())
          .join()}`,
      );
    },
  );
}

async function killTree(pid: number): Promise<void> {
  for (const one of await processTree(pid)) signalQuietly(one);
}

/** A process and all that descend from it. */
export async function processTree(pid: number): Promise<number[]> {
  const parents = new Map<number, number[]>();
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '');
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    parents.set(parent, [...(parents.get(parent) ?? []), Number(name)]);
  }
  const tree = [pid];
  for (let at = 0; at < tree.length; at += 1) tree.push(...(parents.get(tree[at]!) ?? []));
  return tree;
}

function signalQuietly(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // it ended by itself
  }
}
