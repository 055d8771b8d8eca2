// One box that answers "what did that company tell me?": the language of its line, its controls, and what is found.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Call } from '../../contract/call.ts';
import { expect, test } from '../support/app.ts';
import { decode, toneLevel } from '../support/listen.ts';
import { look } from '../support/look.ts';
import { makeCall, makeMark, makePromise } from '../support/make-call.ts';
import { makeOgg } from '../support/make-ogg.ts';
import { devices, tones } from '../support/sound-server.ts';

async function put(library: string, call: Call): Promise<string> {
  const folder = join(library, 'calls', call.startedAt.slice(0, 4), call.id);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'call.json'), JSON.stringify(call));
  return folder;
}

const companies = ['Northwind Telecom', 'Contoso Bank', 'Fabrikam Energy', 'Adventure Airlines', 'Tailspin'];
const outcomes = ['resolved', 'unresolved', 'follow-up', 'refused', null] as const;

/** So many calls, over two years and more; one of them, with sound, holds what is looked for. */
async function putMany(library: string, count: number): Promise<void> {
  const others = Array.from({ length: count - 1 }, (_, at) =>
    makeCall({
      company: companies[at % companies.length]!,
      outcome: outcomes[at % outcomes.length]!,
      startedAt: new Date(Date.UTC(2024, 9, 1) + at * 58 * 3_600_000).toISOString(),
      durationMs: (3 + (at % 40)) * 60_000,
      case: at % 4 === 0 ? 'Line rental' : '',
      marks: [
        makeMark({ kind: 'agent', text: ['Maria', 'Tom', 'Aisha'][at % 3]!, fromMs: 4_000, toMs: 9_000 }),
        makeMark({ text: at % 5 === 0 ? 'They spoke of a refund, nothing fixed' : 'Transferred twice' }),
        ...(at % 7 === 0 ? [makePromise('A letter within ten days', { due: '2099-01-01' })] : []),
        ...(at % 11 === 0 ? [makePromise('Price lock until March', { status: 'kept' })] : []),
      ],
    }),
  );
  await Promise.all(others.map((call) => put(library, call)));
  const sought = makeCall({
    company: 'Northwind Telecom',
    outcome: 'unresolved',
    startedAt: '2026-02-03T10:00:00.000Z',
    durationMs: 6_000,
    marks: [
      makeMark({ kind: 'reference', text: 'NW-2093-881', fromMs: 200, toMs: 400 }),
      {
        ...makePromise('Refund of $120 to my card within five working days', { due: '2026-02-10' }),
        fromMs: 1_000,
        toMs: 5_500,
      },
    ],
  });
  const folder = await put(library, sought);
  await writeFile(join(folder, 'audio.ogg'), await makeOgg(folder, 6));
}

const boxOf = (window: Page) => window.getByRole('searchbox', { name: 'Search calls' });
const rowsOf = (window: Page) => window.getByRole('list', { name: 'Calls' }).getByRole('listitem');
const optionsOf = (window: Page) => window.getByRole('listbox', { name: 'Completions' }).getByRole('option');
const chipsOf = (window: Page) => window.getByRole('list', { name: 'Filters' }).getByRole('listitem');

/** Presses Tab until what has the focus is called so. */
async function tabTo(window: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    const focused = await window.evaluate(() => {
      const one = document.activeElement;
      return `${one?.getAttribute('aria-label') ?? ''} ${one?.textContent ?? ''}`.trim();
    });
    if (name.test(focused)) return;
    await window.keyboard.press('Tab');
  }
  throw new Error(`Tab never reached ${String(name)}`);
}

test('among 300 calls a promise is found, heard and kept as a search, by keyboard alone', async ({
  bench,
}) => {
  test.setTimeout(120_000);
  await putMany(bench.library, 300);
  const first = await bench.open();
  const { window } = first;
  const { keyboard } = window;
  const box = boxOf(window);
  await tabTo(window, /^Calls/);
  await keyboard.press('Enter');
  await expect(window.getByText('300 calls')).toBeVisible();

  await test.step('the line is completed while it is typed', async () => {
    await keyboard.press('/');
    await keyboard.type('com');
    await expect(window.getByRole('option', { name: /company:/ })).toBeVisible();
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await expect(optionsOf(window)).toHaveCount(5);
    await look(window, 'search-completing');
    await keyboard.type('tele');
    await expect(optionsOf(window)).toHaveCount(1);
    await keyboard.press('Enter');
    await expect(box).toHaveValue('company:"Northwind Telecom" ');
    await expect(chipsOf(window)).toHaveText(['Company Northwind Telecom']);
    await keyboard.type('refund promise:ove');
    await expect(window.getByRole('option', { name: /overdue/ })).toHaveAttribute('aria-selected', 'true');
    await keyboard.press('Tab');
    await expect(box).toHaveValue('company:"Northwind Telecom" refund promise:overdue ');
    await expect(chipsOf(window)).toHaveText(['Company Northwind Telecom', 'Promise overdue']);
  });

  await test.step('the moment that was meant is shown, and heard where it stands', async () => {
    await expect(rowsOf(window)).toHaveCount(1);
    await expect(rowsOf(window).locator('mark')).toHaveText(['Northwind Telecom', 'Refund']);
    await look(window, 'search-found');
    await keyboard.press('ArrowDown');
    const hearing = bench.sound.record(devices.speakersMonitor, 2);
    await keyboard.press('Space');
    await expect(window.getByRole('button', { name: 'Stop playing' })).toBeVisible();
    const heard = await decode(await hearing);
    expect(toneLevel(heard.channels[1]!, heard.sampleRateHz, tones.themHz)).toBeGreaterThan(0.005);
    await keyboard.press('Escape');
    await expect(window.getByRole('button', { name: 'Play the moment at 00:01' })).toBeVisible();
  });

  await test.step('the search gets a name, and is there under the empty box, at the next start too', async () => {
    await keyboard.press('/');
    await tabTo(window, /^Saved searches/);
    await keyboard.press('Enter');
    await keyboard.type('Where is my refund');
    await keyboard.press('Enter');
    await expect(window.getByRole('button', { name: 'Rename Where is my refund' })).toBeVisible();
    const sheet = window.getByRole('dialog', { name: 'Saved searches' });
    await expect(sheet).toBeFocused();
    await keyboard.press('Escape');
    await expect(sheet).toHaveCount(0);
    await keyboard.press('/');
    await keyboard.press('Escape');
    await expect(box).toHaveValue('');
    await first.quit();
  });

  const again = (await bench.open()).window;
  await again.getByRole('link', { name: /^Calls/ }).click();
  await again.getByRole('button', { name: 'Where is my refund' }).click();
  await expect(boxOf(again)).toHaveValue('company:"Northwind Telecom" refund promise:overdue');
  await expect(rowsOf(again)).toHaveCount(1);
  await rowsOf(again).getByRole('link', { name: /00:01/ }).click();
  await expect(again.getByRole('region', { name: 'Waveform' })).toBeVisible();
});

test('every filter has a control that writes it, and each control shows what the line says', async ({
  bench,
}) => {
  test.setTimeout(120_000);
  await putMany(bench.library, 60);
  const { window } = await bench.open();
  await window.getByRole('link', { name: /^Calls/ }).click();
  const box = boxOf(window);
  const outcome = window.getByRole('combobox', { name: 'Outcome' });
  const date = window.getByRole('combobox', { name: 'Date', exact: true });

  await outcome.selectOption('Follow-up');
  await expect(box).toHaveValue('outcome:follow-up');
  await date.selectOption('From … until …');
  await window.getByLabel('From', { exact: true }).fill('2025-01-01');
  await window.getByLabel('Until', { exact: true }).fill('2025-12-31');
  await expect(box).toHaveValue('outcome:follow-up on:2025-01-01..2025-12-31');
  await expect(chipsOf(window)).toHaveText(['Follow-up', /2025/]);

  await window.getByRole('button', { name: /^Filters/ }).click();
  const sheet = window.getByRole('dialog', { name: 'Filters' });
  await sheet.getByRole('textbox', { name: 'Company' }).pressSequentially('fabri');
  await window.getByRole('option', { name: /Fabrikam Energy/ }).click();
  await sheet.getByRole('textbox', { name: 'Agent' }).pressSequentially('tom');
  await sheet.getByRole('combobox', { name: 'Has a mark' }).selectOption('Note');
  await sheet.getByRole('combobox', { name: 'Longer than' }).selectOption('10 min');
  await look(window, 'search-filters');
  await window.keyboard.press('Escape');
  await expect(box).toHaveValue(
    'outcome:follow-up on:2025-01-01..2025-12-31 company:"Fabrikam Energy" agent:tom mark:note longer:10m',
  );
  await expect(rowsOf(window).first()).toContainText('Fabrikam Energy');

  await window.getByRole('button', { name: 'Remove Follow-up' }).click();
  await expect(outcome).toHaveValue('any');
  await expect(chipsOf(window)).toHaveCount(5);
  await box.fill('outcome:res on:last-7-days');
  await expect(outcome).toHaveValue('resolved');
  await expect(date).toHaveValue('last-7');
  await box.fill('outcome:resolved outcome:refused after:2025');
  await expect(outcome).toHaveValue('several');
  await expect(date).toHaveValue('custom');

  await box.fill('before:soon promise:maybe refund');
  await expect(chipsOf(window)).toHaveText([
    /before:soon.*no day: write/,
    /promise:maybe.*promises are open/,
  ]);
  await expect(rowsOf(window).first()).toBeVisible();
  await look(window, 'search-wrong');

  await box.fill('company:nortwind');
  await expect(window.getByText('Nothing is called “nortwind”. Showing Northwind Telecom.')).toBeVisible();
  await expect(rowsOf(window).first()).toContainText('Northwind Telecom');

  await box.fill('zebra outcome:resolved');
  await expect(window.getByText('Nothing found for “zebra” with these filters')).toBeVisible();
  await look(window, 'search-nothing');
  await window.getByRole('button', { name: 'Clear search and filters' }).click();
  await expect(box).toHaveValue('');

  await window.getByRole('button', { name: 'How to search' }).click();
  await expect(window.getByRole('dialog', { name: 'How to search' })).toContainText('company:');
  await look(window, 'search-help');
  await window.getByRole('button', { name: /promise:overdue/ }).click();
  await expect(box).toHaveValue('promise:overdue');
  await expect(box).toBeFocused();
  await expect(rowsOf(window)).toHaveCount(1);

  await window.getByRole('button', { name: 'Saved searches' }).click();
  await window.getByRole('textbox', { name: 'Name this search' }).fill('Overdue');
  await window.keyboard.press('Enter');
  await window.getByRole('button', { name: 'Rename Overdue' }).click();
  await window.getByRole('textbox', { name: 'New name of Overdue' }).fill('They owe me');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('button', { name: 'Rename They owe me' })).toBeVisible();
  await look(window, 'search-saved');
  await window.getByRole('button', { name: 'Remove They owe me' }).click();
  await window.getByRole('button', { name: 'Undo' }).click();
  await box.fill('');
  await expect(window.getByRole('button', { name: 'They owe me' })).toBeVisible();
});

/** What a call says, what is typed, and the words that are marked. */
const scripts: readonly [name: string, text: string, typed: string, marked: readonly string[]][] = [
  ['German', 'Rückzahlung an die Große Straße 7', 'ruckzahlung strasse', ['Rückzahlung', 'Straße']],
  ['Polish', 'Zwrot na kartę do końca łącza', 'karte lacza', ['kartę', 'łącza']],
  ['Greek', 'Η ΕΠΙΣΤΡΟΦΗ ΧΡΗΜΑΤΩΝ ΤΟΥΣ ΣΕ ΠΕΝΤΕ ΗΜΕΡΕΣ', 'ημέρες χρημάτων', ['ΧΡΗΜΑΤΩΝ', 'ΗΜΕΡΕΣ']],
  ['Japanese', '五日以内に返金します', '返金', ['返金']],
  ['Arabic', 'سَيُعَادُ المَبْلَغُ خلال خمســة أيّام', 'المبلغ خمسة', ['المَبْلَغُ', 'خمســة']],
  ['emoji', 'they said 🎉 refund 👍🏽', '🎉', ['🎉']],
];

test('calls are found in any script, however the words are typed, and the words are marked', async ({
  bench,
}) => {
  for (const [name, text] of scripts)
    await put(bench.library, makeCall({ company: name, marks: [makePromise(text)] }));
  const { window } = await bench.open();
  await window.getByRole('link', { name: /^Calls/ }).click();
  await expect(rowsOf(window)).toHaveCount(scripts.length);
  for (const [name, text, typed, marked] of scripts) {
    for (const line of [typed, `mark:promise ${typed}`, `"${text.split(' ')[0]!}" company:${name}`]) {
      await boxOf(window).fill(line);
      await expect(rowsOf(window), line).toHaveCount(1);
      await expect(rowsOf(window).first()).toContainText(name);
    }
    await boxOf(window).fill(typed);
    await expect(rowsOf(window).locator('mark')).toHaveText([...marked]);
  }
  await boxOf(window).fill('promise:open');
  await expect(rowsOf(window)).toHaveCount(scripts.length);
});
