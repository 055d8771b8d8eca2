// The built page that decodes files, in Debian's Chromium, with the test in main's place: it hands out files and takes pages.
import { chromium, type Route } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { extname, join, resolve } from 'node:path';
import type { DecodedFile, DecodedPiece, Refusal } from '../../contract/import.ts';
import { parseRange } from '../../main/app/byte-range.ts';

const origin = 'https://on-record.test';
const pagesFolder = resolve(__dirname, '../../dist/renderer');
const contentTypes: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript' };

export interface Decoded {
  /** What the page said of the file, or why it refused it. */
  file?: DecodedFile;
  refusal?: Refusal;
  /** The Ogg file it sent. */
  ogg: Buffer;
  peaks: Buffer;
  /** Times at which messages came, ms. */
  tookMs: number;
}

export interface ImportPage {
  decode(data: Uint8Array): Promise<Decoded>;
  complaints: string[];
  close(): Promise<void>;
}

export async function openImportPage(): Promise<ImportPage> {
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
  const page = await browser.newPage();
  const files = new Map<string, Uint8Array>();
  const complaints: string[] = [];
  const answers = new Map<string, (answer: { file: DecodedFile } | { refusal: Refusal }) => void>();
  const pieces = new Map<string, DecodedPiece[]>();
  let jobs = 0;

  page.on('console', (message) => complaints.push(message.text()));
  await page.route(`${origin}/**`, (route) => answer(route, files));
  await page.exposeFunction('askMain', (name: string, text: string) => {
    const args = JSON.parse(text, revive) as unknown[] as [never, never];
    if (name === 'importer:piece') {
      const piece: DecodedPiece = args[0];
      pieces.get(piece.job)?.push(piece);
    }
    if (name === 'importer:decoded') answers.get(args[0])?.({ file: args[1] });
    if (name === 'importer:refused') answers.get(args[0])?.({ refusal: args[1] });
    return { ok: true, value: undefined };
  });
  await page.addInitScript(openDoor);
  await page.goto(`${origin}/importer.html`);
  return {
    complaints,
    async decode(data) {
      const job = `job-${(jobs += 1)}`;
      files.set(job, data);
      pieces.set(job, []);
      const beganMs = performance.now();
      const answered = new Promise<{ file: DecodedFile } | { refusal: Refusal }>((done) =>
        answers.set(job, done),
      );
      await page.evaluate((command) => (globalThis as unknown as Commanded).command(command), {
        type: 'decode',
        job,
      });
      const said = await answered;
      const sent = pieces.get(job) ?? [];
      return {
        ...said,
        ogg: Buffer.concat(sent.flatMap((piece) => [...piece.pages])),
        peaks: Buffer.concat(sent.map((piece) => piece.peaks)),
        tookMs: performance.now() - beganMs,
      };
    },
    close: () => browser.close(),
  };
}

interface Commanded {
  command: (command: unknown) => void;
}

async function answer(route: Route, files: Map<string, Uint8Array>): Promise<void> {
  const { pathname } = new URL(route.request().url());
  const [, first, job = ''] = pathname.split('/');
  if (first !== 'import') {
    const body = await readFile(join(pagesFolder, pathname)).catch(() => null);
    if (body === null) return route.fulfill({ status: 404 });
    return route.fulfill({
      body,
      contentType: contentTypes[extname(pathname)] ?? 'application/octet-stream',
    });
  }
  const data = files.get(job);
  if (!data) return route.fulfill({ status: 404 });
  const range = route.request().headers()['range'];
  const span = range === undefined ? null : parseRange(range, data.length);
  if (span === 'unsatisfiable')
    return route.fulfill({ status: 416, headers: { 'content-range': `bytes */${data.length}` } });
  const { start, end } = span ?? { start: 0, end: data.length - 1 };
  return route.fulfill({
    status: span ? 206 : 200,
    headers: {
      'accept-ranges': 'bytes',
      ...(span && { 'content-range': `bytes ${start}-${end}/${data.length}` }),
    },
    body: Buffer.from(data.subarray(start, end + 1)),
  });
}

/** Bytes travel as base64 between page and test. */
function revive(_key: string, value: unknown): unknown {
  if (typeof value === 'object' && value !== null && 'bytes64' in value)
    return new Uint8Array(Buffer.from(String(value.bytes64), 'base64'));
  return value;
}

/** Runs in the page: the door, as the preload opens it. */
function openDoor(): void {
  const asBase64 = (bytes: Uint8Array) => {
    let text = '';
    for (let at = 0; at < bytes.length; at += 8192)
      text += String.fromCharCode(...bytes.subarray(at, at + 8192));
    return btoa(text);
  };
  const plain = (_key: string, value: unknown) =>
    value instanceof Uint8Array ? { bytes64: asBase64(value) } : value;
  const global = globalThis as unknown as {
    askMain: (name: string, args: string) => Promise<unknown>;
    command: (command: unknown) => void;
    onRecord: unknown;
  };
  global.onRecord = {
    ask: (name: string, ...args: unknown[]) => global.askMain(name, JSON.stringify(args, plain)),
    listen: (name: string, hear: (body: unknown) => void) => {
      if (name === 'importer:command') global.command = hear;
      return () => undefined;
    },
  };
}
