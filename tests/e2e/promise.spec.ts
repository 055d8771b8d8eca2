// A promise in a stressed person's words becomes a day and an amount, seen before it counts, and is kept with who said it.
import { callsOnDisk, expect, test } from '../support/app.ts';
import { look } from '../support/look.ts';
import { bothSidesLive, bothTalk, record, recordedFor, stop } from '../support/story.ts';

test('the day, the amount and the agent of a promise are understood, accepted, judged and kept', async ({
  bench,
}) => {
  const { window } = await bench.open();
  await bothTalk(bench.sound);
  await bothSidesLive(window);
  await window.getByRole('textbox', { name: 'Company' }).fill('Northwind Telecom');
  await record(window);
  await recordedFor(window, 1);
  const marks = window.getByRole('list', { name: 'Marks' }).getByRole('listitem');

  await window.keyboard.press('a');
  await expect(marks).toHaveCount(1);
  await window.keyboard.type('Maria');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('button', { name: 'Agent name' })).toContainText('Maria');

  await window.keyboard.press('p');
  await expect(marks).toHaveCount(2);
  await window.keyboard.type('Refund of $120 by tomorrow');
  const offer = marks.first().getByRole('button', { name: /^Accept: Due / });
  await expect(offer).toBeVisible();
  await expect(marks.first().getByRole('button', { name: 'Accept: $120.00' })).toBeVisible();
  await expect(marks.first()).toContainText('from Maria');
  await look(window, 'promise-offered');
  await window.keyboard.press('Enter');
  await expect(offer).toBeHidden();
  await expect(marks.first()).toContainText('$120.00');

  await window.keyboard.press('t');
  await expect(marks).toHaveCount(3);
  await window.keyboard.press('Escape');
  await window.keyboard.press('p');
  await expect(marks).toHaveCount(4);
  await window.keyboard.type('A letter within 5 working days');
  await window.keyboard.press('Escape');
  await recordedFor(window, 3);
  await stop(window);

  const [saved] = await callsOnDisk(bench.library);
  const [first, second] = saved!.call.marks.filter((mark) => mark.promise);
  const tomorrow = new Date(Date.now() + 86_400_000);
  const day = `${tomorrow.getFullYear()}-${String(tomorrow.getMonth() + 1).padStart(2, '0')}-${String(tomorrow.getDate()).padStart(2, '0')}`;
  expect(first!.promise).toEqual({
    who: 'Maria',
    due: day,
    amount: { value: 120, currency: 'USD' },
    status: 'open',
    decidedAt: null,
  });
  // Escape leaves the offer aside; after the transfer nobody is known.
  expect(second!.promise).toMatchObject({ who: '', due: null, amount: null });

  await window.getByRole('link', { name: /^Calls/ }).click();
  await window.getByRole('list', { name: 'Calls' }).getByRole('listitem').first().click();
  const letter = window
    .getByRole('list', { name: 'Marks' })
    .getByRole('listitem')
    .filter({ hasText: 'A letter' });
  await letter.getByRole('button', { name: /^Accept: Due / }).click();
  await expect(letter).toContainText('Due ');
  await letter.getByRole('combobox', { name: /^Promise at/ }).selectOption('Broken');
  await look(window, 'promise-judged');
  await letter.getByRole('button', { name: /^Edit the words/ }).click();
  await window.getByRole('textbox', { name: 'Amount' }).fill('35,50 €');
  await look(window, 'promise-fields');
  await window.getByRole('textbox', { name: 'Promised by' }).fill('Tom');
  await window.getByRole('textbox', { name: 'Promised by' }).blur();
  await expect
    .poll(async () =>
      (await callsOnDisk(bench.library))[0]!.call.marks.find((mark) => mark.text.startsWith('A letter')),
    )
    .toMatchObject({
      promise: { who: 'Tom', status: 'broken', amount: { value: 35.5, currency: 'EUR' } },
    });
  const [kept] = await callsOnDisk(bench.library);
  const judged = kept!.call.marks.find((mark) => mark.text.startsWith('A letter'))!.promise!;
  expect(judged.due! > day).toBe(true);
  expect(Date.now() - Date.parse(judged.decidedAt!)).toBeLessThan(60_000);
});
