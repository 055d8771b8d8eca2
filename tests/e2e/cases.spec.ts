// A dispute as a whole: its calls, letters and screenshots on one timeline, what is wanted and offered, and a clock.
import type { Page } from '@playwright/test';
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Call } from '../../contract/call.ts';
import type { CaseFile } from '../../contract/cases.ts';
import { callsOnDisk, expect, test } from '../support/app.ts';
import { look } from '../support/look.ts';
import { makeCall, makeMark, makePromise } from '../support/make-call.ts';
import { makeCase, makeRule } from '../support/make-case.ts';
import { makeOgg } from '../support/make-ogg.ts';

const name = 'Refund of $120';

async function put(library: string, call: Call, seconds = 0): Promise<void> {
  const folder = join(library, 'calls', call.startedAt.slice(0, 4), call.id);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'call.json'), JSON.stringify(call));
  if (seconds > 0) await writeFile(join(folder, 'audio.ogg'), await makeOgg(folder, seconds));
}

interface CaseOnDisk {
  folder: string;
  file: CaseFile;
}

async function casesOnDisk(library: string): Promise<CaseOnDisk[]> {
  const ids = await readdir(join(library, 'cases')).catch(() => [] as string[]);
  return Promise.all(
    ids.map(async (id) => {
      const folder = join(library, 'cases', id);
      return { folder, file: JSON.parse(await readFile(join(folder, 'case.json'), 'utf8')) as CaseFile };
    }),
  );
}

const theCase = async (library: string) => (await casesOnDisk(library))[0]?.file;

async function openCase(window: Page, called = name): Promise<void> {
  await window.getByRole('link', { name: 'Cases' }).click();
  await window.getByRole('link', { name: called }).click();
  await expect(window.getByRole('textbox', { name: 'Name of the case' })).toHaveValue(called);
}

/** A picture as a screenshot would be: a window of some colours. */
const picture = (window: Page): Promise<Buffer> => window.screenshot({ type: 'png' });
const letter = Buffer.from('%PDF-1.4\n% A letter from Northwind.\n%%EOF\n');

const threeCalls = (): Call[] => [
  makeCall({
    case: name,
    startedAt: '2026-09-12T15:00:00.000Z',
    outcome: 'refused',
    notes: 'They said the fee was correct and would not look at the bill again.',
  }),
  makeCall({
    case: 'refund of $120',
    startedAt: '2026-11-09T15:00:00.000Z',
    outcome: 'follow-up',
    durationMs: 6_000,
    marks: [
      {
        ...makePromise('Refund of $120 within two weeks', {
          due: '2026-11-20',
          amount: { value: 120, currency: 'USD' },
        }),
        fromMs: 500,
        toMs: 4_500,
      },
      makeMark({ kind: 'agent', text: 'Maria', fromMs: 100, toMs: 200 }),
      makeMark({ kind: 'reference', text: 'NW-2093-881', fromMs: 300, toMs: 400 }),
    ],
    confirmations: [
      { at: '2026-11-09T16:00:00.000Z', how: 'mail', text: 'On our call today your agent said …' },
    ],
  }),
  makeCall({
    case: name,
    startedAt: '2026-11-18T15:00:00.000Z',
    outcome: 'unresolved',
    marks: [
      makePromise('A call back from the billing team', {
        due: '2026-11-20',
        status: 'broken',
        decidedAt: '2026-11-21T10:00:00.000Z',
      }),
    ],
  }),
];

test('a dispute becomes one story: three calls, a letter and a screenshot, an offer, the next step, and a clock', async ({
  bench,
}) => {
  for (const call of threeCalls()) await put(bench.library, call, call.durationMs === 6_000 ? 6 : 0);
  await put(
    bench.library,
    makeCall({
      case: 'Router that never came',
      company: 'Contoso Broadband',
      startedAt: '2026-10-01T15:00:00.000Z',
    }),
  );
  const { window } = await bench.open();
  await openCase(window);

  await window
    .getByRole('textbox', { name: 'What I want' })
    .fill('The $120 early-exit fee refunded to my card.');
  await window.getByRole('textbox', { name: 'Add an offer' }).fill('$60 off the next bill');
  await window.keyboard.press('Enter');
  const offers = window.getByRole('list', { name: 'What was offered' });
  await offers.getByRole('button', { name: 'Accept: $60.00' }).click();
  await window.getByRole('textbox', { name: 'Next step' }).fill('Write to their complaints team');
  await window.getByLabel('Do it by').fill('2026-11-20');
  await window.keyboard.press('Tab');
  await expect
    .poll(() => theCase(bench.library))
    .toMatchObject({
      name,
      status: 'open',
      want: 'The $120 early-exit fee refunded to my card.',
      nextStep: { text: 'Write to their complaints team', due: '2026-11-20' },
      offers: [{ text: '$60 off the next bill', amount: { value: 60, currency: 'USD' } }],
    });

  const shot = await picture(window);
  await window.locator('input[type=file]').setInputFiles([
    { name: 'bill: november.png', mimeType: 'image/png', buffer: shot },
    { name: 'CON.pdf', mimeType: 'application/pdf', buffer: letter },
  ]);
  const timeline = window.getByRole('list', { name: 'Timeline' });
  await expect(timeline.getByText('Unchanged')).toHaveCount(2);
  const [{ folder, file }] = (await casesOnDisk(bench.library)) as [CaseOnDisk];
  expect(file.files).toMatchObject([
    { name: 'bill_ november.png', mediaType: 'image/png', bytes: shot.length },
    { name: '_CON.pdf', mediaType: 'application/pdf', bytes: letter.length },
  ]);
  for (const [at, bytes] of [shot, letter].entries()) {
    const copy = await readFile(join(folder, 'files', file.files[at]!.name));
    expect(copy.equals(bytes)).toBe(true);
    expect(file.files[at]!.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
  }
  expect((await readdir(join(folder, 'files'))).sort()).toEqual(['_CON.pdf', 'bill_ november.png']);
  await expect
    .poll(() => timeline.locator('img').evaluate((image) => (image as HTMLImageElement).naturalWidth))
    .toBeGreaterThan(0);

  await window
    .getByRole('textbox', { name: 'Add a note' })
    .fill('The fee stands on the November bill again.');
  await window.keyboard.press('Control+Enter');
  await expect(timeline.getByRole('textbox', { name: 'Note', exact: true })).toHaveValue(
    'The fee stands on the November bill again.',
  );
  // The letter came earlier than it was added.
  await timeline.getByLabel('Day of “_CON.pdf”').fill('2026-10-02');
  await window.keyboard.press('Tab');
  await expect.poll(async () => (await theCase(bench.library))?.files[1]?.on).toBe('2026-10-02');
  const kinds = () =>
    timeline.locator('[data-kind]').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-kind')));
  await expect.poll(kinds).toEqual(['note', 'file', 'offer', 'call', 'letter', 'call', 'file', 'call']);
  await window.getByRole('button', { name: /Order/ }).click();
  expect(await kinds()).toEqual(['call', 'file', 'call', 'letter', 'call', 'offer', 'file', 'note']);
  await window.getByRole('button', { name: /Order/ }).click();
  await expect(timeline).toContainText('with Maria · reference NW-2093-881');
  await expect(timeline).toContainText('Broken');

  await timeline.getByRole('button', { name: 'Hear “Refund of $120 within two weeks”' }).click();
  await expect(timeline.getByRole('button', { name: 'Stop' })).toBeVisible();

  const clock = window.getByRole('region', { name: 'Escalation clock' });
  await clock.getByRole('combobox', { name: 'Add a rule' }).selectOption({
    label: 'United Kingdom, Phone, mobile and broadband: Independent dispute scheme for telecoms',
  });
  await clock.getByRole('button', { name: 'Add it' }).click();
  await expect(clock).toContainText('May be open to you since Sat, Oct 24');
  await clock.getByLabel('First complaint').fill('2026-11-17');
  await window.keyboard.press('Enter');
  await expect(clock).toContainText('May be open to you from Tue, Dec 29');
  await expect(clock).toContainText('6 weeks from the day you first complained to the provider');
  await expect(clock).toContainText('Ofcom');
  await expect(clock).toContainText('not legal advice');
  await clock.getByRole('button', { name: /^Details of/ }).click();
  await clock.getByRole('textbox', { name: 'How long' }).fill('8');
  await window.keyboard.press('Tab');
  await expect(clock).toContainText('May be open to you from Tue, Jan 12, 2027');
  await expect(clock).toContainText('You changed this: the source says 6 weeks.');
  await clock.getByRole('button', { name: /^Details of/ }).click();
  await look(window, 'case');

  await window.getByRole('link', { name: 'Cases' }).click();
  const rows = window.getByRole('list', { name: 'Open cases' }).getByRole('listitem');
  await expect(rows).toHaveCount(2);
  await expect(rows.first()).toContainText(name);
  await expect(rows.first()).toContainText('Write to their complaints team');
  await expect(rows.first()).toContainText('May be open from Jan 12, 2027');
  await expect(rows.first()).toContainText('$120.00');
  await expect(rows.nth(1)).toContainText('No next step yet');
  await look(window, 'cases');

  await openCase(window);
  await clock.getByRole('switch', { name: /^Count / }).press('Space');
  await expect(clock).toContainText('Switched off');
  await clock.getByRole('switch', { name: 'Escalation clock' }).press('Space');
  await expect(clock).toContainText('The clock is off');
  expect((await theCase(bench.library))?.escalation).toMatchObject({
    on: false,
    startedOn: '2026-11-17',
    rules: [{ id: 'uk-telecom-adr', on: false, wait: { count: 8, unit: 'weeks' } }],
  });
  await window.getByRole('link', { name: 'Cases' }).click();
  await expect(rows.first()).not.toContainText('May be open');
});

test('a file that was changed or went away is said, a dropped one is added, and removing one asks first', async ({
  bench,
}) => {
  for (const call of threeCalls().slice(0, 1)) await put(bench.library, call);
  const first = await bench.open();
  await openCase(first.window);
  const files = first.window.locator('input[type=file]');
  await files.setInputFiles([
    { name: 'bill.png', mimeType: 'image/png', buffer: await picture(first.window) },
    { name: 'letter.pdf', mimeType: 'application/pdf', buffer: letter },
    { name: 'Letter.PDF', mimeType: 'application/pdf', buffer: Buffer.from('another') },
  ]);
  await expect(first.window.getByText('Unchanged')).toHaveCount(3);
  const [{ folder, file }] = (await casesOnDisk(bench.library)) as [CaseOnDisk];
  expect(file.files.map((one) => one.name)).toEqual(['bill.png', 'letter.pdf', 'Letter (2).PDF']);
  // Only what the case lists, and only pictures, can be shown by a page.
  const [shown, paper] = file.files.map(({ id }) => `/pictures/${file.id}/${id}`) as [string, string];
  const served = await first.window.evaluate(
    (paths) =>
      Promise.all(
        paths.map(async (path) => {
          const { status, headers } = await fetch(path);
          return [status, headers.get('content-type'), headers.get('x-content-type-options')];
        }),
      ),
    [shown, paper, `/pictures/${file.id}/case.json`, '/pictures/..%2F..%2Fcalls/x'],
  );
  expect(served).toEqual([
    [200, 'image/png', 'nosniff'],
    ...Array.from({ length: 3 }, () => [404, null, null]),
  ]);
  await first.quit();

  const bytes = await readFile(join(folder, 'files', 'bill.png'));
  bytes[bytes.length - 20]! ^= 1;
  await writeFile(join(folder, 'files', 'bill.png'), bytes);
  await rm(join(folder, 'files', 'letter.pdf'));

  const { window } = await bench.open();
  await openCase(window);
  const timeline = window.getByRole('list', { name: 'Timeline' });
  await expect(timeline.getByText('Changed on disk since it was added')).toHaveCount(1);
  await expect(timeline.getByText('No longer in the case’s folder')).toHaveCount(1);
  await expect(timeline.getByText('Unchanged')).toHaveCount(1);
  await expect(timeline.locator('img')).toHaveCount(0);
  await look(window, 'case-changed-file');

  // As dropped from a file manager, with the bytes in hand.
  const transfer = await window.evaluateHandle(() => {
    const held = new DataTransfer();
    held.items.add(new File(['What they wrote'], '../../../escape.txt', { type: 'text/plain' }));
    return held;
  });
  const page = window.getByRole('main');
  await page.locator('section').first().dispatchEvent('dragover', { dataTransfer: transfer });
  await expect(window.getByText('Drop letters and screenshots here')).toBeVisible();
  await page.locator('section').first().dispatchEvent('drop', { dataTransfer: transfer });
  await expect.poll(async () => (await theCase(bench.library))?.files.at(-1)?.name).toBe('_.._.._escape.txt');
  expect(await readFile(join(folder, 'files', '_.._.._escape.txt'), 'utf8')).toBe('What they wrote');

  await timeline.getByRole('button', { name: 'Remove Letter (2).PDF' }).click();
  const asked = window.getByRole('alertdialog', { name: 'Remove this file?' });
  await asked.getByRole('button', { name: 'Cancel' }).click();
  expect(await readdir(join(folder, 'files'))).toContain('Letter (2).PDF');
  await timeline.getByRole('button', { name: 'Remove Letter (2).PDF' }).click();
  await asked.getByRole('button', { name: 'Remove the file' }).click();
  await expect.poll(() => readdir(join(folder, 'files'))).not.toContain('Letter (2).PDF');
  expect((await theCase(bench.library))?.files.map((one) => one.name)).not.toContain('Letter (2).PDF');
});

test('a case file that cannot be read is said and left; where nothing can be written nothing half-made stays', async ({
  bench,
}) => {
  for (const call of threeCalls()) await put(bench.library, call);
  const first = await bench.open();
  await openCase(first.window);
  await first.window.getByRole('textbox', { name: 'What I want' }).fill('A refund');
  await expect.poll(async () => (await theCase(bench.library))?.want).toBe('A refund');
  const [{ folder }] = (await casesOnDisk(bench.library)) as [CaseOnDisk];
  const path = join(folder, 'case.json');

  // A folder where the files should go: nothing can be copied into it.
  await writeFile(join(folder, 'files'), 'in the way');
  await first.window
    .locator('input[type=file]')
    .setInputFiles({ name: 'letter.pdf', mimeType: 'application/pdf', buffer: letter });
  await expect(first.window.getByText('letter.pdf was not added.')).toBeVisible();
  expect((await readdir(folder)).sort()).toEqual(['case.json', 'files']);
  expect((await theCase(bench.library))?.files).toEqual([]);
  await first.quit();

  const broken = '{ "format": 1, "want": "A ref';
  await writeFile(path, broken);
  const { window } = await bench.open();
  await openCase(window);
  await expect(window.getByText('What you wrote about this case cannot be read.')).toBeVisible();
  await expect(window.getByRole('list', { name: 'Timeline' }).getByRole('listitem').first()).toBeVisible();
  await expect(window.getByRole('textbox', { name: 'What I want' })).toHaveCount(0);
  await look(window, 'case-unreadable');
  await window.getByRole('link', { name: 'Cases' }).click();
  await expect(window.getByText('Its file cannot be read')).toBeVisible();
  await expect(window.getByRole('button', { name: 'Show in folder' })).toBeVisible();
  await look(window, 'cases-unreadable');
  expect(await readFile(path, 'utf8')).toBe(broken);
});

test('a case is begun, named again, closed and opened again by keyboard alone', async ({ bench }) => {
  const { window } = await bench.open();
  await window.getByRole('link', { name: 'Cases' }).click();
  await expect(window.getByText('No cases yet')).toBeVisible();
  await look(window, 'cases-empty');
  const { keyboard } = window;
  const focusOn = async (wanted: RegExp) => {
    const focused = () =>
      window.evaluate(() => {
        const one = document.activeElement;
        return `${one?.getAttribute('aria-label') ?? ''} ${one?.textContent ?? ''}`;
      });
    for (let presses = 0; presses < 60; presses += 1) {
      if (wanted.test(await focused())) return;
      await keyboard.press('Tab');
    }
    throw new Error(`Tab never reached ${String(wanted)}`);
  };
  await focusOn(/New case/);
  await keyboard.press('Enter');
  await expect(window.getByRole('textbox', { name: 'Name of the case' })).toBeFocused();
  await look(window, 'cases-new');
  await keyboard.type('Refund');
  await keyboard.press('Enter');
  await expect(window.getByText('Nothing has happened yet.', { exact: false })).toBeVisible();
  await look(window, 'case-empty');

  await focusOn(/^Name of the case/);
  await keyboard.press('Control+A');
  await keyboard.type('Refund of the fee');
  await keyboard.press('Enter');
  await expect.poll(async () => (await theCase(bench.library))?.name).toBe('Refund of the fee');
  await focusOn(/Add a note/);
  await keyboard.type('They wrote.');
  await keyboard.press('Control+Enter');
  await expect.poll(async () => (await theCase(bench.library))?.notes.length).toBe(1);

  await focusOn(/^ ?Close case/);
  await keyboard.press('Enter');
  await keyboard.type('Refunded in full');
  await keyboard.press('Enter');
  await expect(window.getByRole('button', { name: 'Open again' })).toBeVisible();
  expect(await theCase(bench.library)).toMatchObject({ status: 'closed', ending: 'Refunded in full' });
  await look(window, 'case-closed');
  await focusOn(/^ ?Cases/);
  await keyboard.press('Enter');
  await expect(window.getByText('No open cases.')).toBeVisible();
  await focusOn(/1 closed case/);
  await keyboard.press('Enter');
  await expect(window.getByRole('list', { name: 'Closed cases' })).toContainText('Refunded in full');
  await look(window, 'cases-closed');
  await focusOn(/^ ?Refund of the fee/);
  await keyboard.press('Enter');
  await focusOn(/^ ?Open again/);
  await keyboard.press('Enter');
  await expect.poll(async () => (await theCase(bench.library))?.status).toBe('open');
});

test('a call joins a case on its own screen; rules of one’s own count; a new name of the case reaches all its calls', async ({
  bench,
}) => {
  for (const call of threeCalls().slice(0, 2)) await put(bench.library, call);
  await put(bench.library, makeCall({ startedAt: '2026-11-20T15:00:00.000Z' }));
  const rules = [
    makeRule({ id: 'old', title: 'An old rule', asOf: '2024-01' }),
    makeRule({ id: 'own-day', title: 'An answer', starts: 'own-day', startsWith: 'the day it was sent' }),
  ];
  const escalation = { on: true, startedOn: null, rules };
  const caseFolder = join(bench.library, 'cases', 'case-0001');
  await mkdir(caseFolder, { recursive: true });
  await writeFile(join(caseFolder, 'case.json'), JSON.stringify(makeCase({ name, escalation })));
  const { window } = await bench.open();
  await window.getByRole('link', { name: /^Calls/ }).click();
  await window
    .getByRole('list', { name: 'Calls' })
    .getByRole('link', { name: 'Northwind Telecom' })
    .first()
    .click();
  await window.getByRole('textbox', { name: 'Case', exact: true }).fill('ref');
  await window.getByRole('option', { name }).click();
  await window.getByRole('link', { name: 'Open the case' }).click();
  await expect(window.getByRole('list', { name: 'Timeline' }).locator('[data-kind=call]')).toHaveCount(3);

  const clock = window.getByRole('region', { name: 'Escalation clock' });
  await expect(clock).toContainText('read more than twelve months ago');
  await expect(clock).toContainText('Not counting yet: set the day it was sent.');
  await clock.getByRole('combobox', { name: 'Add a rule' }).selectOption('A rule of your own');
  await clock.getByRole('button', { name: 'Add it' }).click();
  // One field right after the other: neither takes back what the other has just said.
  await clock.getByRole('textbox', { name: 'What comes then' }).fill('Chargeback');
  await clock.getByRole('textbox', { name: 'What to know about it' }).fill('Ask the bank');
  await clock.getByRole('textbox', { name: 'How long' }).fill('120');
  await window.keyboard.press('Tab');
  await expect
    .poll(async () => (await theCase(bench.library))?.escalation.rules.at(-1))
    .toMatchObject({ title: 'Chargeback', opens: 'Ask the bank', wait: { count: 120, unit: 'days' } });

  await window.getByRole('textbox', { name: 'Name of the case' }).fill('Early-exit fee');
  await window.keyboard.press('Enter');
  await expect
    .poll(async () => (await callsOnDisk(bench.library)).map(({ call }) => call.case))
    .toEqual(['Early-exit fee', 'Early-exit fee', 'Early-exit fee']);
  await expect(window.getByRole('list', { name: 'Timeline' }).locator('[data-kind=call]')).toHaveCount(3);
});
