// Right after a call: what is best written down at once, and a letter that repeats what was promised.
import type { Page } from '@playwright/test';
import { callsOnDisk, expect, test } from '../support/app.ts';
import { keepCall } from '../support/keep-call.ts';
import { tabTo } from '../support/keyboard.ts';
import { look } from '../support/look.ts';
import { makeCall, makeMark, makePromise } from '../support/make-call.ts';
import { bothSidesLive, bothTalk, record, recordedFor, stop } from '../support/story.ts';

async function promise(window: Page, words: string): Promise<void> {
  await window.keyboard.press('p');
  await window.keyboard.type(words);
  await window.keyboard.press('Enter');
  await expect(window.getByRole('list', { name: 'Marks' })).toContainText('$120.00');
}

test('the wrap-up card is filled in by keyboard alone, and every word is in the call', async ({ bench }) => {
  const { window } = await bench.open();
  await bothTalk(bench.sound);
  await bothSidesLive(window);
  await window.getByRole('textbox', { name: 'Company' }).fill('Northwind Telecom');
  await record(window);
  await recordedFor(window, 1);
  await promise(window, 'Refund of $120 by tomorrow');
  await window.keyboard.press('Control+Shift+R');

  const outcome = window.getByRole('combobox', { name: 'Outcome' });
  await expect(outcome).toBeVisible();
  await look(window, 'wrap-up');
  await tabTo(window, /^Outcome/);
  await window.keyboard.type('Foll');
  await window.keyboard.press('Tab');
  await window.keyboard.type('Call on Friday');
  await window.keyboard.press('Tab');
  await window.keyboard.type('Billed twice');
  await window.keyboard.press('Tab');
  await window.keyboard.press('End');
  await window.keyboard.type(', promised twice');
  await tabTo(window, /^Done$/, { back: true });
  await window.keyboard.press('Enter');
  await expect(outcome).toBeHidden();
  await expect(window.getByText(/^Saved: .* with Northwind Telecom$/)).toBeVisible();

  await expect
    .poll(async () => (await callsOnDisk(bench.library))[0]!.call)
    .toMatchObject({
      outcome: 'follow-up',
      nextStep: 'Call on Friday',
      case: 'Billed twice',
      marks: [{ text: 'Refund of $120 by tomorrow, promised twice', promise: { amount: { value: 120 } } }],
    });
});

test('a letter is drafted from the promises, changed, copied, opened in mail, and its time kept with the call', async ({
  bench,
}) => {
  const { electron, window } = await bench.open();
  await bothTalk(bench.sound);
  await bothSidesLive(window);
  await record(window);
  await recordedFor(window, 1);
  await promise(window, 'Refund of $120 by 3 December 2030');
  await stop(window);
  await window.getByRole('link', { name: 'Open the call' }).click();

  await window.getByRole('button', { name: 'Write it…' }).click();
  const letter = window.getByRole('textbox', { name: 'The letter' });
  await expect(letter).toHaveValue(/On our call today at .* I was promised:/);
  await expect(letter).toHaveValue(
    /- Refund of \$120 by 3 December 2030 \(by Tuesday, December 3, 2030, \$120\.00\)/,
  );
  expect(await letter.inputValue()).not.toContain('Reference');
  await look(window, 'letter');
  await letter.press('Control+End');
  await letter.pressSequentially('\nAda');
  await window.getByRole('button', { name: 'Copy' }).click();
  await expect(window.getByText(/^Copied /)).toBeVisible();
  const copied = await electron.evaluate(({ clipboard }) => clipboard.readText());
  expect(copied).toMatch(/Kind regards\nAda$/);

  // The system's own mail program is where the app ends: what it is asked to open is looked at.
  await electron.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    shell.openExternal = (url) => Promise.resolve(void opened.push(url));
  });
  await window.getByRole('button', { name: 'Write it…' }).click();
  await window.getByRole('button', { name: 'Open in mail' }).click();
  await expect(window.getByText(/^Opened in mail /)).toBeVisible();
  const [address] = await electron.evaluate(() => (globalThis as unknown as { opened: string[] }).opened);
  const mail = new URL(address!);
  expect(mail.protocol).toBe('mailto:');
  expect([...mail.searchParams.keys()]).toEqual(['subject', 'body']);
  expect(mail.searchParams.get('body')).toContain('Refund of $120');

  const [saved] = await callsOnDisk(bench.library);
  expect(saved!.call.confirmations).toMatchObject([{ how: 'copied', text: copied }, { how: 'mail' }]);
});

test('the letter follows the user’s own template, and the app’s again when that is taken back', async ({
  bench,
}) => {
  const marks = [
    makePromise('A new router', { due: '2030-01-02', who: 'Maria' }),
    makePromise('A call back', { status: 'withdrawn' }),
    makeMark({ kind: 'reference', text: 'NW-2093' }),
  ];
  await keepCall(bench.library, makeCall({ company: 'Northwind Telecom', marks }));
  const { window } = await bench.open();
  const template = window.getByRole('textbox', { name: 'Letter after a call' });
  const letter = window.getByRole('textbox', { name: 'The letter' });
  const write = async () => {
    await window.getByRole('link', { name: /^Calls/ }).click();
    await window.getByRole('list', { name: 'Calls' }).getByText('Northwind Telecom').click();
    await window.getByRole('button', { name: 'Write it…' }).click();
  };
  await window.getByRole('link', { name: 'Settings' }).click();
  await template.fill('To {company}:\n{promises}\nAgents: {agents}\nYours, Ada');
  await template.blur();
  await write();
  await expect(letter).toHaveValue(
    'To Northwind Telecom:\n- A new router (by Wednesday, January 2, 2030, said by Maria)\nYours, Ada',
  );
  await window.keyboard.press('Escape');
  await window.getByRole('link', { name: 'Settings' }).click();
  await window.getByRole('button', { name: 'Use the app’s own words' }).click();
  await expect(template).toHaveValue(/^Hello,/);
  await write();
  await expect(letter).toHaveValue(/^Hello,[\s\S]*Reference: NW-2093/);
});
