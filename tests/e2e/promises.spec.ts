// The ledger of promises: seen by the day they are due, judged by one key with what proves it, taken along as files.
import type { ElectronApplication, Page } from '@playwright/test';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Call, Mark } from '../../contract/call.ts';
import { addDays, dayAt } from '../../contract/day.ts';
import { callsOnDisk, expect, test } from '../support/app.ts';
import { decode, toneLevel } from '../support/listen.ts';
import { look } from '../support/look.ts';
import { makeCall, makeMark, makePromise } from '../support/make-call.ts';
import { makeOgg } from '../support/make-ogg.ts';
import { devices, tones } from '../support/sound-server.ts';

const today = dayAt(Date.now());
const inDays = (days: number) => addDays(today, days);
/** A day ago and so on, at noon where the tests run. */
const at = (days: number) => new Date(Date.parse(`${inDays(days)}T12:00:00`)).toISOString();
const usd = (value: number) => ({ amount: { value, currency: 'USD' } });

async function keep(library: string, call: Call): Promise<string> {
  const folder = join(library, 'calls', call.id.slice(0, 4), call.id);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'call.json'), JSON.stringify(call));
  return folder;
}

/** A ledger with promises of every group; the first call has sound. */
async function aLedger(library: string) {
  const refund = {
    ...makePromise('Refund of the double bill to my card within five working days', {
      who: 'agent 4471',
      due: inDays(-3),
      ...usd(120),
    }),
    fromMs: 500,
    toMs: 4_500,
  };
  const first = makeCall({
    company: 'Northwind Telecom',
    startedAt: at(-9),
    durationMs: 6_000,
    marks: [
      refund,
      { ...makePromise('A letter that confirms it', { due: today }), fromMs: 1_000, toMs: 2_000 },
    ],
  });
  const folder = await keep(library, first);
  await writeFile(join(folder, 'audio.ogg'), await makeOgg(folder, 6));
  const later = makeCall({
    company: 'NORTHWIND TELECOM',
    startedAt: at(-2),
    marks: [makeMark({ text: 'They say it was credited', fromMs: 61_000, toMs: 70_000 })],
  });
  await keep(library, later);
  await keep(
    library,
    makeCall({
      company: 'Contoso Energy',
      startedAt: at(-20),
      marks: [
        makePromise('A technician comes between 8 and 12', { who: 'Tom', due: inDays(4) }),
        makePromise('=Price stays as it is, "for good", they said', {
          due: inDays(60),
          amount: { value: 35.5, currency: 'EUR' },
        }),
        makePromise('Somebody calls back within 3 weeks'),
        makePromise('The meter is read anew', {
          due: inDays(-30),
          status: 'kept',
          decidedAt: at(-25),
          proof: { callId: null, markId: null, text: 'The bill of the first' },
        }),
        makePromise('No more letters', { status: 'broken', decidedAt: at(-10), ...usd(15) }),
      ],
    }),
  );
  return { refund, first, later };
}

async function openLedger(window: Page) {
  await window.getByRole('link', { name: 'Promises' }).click();
  const list = (name: string) => window.getByRole('list', { name, exact: true }).getByRole('listitem');
  const inFile = async (library: string, mark: Mark) =>
    (await callsOnDisk(library)).flatMap(({ call }) => call.marks).find(({ id }) => id === mark.id)!.promise!;
  return { list, inFile };
}

/** The next file is saved there, as if the user had chosen it. */
const choosePlace = (electron: ElectronApplication, path: string) =>
  electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, path);

test('the ledger shows what is overdue, due this week, later and decided; one key judges, with what proves it', async ({
  bench,
}) => {
  const { refund, later } = await aLedger(bench.library);
  const { window } = await bench.open();
  const due = window.getByRole('navigation', { name: 'Main' }).getByText('2 due');
  await expect(due).toBeVisible();
  const { list, inFile } = await openLedger(window);
  await expect(list('Overdue')).toHaveCount(1);
  await expect(list('Overdue')).toContainText(['3 days ago']);
  await expect(list('This week')).toContainText(['A letter that confirms it', 'A technician comes']);
  await expect(list('Later')).toHaveCount(1);
  await expect(list('No date')).toHaveCount(1);
  await expect(list('Decided')).toHaveCount(0);
  await expect(window.getByRole('main')).toContainText('Outstanding $120.00 · €35.50');
  await look(window, 'promises');

  await test.step('a day that the words name is offered, and puts the promise in its place', async () => {
    await list('No date')
      .getByRole('button', { name: /^Accept: Due / })
      .click();
    await expect(list('No date')).toHaveCount(0);
    await expect(list('This week')).toHaveCount(3);
  });

  await test.step('the quote is heard', async () => {
    const hearing = bench.sound.record(devices.speakersMonitor, 2);
    await list('Overdue').getByRole('link').focus();
    await window.keyboard.press('Space');
    await expect(window.getByRole('button', { name: 'End this quote' })).toBeVisible();
    const { channels, sampleRateHz } = await decode(await hearing);
    expect(toneLevel(channels[1]!, sampleRateHz, tones.themHz)).toBeGreaterThan(0.005);
    await window.keyboard.press('Space');
    await expect(window.getByRole('button', { name: 'End this quote' })).toBeHidden();
  });

  await test.step('K: it is kept, on disk, and the later call is offered as proof', async () => {
    await window.keyboard.press('k');
    await expect.poll(() => inFile(bench.library, refund)).toMatchObject({ status: 'kept' });
    expect((await inFile(bench.library, refund)).proof).toBeUndefined();
    await expect(list('Overdue')).toHaveCount(0);
    await expect(due).toBeHidden();
    // The row that followed has the keyboard.
    await expect(list('This week').first().getByRole('link')).toBeFocused();
    const bar = window.getByRole('region', { name: 'What decided it' });
    await bar.getByRole('button', { name: /^Call of / }).click();
    await bar.getByRole('combobox', { name: 'Moment of that call' }).selectOption({ index: 1 });
    await bar.getByRole('textbox', { name: 'In a few words' }).fill('credited on the bill');
    await bar.getByRole('textbox', { name: 'In a few words' }).press('Enter');
    await expect
      .poll(async () => (await inFile(bench.library, refund)).proof)
      .toEqual({ callId: later.id, markId: later.marks[0]!.id, text: 'credited on the bill' });
    await look(window, 'promises-verdict');
  });

  await test.step('the row and the call say what decided it, and lead there', async () => {
    await window.getByRole('button', { name: /^Decided/ }).click();
    const decided = list('Decided').first();
    await expect(decided).toContainText('Refund of the double bill');
    await expect(decided).toContainText('credited on the bill');
    await look(window, 'promises-decided');
    await decided.getByRole('link', { name: /^Northwind Telecom/ }).click();
    const mark = window
      .getByRole('list', { name: 'Marks' })
      .getByRole('listitem')
      .filter({ hasText: 'Refund' });
    await expect(mark).toContainText('credited on the bill');
    await mark.getByRole('link', { name: /that decided it$/ }).click();
    await expect(window.getByRole('list', { name: 'Marks' })).toContainText('They say it was credited');
    expect(new URL(window.url()).hash).toBe(`#/call/${later.id}?at=61000`);
  });
});

test('by keyboard alone a promise is found by its company, judged, taken back, opened again and left', async ({
  bench,
}) => {
  const { refund } = await aLedger(bench.library);
  const { window } = await bench.open();
  const { list, inFile } = await openLedger(window);
  await expect(list('Overdue')).toHaveCount(1);
  const status = async () => (await inFile(bench.library, refund)).status;
  const { keyboard } = window;

  await keyboard.press('/');
  await expect(window.getByRole('searchbox', { name: 'Company' })).toBeFocused();
  await keyboard.type('north');
  await expect(list('This week')).toHaveCount(1);
  await expect(window.getByRole('main')).toContainText('Outstanding $120.00');
  await expect(window.getByRole('main')).not.toContainText('€');
  await keyboard.press('ArrowDown');
  await expect(list('Overdue').getByRole('link')).toBeFocused();
  await keyboard.press('ArrowDown');
  await expect(list('This week').getByRole('link')).toBeFocused();
  await keyboard.press('Home');
  await expect(list('Overdue').getByRole('link')).toBeFocused();

  await keyboard.press('b');
  await expect.poll(status).toBe('broken');
  await expect(list('This week').getByRole('link')).toBeFocused();
  await keyboard.press('Control+z');
  await expect.poll(() => inFile(bench.library, refund)).toEqual(refund.promise);
  await expect(list('Overdue')).toHaveCount(1);

  await keyboard.press('Home');
  await keyboard.press('l');
  await expect.poll(status).toBe('late');
  await window.getByRole('button', { name: /^Decided/ }).focus();
  await keyboard.press('Enter');
  await expect(list('Decided').getByRole('link', { name: /^Northwind/ })).toBeVisible();
  await keyboard.press('End');
  await expect(list('Decided').getByRole('link')).toBeFocused();
  await keyboard.press('d');
  await expect(window.getByRole('button', { name: /^Call of / })).toBeFocused();
  await keyboard.press('Escape');
  await expect(list('Decided').getByRole('link')).toBeFocused();
  await keyboard.press('o');
  await expect.poll(() => inFile(bench.library, refund)).toEqual(refund.promise);
  await expect(list('Overdue')).toHaveCount(1);
  await keyboard.press('Home');
  await expect(list('Overdue').getByRole('link')).toBeFocused();
  await keyboard.press('Enter');
  await expect(window.getByRole('region', { name: 'Waveform' })).toBeVisible();
});

test('the ledger leaves as calendar entries and as a table, which say what it says', async ({ bench }) => {
  const { refund, first } = await aLedger(bench.library);
  const { electron, window } = await bench.open();
  const { list } = await openLedger(window);
  await expect(list('Overdue')).toHaveCount(1);
  const place = (name: string) => join(bench.profile, name);
  const calendarOf = async (name: string) => {
    const unfolded = (await readFile(place(name), 'utf8')).replaceAll('\r\n ', '');
    return unfolded
      .split('BEGIN:VEVENT\r\n')
      .slice(1)
      .map((event) =>
        Object.fromEntries(event.split('\r\n').map((line) => line.split(/:(.*)/s).slice(0, 2))),
      );
  };

  await choosePlace(electron, place('all.ics'));
  await window.getByRole('button', { name: /as a calendar file/ }).click();
  await expect(window.getByText('Saved as all.ics')).toBeVisible();
  const events = await calendarOf('all.ics');
  const compact = (day: string) => day.replaceAll('-', '');
  expect(events.map((event) => event['DTSTART;VALUE=DATE'])).toEqual(
    [-3, 0, 4, 60].map((days) => compact(inDays(days))),
  );
  expect(events[0]).toMatchObject({
    UID: `${first.id}-${refund.id}@on-record`,
    SUMMARY: 'Northwind Telecom: Refund of the double bill to my card within five working days',
  });

  // The ending is left to the user by the dialogs of some desktops.
  await choosePlace(electron, place('one'));
  await list('Overdue').getByRole('link').focus();
  await window.keyboard.press('c');
  await expect(window.getByText('Saved as one.ics')).toBeVisible();
  expect((await calendarOf('one.ics')).map(({ UID }) => UID)).toEqual([events[0]!['UID']]);

  await choosePlace(electron, place('ledger.csv'));
  await window.getByRole('button', { name: /as a table/ }).click();
  await expect(window.getByText('Saved as ledger.csv')).toBeVisible();
  const table = await readFile(place('ledger.csv'), 'utf8');
  expect(table.startsWith('\uFEFFDue,Status,Company,')).toBe(true);
  expect(table).toContain(
    `${inDays(60)},Open,Contoso Energy,"'=Price stays as it is, ""for good"", they said",,35.5,EUR,`,
  );
  expect(table.trimEnd().split('\r\n')).toHaveLength(1 + 7);

  await choosePlace(electron, join(bench.profile, 'no such folder', 'ledger.csv'));
  await window.getByRole('button', { name: /as a table/ }).click();
  await expect(window.getByText('The file could not be saved there.')).toBeVisible();
});

test('an empty ledger teaches, one that cannot be read says so, and a verdict that cannot be kept does not count', async ({
  bench,
}) => {
  const empty = await bench.open();
  await openLedger(empty.window);
  await expect(empty.window.getByRole('heading', { name: 'No promises yet' })).toBeVisible();
  await look(empty.window, 'promises-empty');
  await empty.quit();

  const promise = makePromise('Refund', { due: inDays(-1) });
  const folder = await keep(
    bench.library,
    makeCall({ company: 'Northwind', marks: [promise], startedAt: at(-5) }),
  );
  const { electron, window } = await bench.open();
  const { list } = await openLedger(window);
  await expect(list('Overdue')).toHaveCount(1);
  await window.getByRole('searchbox', { name: 'Company' }).fill('nobody');
  await expect(window.getByRole('heading', { name: /like “nobody”/ })).toBeVisible();
  await window.getByRole('button', { name: 'Show all companies' }).last().click();

  await writeFile(join(folder, 'call.json'), '{ "half": ');
  await list('Overdue').getByRole('link').focus();
  await window.keyboard.press('k');
  await expect(window.getByText('This call’s file cannot be read.')).toBeVisible();
  await expect(list('Overdue').getByRole('combobox')).toHaveValue('open');
  expect(await readFile(join(folder, 'call.json'), 'utf8')).toBe('{ "half": ');

  await electron.evaluate(({ ipcMain }) => {
    ipcMain.removeHandler('promises:summary');
    ipcMain.handle('promises:summary', () => ({ ok: false, code: 'unexpected', message: 'no' }));
  });
  await window.getByRole('searchbox', { name: 'Company' }).fill('n');
  await expect(window.getByRole('main').getByRole('alert')).toContainText('Something went wrong');
  await look(window, 'promises-failing');
});
