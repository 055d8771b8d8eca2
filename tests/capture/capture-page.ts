// The built capture page in Debian's Chromium, with the test in main's place: it answers what the page asks and commands it.
import { chromium, type Browser, type Page, type Route } from '@playwright/test';
import { readFile, writeFile } from 'node:fs/promises';
import { extname, join, resolve } from 'node:path';
import { sides, type Side } from '../../contract/call.ts';
import type {
  CaptureCommand,
  CapturedPage,
  CaptureReport,
  FailedSource,
  OpenedSource,
  TimelineFact,
} from '../../contract/capture.ts';
import type { Settled } from '../../contract/failure.ts';
import { until } from '../support/processes.ts';
import { devices, type SoundServer } from '../support/sound-server.ts';

const origin = 'https://on-record.test';
const pagesFolder = resolve(__dirname, '../../dist/renderer');
const contentTypes: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.ogg': 'audio/ogg',
};

interface Asked {
  name: string;
  args: unknown[];
  atMs: number;
}

export interface CapturePage {
  page: Page;
  /** Everything asked so far except reports. */
  asked: Asked[];
  reports: CaptureReport[];
  /** What the page complained of. */
  complaints: string[];
  /** Pages that were taken, in order. */
  pages: CapturedPage[];
  facts: TimelineFact[];
  command: (command: CaptureCommand) => Promise<void>;
  /** Sends what is no command. */
  nonsense: (value: unknown) => Promise<void>;
  /** Refuses what `refuses` says yes to. */
  refuse: (refuses: (name: string) => boolean) => void;
  /** The next time that it is asked, or the first. */
  heard: (name: string, fits?: (args: unknown[]) => boolean) => Promise<Asked>;
  /** Opens a side and trusts it, as main does once it has checked the source; resolves when it delivers. */
  open: (side: Side, label: string, attempt?: number) => Promise<void>;
  begin: (callId: string, options?: { sides?: Side[]; leadMs?: number }) => Promise<void>;
  /** Ends the call and answers the path of its file. */
  end: (path: string) => Promise<string>;
  /** Gives this file to whoever fetches the call's sound. */
  serve: (callId: string, path: string) => void;
  close: () => Promise<void>;
}

export const themLabel = 'Computer sound';

/** What main does on Linux: the speakers' monitor becomes a source that Chromium lists. */
export async function offerThem(sound: SoundServer): Promise<number> {
  return sound.loadModule(
    'module-remap-source',
    'source_name=them',
    `master=${devices.speakersMonitor}`,
    `source_properties='device.description="${themLabel}"'`,
  );
}

export async function openCapturePage(sound: SoundServer): Promise<CapturePage> {
  const browser: Browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    env: sound.env,
    args: ['--use-fake-ui-for-media-stream', '--no-sandbox'],
    ignoreDefaultArgs: ['--mute-audio'],
  });
  const page = await browser.newPage();
  const sounds = new Map<string, string>();
  const asked: Asked[] = [];
  const reports: CaptureReport[] = [];
  const complaints: string[] = [];
  const pages: CapturedPage[] = [];
  const facts: TimelineFact[] = [];
  let refuses: (name: string) => boolean = () => false;

  page.on('console', (message) => complaints.push(message.text()));
  await page.route(`${origin}/**`, (route) => answer(route, sounds));
  await page.exposeFunction('askMain', (name: string, text: string): Settled<undefined> => {
    const args = JSON.parse(text, revive) as unknown[];
    if (name === 'capture:report') reports.push(args[0] as CaptureReport);
    else asked.push({ name, args, atMs: performance.now() });
    if (refuses(name)) return { ok: false, code: 'unexpected', message: 'refused by the test' };
    if (name === 'capture:page') {
      pages.push(args[0] as CapturedPage);
      facts.push(...(args[0] as CapturedPage).facts);
    }
    if (name === 'capture:facts') facts.push(...(args[1] as TimelineFact[]));
    return { ok: true, value: undefined };
  });
  await page.addInitScript(openDoor);

  const heard: CapturePage['heard'] = (name, fits = () => true) =>
    until(`${name} is asked; complaints: ${complaints.join(' | ')}`, async () =>
      asked.find((one) => one.name === name && fits(one.args)),
    );
  const nonsense = (value: unknown) =>
    page.evaluate((sent) => (globalThis as unknown as Commanded).command(sent), value);
  const command = (given: CaptureCommand) => nonsense(given);

  await page.goto(`${origin}/capture.html`);
  await heard('capture:ready');
  return {
    page,
    asked,
    reports,
    complaints,
    pages,
    facts,
    command,
    nonsense,
    heard,
    refuse: (which) => (refuses = which),
    async open(side, label, attempt = 1) {
      await command({ type: 'open', side, attempt, source: { kind: 'input', label, nth: 0 } });
      await heard('capture:opened', ([source]) => {
        const opened = source as OpenedSource;
        return opened.side === side && opened.attempt === attempt;
      });
      await command({ type: 'trust', side, attempt });
      await until(`${side} delivers`, async () => (reports.at(-1)?.[side].peak ?? 0) > 0 || undefined);
    },
    async begin(callId, { sides: recorded = [...sides], leadMs = 0 } = {}) {
      await command({ type: 'begin', callId, sides: recorded, leadMs, preRollMs: 0, silentWhenIdle: [] });
      await heard('capture:began');
    },
    async end(path) {
      await command({ type: 'end' });
      const { args } = await heard('capture:ended');
      if (args[1] !== null) throw new Error(`It ended with trouble: ${JSON.stringify(args[1])}`);
      await writeFile(path, Buffer.concat(pages.map((each) => each.page)));
      return path;
    },
    serve: (callId, path) => void sounds.set(callId, path),
    close: () => browser.close(),
  };
}

export function failedFor(side: Side, attempt: number) {
  return ([source]: unknown[]) => {
    const failed = source as FailedSource;
    return failed.side === side && failed.attempt === attempt;
  };
}

interface Commanded {
  command: (value: unknown) => void;
}

/** Runs in the page before anything else: the door that the preload opens in the app. */
function openDoor(): void {
  const given = globalThis as unknown as {
    askMain: (name: string, text: string) => Promise<unknown>;
    onRecord: unknown;
  } & Commanded;
  const listeners: ((value: unknown) => void)[] = [];
  const base64 = (bytes: Uint8Array) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  const replace = (_: string, value: unknown) =>
    value instanceof Uint8Array ? { base64: base64(value) } : value;
  given.onRecord = {
    ask: (name: string, ...args: unknown[]) => given.askMain(name, JSON.stringify(args, replace)),
    listen: (name: string, hear: (value: unknown) => void) => {
      if (name === 'capture:command') listeners.push(hear);
      return () => {};
    },
  };
  given.command = (value) => {
    for (const hear of listeners) hear(value);
  };
}

function revive(_: string, value: unknown): unknown {
  const isBytes = typeof value === 'object' && value !== null && 'base64' in value;
  return isBytes ? new Uint8Array(Buffer.from(String(value.base64), 'base64')) : value;
}

async function answer(route: Route, sounds: Map<string, string>): Promise<void> {
  const path = new URL(route.request().url()).pathname;
  const file = path.startsWith('/media/')
    ? sounds.get(path.slice('/media/'.length))
    : join(pagesFolder, path);
  const body = file === undefined ? null : await readFile(file).catch(() => null);
  if (body === null || file === undefined) return route.fulfill({ status: 404 });
  const headers = { 'content-type': contentTypes[extname(file)] ?? '', 'accept-ranges': 'bytes' };
  const range = /^bytes=(\d+)-(\d*)$/.exec(route.request().headers()['range'] ?? '');
  if (!range) return route.fulfill({ status: 200, headers, body });
  const from = Number(range[1]);
  const to = range[2] ? Math.min(Number(range[2]), body.length - 1) : body.length - 1;
  return route.fulfill({
    status: 206,
    headers: { ...headers, 'content-range': `bytes ${from}-${to}/${body.length}` },
    body: body.subarray(from, to + 1),
  });
}
