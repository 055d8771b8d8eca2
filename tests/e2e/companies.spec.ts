// Companies: what your own calls say of one, how it is called and reached, and what of it may leave the app.
import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Locator, Page } from '@playwright/test';
import type { Call, Mark } from '../../contract/call.ts';
import { callsOnDisk, expect, test } from '../support/app.ts';
import type { RunningApp } from '../support/launch.ts';
import { look } from '../support/look.ts';
import { makeCall, makeMark, makePromise } from '../support/make-call.ts';

const minute = 60_000;

async function put(library: string, call: Call, files: Record<string, Uint8Array> = {}): Promise<void> {
  const folder = join(library, 'calls', call.id.slice(0, 4), call.id);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'call.json'), JSON.stringify(call));
  for (const [name, data] of Object.entries(files)) await writeFile(join(folder, name), data);
}

/** A call of a day of 2026, so many minutes long. */
function on(day: string, minutes: number, fields: Partial<Call> = {}): Call {
  return makeCall({ startedAt: `2026-${day}T10:00:00.000Z`, durationMs: minutes * minute, ...fields });
}
const hold = (from: number, to: number) =>
  makeMark({ kind: 'hold', fromMs: from * minute, toMs: to * minute });
const transfers = (count: number) => Array.from({ length: count }, () => makeMark({ kind: 'transfer' }));
const promised = (text: string, fields: Partial<NonNullable<Mark['promise']>> = {}) =>
  makePromise(text, fields);

/** peaks.bin of a call in which each side talks for so many minutes: them from minute `from` on, then you. */
function peaks(minutes: number, you: number, them: number, music: [number, number] = [0, 0]): Uint8Array {
  const pairs = new Uint8Array(minutes * 60 * 100 * 2);
  const fill = (side: 0 | 1, from: number, to: number) => {
    for (let at = from * 6_000; at < to * 6_000; at += 1) pairs[at * 2 + side] = 90;
  };
  fill(1, ...music);
  fill(1, music[1], music[1] + them);
  fill(0, music[1] + them, music[1] + them + you);
  return pairs;
}

/**
 * Seven calls of 192 minutes, by hand. Hold 8 + 20 (two that overlap) + 20 = 48 minutes, 25 %. Four transfers.
 * Promises decided: two kept, one late, two broken. Cases: "Refund" has three calls, "Router" one that resolved it; of the
 * calls without a case one resolved it, one was refused, one is followed up.
 */
async function sevenCalls(library: string): Promise<void> {
  const agent = makeMark({ kind: 'agent', text: 'Maria Alvarez' });
  const secret = { notes: 'My account password', phone: '+1 555 0100' };
  await put(
    library,
    on('03-02', 10, {
      outcome: 'resolved',
      marks: [
        promised('Price locked until March', { status: 'kept', who: 'Maria Alvarez' }),
        ...transfers(1),
      ],
    }),
    { 'peaks.bin': peaks(10, 2, 6) },
  );
  await put(
    library,
    on('04-10', 20, {
      case: 'Refund of $120',
      outcome: 'unresolved',
      marks: [hold(0, 8), promised('Refund within two weeks', { status: 'broken' }), agent],
    }),
    { 'peaks.bin': peaks(20, 3, 7, [0, 8]) },
  );
  await put(library, on('05-20', 30, { case: 'Refund of $120', ...secret }), {
    'peaks.bin': peaks(30, 5, 17),
  });
  await put(
    library,
    on('06-01', 40, {
      case: 'refund of $120',
      outcome: 'resolved',
      marks: [hold(5, 15), hold(10, 25), ...transfers(2), promised('A call back', { status: 'late' })],
    }),
  );
  await put(
    library,
    on('07-15', 25, {
      outcome: 'refused',
      marks: [promised('A letter', { status: 'kept' })],
      source: { ...makeCall().source, kind: 'imported' },
    }),
    { 'peaks.bin': peaks(25, 20, 1) },
  );
  await put(
    library,
    on('09-09', 15, {
      case: 'Router',
      outcome: 'resolved',
      marks: [promised('A new router', { status: 'broken' })],
    }),
    { 'peaks.bin': peaks(15, 9, 0) },
  );
  await put(
    library,
    on('11-01', 52, {
      outcome: 'follow-up',
      marks: [
        hold(2, 22),
        ...transfers(1),
        promised('Refund of $120 to my card', { due: '2026-11-08', amount: { value: 120, currency: 'USD' } }),
        makeMark({ kind: 'reference', text: 'NW-2093-881' }),
      ],
    }),
  );
}

const goTo = (window: Page, name: string) =>
  window.getByRole('link', { name: new RegExp(`^${name}`) }).click();
async function openCompany(window: Page, name: string): Promise<void> {
  await goTo(window, 'Companies');
  await window.getByRole('link', { name, exact: true }).click();
  await expect(window.getByRole('heading', { level: 1, name })).toBeVisible();
}
const measure = (window: Page, name: string): Locator =>
  window
    .getByRole('list', { name: 'Measured from your own calls' })
    .getByRole('listitem')
    .filter({ has: window.getByRole('heading', { name, exact: true }) });

/** What the save dialog answers from now on. */
const saveTo = ({ electron }: RunningApp, filePath: string) =>
  electron.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path });
  }, filePath);

/** Anything that the page was not allowed to do. */
async function violations(window: Page): Promise<() => Promise<string[]>> {
  await window.evaluate(() => {
    const seen: string[] = [];
    Object.assign(globalThis, { violationsSeen: seen });
    document.addEventListener('securitypolicyviolation', (event) => seen.push(event.violatedDirective));
  });
  return () => window.evaluate(() => (globalThis as unknown as { violationsSeen: string[] }).violationsSeen);
}

test('seven calls give each measure by its formula, with its sample; picture and table agree; what leaves names nobody', async ({
  bench,
}) => {
  await sevenCalls(bench.library);
  const app = await bench.open();
  const { window } = app;
  const forbidden = await violations(window);
  await openCompany(window, 'Northwind Telecom');
  await expect(window.getByText('7 calls', { exact: true }).first()).toBeVisible();

  const expected: Record<string, string[]> = {
    'Time on the phone': ['3 h 12 min', '27 min a call', '7 calls'],
    'On hold': ['25%', '48 min of 3 h 12 min', '7 calls'],
    'Promises kept': ['2 of 5', '40% in time, 1 kept late', '5 promises decided'],
    'Resolved on first call': ['50%', '2 resolved', '4 cases'],
    'Transfers a call': ['0.6', '4 transfers', '7 calls'],
    'Repeat calls per case': ['1.0', '4 calls with a case', '2 cases'],
    'Who talked': ['You 25%, them 75%', '3 calls, 4 left out'],
  };
  for (const [name, words] of Object.entries(expected))
    for (const word of words) await expect(measure(window, name)).toContainText(word);
  await window.getByRole('button', { name: 'How these are counted' }).press('Enter');
  for (const name of Object.keys(expected)) await expect(measure(window, name)).toContainText(/÷|added up/);
  await look(window, 'company-explained');
  await window.getByRole('button', { name: 'How these are counted' }).press('Enter');

  const picture = window.getByRole('region', { name: 'Every call, newest right' });
  const bars = picture.getByRole('link');
  await expect(bars).toHaveCount(7);
  await look(window, 'company');
  const labels = await bars.evaluateAll((all) => all.map((bar) => bar.getAttribute('aria-label')));
  await picture.getByRole('button', { name: 'Show as table' }).click();
  const cells = await picture
    .getByRole('row')
    .evaluateAll((rows) =>
      rows.slice(1).map((row) => [...row.children].map((cell) => cell.textContent ?? '')),
    );
  expect(cells).toHaveLength(7);
  expect(cells.at(-1)!.slice(1)).toEqual(['10 min', 'none', 'Resolved', '1 kept']);
  expect(cells[0]!.slice(1)).toEqual(['52 min', '20 min', 'Follow-up', '1 open']);
  const none = (text: string) => (text === 'none' ? '' : text);
  expect(labels.reverse()).toEqual(
    cells.map(([day, length, held, , promises]) =>
      [
        `${day}: ${length}`,
        none(held!) && `, ${held} on hold`,
        none(promises!) && `; promises: ${promises}`,
      ].join(''),
    ),
  );
  await picture.scrollIntoViewIfNeeded();
  await look(window, 'company-table');
  await expect(picture.locator('[data-call] > path')).toHaveCount(7);
  const heights = await picture
    .locator('[data-call] > path')
    .evaluateAll((all) => all.map((bar) => bar.getBoundingClientRect().height));
  expect(heights[6]! / heights[0]!).toBeCloseTo(5.2, 1);
  expect(await forbidden()).toEqual([]);

  const csv = join(bench.profile, 'card.csv');
  await saveTo(app, csv);
  await window.getByRole('button', { name: 'Export scorecard…' }).click();
  await look(window, 'company-export');
  await window.getByRole('button', { name: 'Table (CSV)' }).click();
  await expect(window.getByText('Saved as card.csv')).toBeVisible();
  const table = parseCsv(await readFile(csv, 'utf8'));
  const valueOf = (name: string, column: string) => table.find((row) => row['Measure'] === name)![column];
  expect(table).toHaveLength(7);
  expect(table.map((row) => Number(row['Value']))).toEqual([192, 0.25, 0.4, 0.5, 0.571, 1, 0.25]);
  expect(table.map((row) => Number(row['Sample size']))).toEqual([7, 7, 5, 4, 7, 2, 3]);
  expect(valueOf('On hold', 'First call')).toBe('2026-03-02');
  expect(valueOf('On hold', 'Last call')).toBe('2026-11-01');
  expect(valueOf('Promises kept', 'How it is counted')).toContain('÷');

  const png = join(bench.profile, 'card.png');
  await saveTo(app, png);
  await window.getByRole('button', { name: 'Export scorecard…' }).click();
  await window.getByRole('button', { name: 'Picture (PNG)' }).click();
  await expect(window.getByText('Saved as card.png')).toBeVisible();
  const { width, height, colours } = await decodePng(png);
  expect([width, height > 900, colours > 20]).toEqual([2160, true, true]);

  const shots = process.env['ONRECORD_SHOTS'];
  if (shots) await copyFile(png, join(shots, 'scorecard.png'));

  const left = (await readFile(csv, 'utf8')) + (await readFile(png, 'latin1'));
  expect(left).toContain('Northwind Telecom');
  for (const personal of ['Maria', 'password', '555', 'Refund', 'Router', 'NW-2093', 'letter', 'call back'])
    expect(left).not.toContain(personal);

  await window.getByRole('link', { name: 'See all calls' }).click();
  await expect(window.getByRole('searchbox', { name: 'Search calls' })).toHaveValue(
    'company:"Northwind Telecom"',
  );
  await expect(window.getByRole('list', { name: 'Calls' }).getByRole('listitem')).toHaveCount(7);
});

test('two calls are not graded; the list is found in, ordered and taught; what fails says so', async ({
  bench,
}) => {
  const empty = await bench.open();
  await goTo(empty.window, 'Companies');
  await expect(empty.window.getByText('No companies yet')).toBeVisible();
  await look(empty.window, 'companies-empty');
  await empty.quit();

  await sevenCalls(bench.library);
  for (const day of ['10-01', '10-02'])
    await put(
      bench.library,
      on(day, 100, {
        company: 'Contoso Bank',
        outcome: 'resolved',
        marks: [promised('Done', { status: 'kept' })],
      }),
    );
  await put(
    bench.library,
    on('11-20', 5, { company: 'Fabrikam', marks: [promised('Soon', { due: '2099-01-01' })] }),
  );
  const { window, electron } = await bench.open();
  await goTo(window, 'Companies');
  const rows = window.getByRole('list', { name: 'Companies' }).getByRole('listitem');
  const names = () => rows.getByRole('link').allTextContents();
  await expect.poll(names).toEqual(['Fabrikam', 'Northwind Telecom', 'Contoso Bank']);
  const northwind = rows.filter({ hasText: 'Northwind' });
  for (const words of ['1 open', '1 overdue', '2 of 5', '3 h 12 min'])
    await expect(northwind).toContainText(words);
  await look(window, 'companies');
  for (const [order, first] of [
    ['By name', 'Contoso Bank'],
    ['Most broken promises first', 'Northwind Telecom'],
    ['Most time on the phone first', 'Contoso Bank'],
  ] as const) {
    await window.getByRole('combobox', { name: 'Order' }).selectOption(order);
    await expect.poll(async () => (await names())[0]).toBe(first);
  }
  await window.getByRole('searchbox', { name: 'Find a company' }).fill('bank');
  await expect.poll(names).toEqual(['Contoso Bank']);
  await window.getByRole('searchbox', { name: 'Find a company' }).fill('nobody');
  await expect(window.getByText('No company called “nobody”')).toBeVisible();
  await look(window, 'companies-nothing');
  await window.getByRole('button', { name: 'Show all companies' }).click();

  await openCompany(window, 'Contoso Bank');
  await expect(window.getByText('Measures begin with the third call. So far there are 2.')).toBeVisible();
  await expect(window.getByRole('list', { name: 'Measured from your own calls' })).toHaveCount(0);
  await expect(window.getByText('%')).toHaveCount(0);
  await look(window, 'company-two-calls');

  await window.evaluate(() => (location.hash = '#/company/Nobody'));
  await expect(window.getByText('No calls with Nobody')).toBeVisible();
  await look(window, 'company-unknown');

  await electron.evaluate(({ ipcMain }) => {
    for (const name of ['companies:list', 'companies:scorecard']) {
      ipcMain.removeHandler(name);
      ipcMain.handle(name, () => ({ ok: false, code: 'unexpected', message: '' }));
    }
  });
  await window.evaluate(() => (location.hash = '#/company/Fabrikam'));
  await expect(window.getByRole('alert')).toContainText('Something went wrong');
  await look(window, 'company-failing');
  await goTo(window, 'Companies');
  await window.getByRole('searchbox', { name: 'Find a company' }).fill('q');
  await expect(window.getByRole('alert')).toContainText('Something went wrong');
  await look(window, 'companies-failing');
});

test('a company is renamed, merged and separated without a call being rewritten, and each can be taken back', async ({
  bench,
}) => {
  await put(bench.library, on('01-01', 5, { company: 'NW Telco' }));
  await put(bench.library, on('01-02', 5, { company: 'Northwind Telecom' }));
  await put(bench.library, on('01-03', 5, { company: 'Northwind Telecom' }));
  const before = (await callsOnDisk(bench.library)).map(({ call }) => call);
  const app = await bench.open();
  const { window } = app;
  const callsOf = (count: string) =>
    expect(window.locator('header').getByText(count, { exact: true })).toBeVisible();
  const kept = async () =>
    (
      await Promise.all(
        (await readdir(join(bench.library, 'companies'))).map((name) =>
          readFile(join(bench.library, 'companies', name), 'utf8'),
        ),
      )
    ).map(
      (text) => JSON.parse(text) as { name: string; aliases: string[]; phone: string; morePhones?: string[] },
    );

  await openCompany(window, 'NW Telco');
  await window.getByRole('textbox', { name: 'Phone', exact: true }).fill('+1 555 0100');
  await window.getByRole('textbox', { name: 'Phone', exact: true }).blur();
  await window.getByRole('button', { name: 'Add a number' }).click();
  await window.keyboard.type('+1 555 0199');
  await window.keyboard.press('Tab');
  await expect.poll(kept).toMatchObject([{ phone: '+1 555 0100', morePhones: ['+1 555 0199'] }]);

  await window.getByRole('button', { name: 'Rename or merge…' }).click();
  const dialog = window.locator('section[role=alertdialog]');
  await dialog.getByRole('textbox', { name: 'Name' }).fill('NW Telephone');
  await expect(dialog).toContainText('1 call will be listed as NW Telephone.');
  await dialog.getByRole('button', { name: 'Rename' }).click();
  await expect(window.getByRole('heading', { level: 1, name: 'NW Telephone' })).toBeVisible();
  await callsOf('1 call');

  await window.getByRole('button', { name: 'Rename or merge…' }).click();
  await dialog.getByRole('textbox', { name: 'Name' }).fill('northwind telecom');
  await expect(dialog).toContainText(
    'NW Telephone (1 call) and Northwind Telecom (2 calls) become one company with 3 calls.',
  );
  await look(window, 'company-merge');
  await dialog.getByRole('button', { name: 'Merge' }).click();
  await expect(window.getByRole('heading', { level: 1, name: 'Northwind Telecom' })).toBeVisible();
  await callsOf('3 calls');
  const also = window.getByRole('list', { name: 'Also called' }).getByRole('listitem');
  await expect(also).toHaveText(['NW Telco', 'NW Telephone']);
  await expect(window.getByRole('textbox', { name: 'Phone', exact: true })).toHaveValue('+1 555 0100');
  await expect(window.getByRole('button', { name: 'Undo' })).toHaveCount(1);
  await also.first().scrollIntoViewIfNeeded();
  await look(window, 'company-names');

  // Either name finds all, everywhere.
  await goTo(window, 'Calls');
  await window.getByRole('searchbox', { name: 'Search calls' }).fill('northwind telecom');
  await expect(window.getByRole('list', { name: 'Calls' }).getByRole('listitem')).toHaveCount(3);
  await window.getByRole('searchbox', { name: 'Search calls' }).fill('nw telco');
  await expect(window.getByRole('list', { name: 'Calls' }).getByRole('listitem')).toHaveCount(1);
  await window.getByRole('list', { name: 'Calls' }).getByRole('listitem').first().click();
  await expect(window.getByRole('textbox', { name: 'Company' })).toHaveValue('NW Telco');
  await expect(window.getByRole('link', { name: 'Listed as Northwind Telecom' })).toBeVisible();
  await goTo(window, 'Recording');
  await window.getByRole('textbox', { name: 'Company' }).fill('nw telco');
  await window.keyboard.press('Escape');
  await expect(window.getByRole('region', { name: 'What you know of nw telco' })).toContainText('3 calls');

  await openCompany(window, 'Northwind Telecom');
  await window.getByRole('button', { name: 'Count calls named “NW Telco” on their own again' }).click();
  await callsOf('2 calls');
  await window.getByRole('button', { name: 'Undo' }).click();
  await callsOf('3 calls');
  await window.getByRole('button', { name: 'Add a name…' }).click();
  await dialog.getByRole('textbox', { name: 'Name' }).fill('NWT');
  await expect(dialog).toContainText('No call has this name yet.');
  await dialog.getByRole('button', { name: 'Add the name' }).click();
  await expect(also).toHaveText(['NW Telco', 'NW Telephone', 'NWT']);
  expect(await kept()).toHaveLength(1);
  expect((await callsOnDisk(bench.library)).map(({ call }) => call)).toEqual(before);

  // Files are the truth: the index learns of them at the next start, whatever happened to it.
  await app.quit();
  const [file] = await readdir(join(bench.library, 'companies'));
  const text = await readFile(join(bench.library, 'companies', file!), 'utf8');
  await writeFile(
    join(bench.library, 'companies', file!),
    text.replace('"name": "Northwind Telecom"', '"name": "Nordwind"'),
  );
  const again = await bench.open();
  await openCompany(again.window, 'Nordwind');
  await expect(again.window.locator('header').getByText('1 call', { exact: true })).toBeVisible();
});

test('what cannot be written is said, and nothing is half done', async ({ bench }) => {
  await put(bench.library, on('01-01', 5, { company: 'NW Telco' }));
  await mkdir(bench.library, { recursive: true });
  await writeFile(join(bench.library, 'companies'), 'a file where a folder should be');
  const { window } = await bench.open();
  await openCompany(window, 'NW Telco');
  await window.getByRole('button', { name: 'Rename or merge…' }).click();
  await window.getByRole('textbox', { name: 'Name' }).fill('Northwind');
  await window.getByRole('button', { name: 'Rename', exact: true }).click();
  await expect(window.getByText('The library folder cannot be written to.')).toBeVisible();
  await window.keyboard.press('Escape');
  await expect(window.getByRole('heading', { level: 1, name: 'NW Telco' })).toBeVisible();
});

test('by keyboard alone a company is found, its measures explained, and a call opened from the picture', async ({
  bench,
}) => {
  await sevenCalls(bench.library);
  for (let at = 0; at < 40; at += 1)
    await put(bench.library, on('10-10', 3, { company: `Company ${String(at).padStart(2, '0')}` }));
  const { window } = await bench.open();
  const { keyboard } = window;
  const focused = () => window.evaluate(() => document.activeElement?.textContent ?? '');
  const tabTo = async (words: string) => {
    for (let presses = 0; presses < 40; presses += 1) {
      if ((await focused()).startsWith(words)) return;
      await keyboard.press('Tab');
    }
    throw new Error(`Tab never reached ${words}`);
  };
  await tabTo('Companies');
  await keyboard.press('Enter');
  await expect(window.getByRole('list', { name: 'Companies' }).getByRole('listitem').first()).toBeVisible();
  await window.getByRole('searchbox', { name: 'Find a company' }).focus();
  await keyboard.press('ArrowDown');
  expect(await focused()).toBe('Northwind Telecom');
  await keyboard.press('End');
  await expect.poll(focused).toMatch(/^Company \d\d$/);
  await keyboard.press('Home');
  await expect.poll(focused).toBe('Northwind Telecom');
  await keyboard.press('Enter');
  await expect(window.getByRole('heading', { level: 1, name: 'Northwind Telecom' })).toBeVisible();
  await tabTo('How these are counted');
  await keyboard.press('Space');
  await expect(measure(window, 'On hold')).toContainText('÷');
  await expect(
    window.getByRole('region', { name: 'Every call, newest right' }).getByRole('link'),
  ).toHaveCount(7);
  await tabTo('Show as table');
  await keyboard.press('Tab');
  const label = () => window.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
  expect(await label()).toContain('52 min, 20 min on hold; promises: 1 open');
  await keyboard.press('ArrowLeft');
  expect(await label()).toContain('15 min; promises: 1 broken');
  await look(window, 'company-focus');
  await keyboard.press('Home');
  expect(await label()).toContain('10 min; promises: 1 kept');
  await keyboard.press('Enter');
  await expect(window.getByRole('region', { name: 'Waveform' })).toBeVisible();
  await expect(window.getByRole('textbox', { name: 'Company' })).toHaveValue('Northwind Telecom');
});

/** A table as a spreadsheet reads it (RFC 4180): one object a row, by the names of its columns. */
function parseCsv(text: string): Record<string, string>[] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text
    .replace(/^\uFEFF/, '')
    .matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)!.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === '\r\n') rows.push([]);
  }
  const [head, ...body] = rows.slice(0, -1);
  return body.map((row) => Object.fromEntries(head!.map((name, at) => [name, row[at] ?? ''])));
}

/** Size and number of different colours of a PNG, by ffmpeg. */
async function decodePng(path: string): Promise<{ width: number; height: number; colours: number }> {
  const { stdout } = await promisify(execFile)('ffprobe', [
    ...['-v', 'error', '-select_streams', 'v', '-show_entries', 'stream=width,height', '-of', 'csv=p=0'],
    path,
  ]);
  const [width, height] = stdout.trim().split(',').map(Number);
  const raw = await promisify(execFile)(
    'ffmpeg',
    ['-v', 'error', '-i', path, '-f', 'rawvideo', '-pix_fmt', 'rgb24', '-'],
    {
      encoding: 'buffer',
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  const seen = new Set<number>();
  for (let at = 0; at < raw.stdout.length; at += 3) seen.add(raw.stdout.readUIntBE(at, 3));
  return { width: width!, height: height!, colours: seen.size };
}
