// A slip of the hand in mid-call costs nothing, and each kind of mark reaches back as far as the user wants.
import { callsOnDisk, expect, test } from '../support/app.ts';
import { look } from '../support/look.ts';
import { bothSidesLive, bothTalk, record, recordedFor, stop } from '../support/story.ts';

test('a key held down takes back one mark, its words can be had again, and text keeps its own undo', async ({
  bench,
}) => {
  const { window } = await bench.open();
  const { keyboard } = window;
  await bothTalk(bench.sound);
  await bothSidesLive(window);
  await record(window);
  await recordedFor(window, 1);
  const marks = window.getByRole('list', { name: 'Marks' }).getByRole('listitem');
  const words = 'Refund of $120 by the end of the week';

  await keyboard.press('t');
  await expect(marks).toHaveCount(1);
  await keyboard.press('Escape');
  await keyboard.press('p');
  await expect(marks).toHaveCount(2);
  await keyboard.type('Re');
  await keyboard.press('Control+z');
  await expect(marks).toHaveCount(2);
  await marks.first().getByRole('textbox').fill(words);
  await expect(marks.first().getByRole('button', { name: 'Accept: $120.00' })).toBeVisible();
  await expect(marks.first().getByRole('button', { name: /^Accept: Due Fri/ })).toBeVisible();
  await look(window, 'promise-offered');

  await test.step('by a click while its words are being typed', async () => {
    await marks.first().getByRole('textbox').pressSequentially('!');
    await window.getByRole('button', { name: 'Undo the last mark' }).click();
    await expect(marks).toHaveCount(1);
    await window.getByRole('alertdialog').getByRole('button', { name: 'Undo' }).click();
    await expect(marks).toHaveCount(2);
    await expect(marks.first().getByRole('textbox')).toHaveValue(`${words}!`);
  });

  await test.step('by a key held down', async () => {
    await keyboard.press('n');
    await expect(marks).toHaveCount(3);
    await keyboard.press('Escape');
    await keyboard.down('Control');
    for (let repeats = 0; repeats < 5; repeats += 1) await keyboard.down('z');
    await keyboard.up('z');
    await keyboard.up('Control');
    await expect(window.getByText(/taken back$/)).toBeVisible();
    await expect(marks).toHaveCount(2);
  });

  await stop(window);
  const [saved] = await callsOnDisk(bench.library);
  const promise = saved!.call.marks.find(({ kind }) => kind === 'promise');
  expect(saved!.call.marks).toHaveLength(2);
  expect(promise).toMatchObject({ text: `${words}!`, promise: { due: null, amount: null, status: 'open' } });
});

test('how far back a mark reaches is set for each kind', async ({ bench }) => {
  const { window } = await bench.open();
  await window.getByRole('link', { name: /^Settings/ }).click();
  const reach = window.getByRole('group', { name: 'How far back a mark reaches' });
  await reach.getByRole('combobox', { name: 'Note' }).selectOption('0');
  await reach.getByRole('combobox', { name: 'Transferred' }).selectOption('60');
  await look(window, 'settings-reach');
  await window.getByRole('link', { name: /^Recording/ }).click();
  await bothSidesLive(window);
  await record(window);
  await recordedFor(window, 1);
  const marks = window.getByRole('list', { name: 'Marks' }).getByRole('listitem');
  await window.keyboard.press('n');
  await expect(marks).toHaveCount(1);
  await window.keyboard.press('Escape');
  await window.keyboard.press('t');
  await expect(marks).toHaveCount(2);
  await window.keyboard.press('Escape');
  await stop(window);
  const [saved] = await callsOnDisk(bench.library);
  const [transfer, note] = saved!.call.marks;
  expect(transfer).toMatchObject({ kind: 'transfer', fromMs: 0 });
  expect(note!.fromMs).toBe(note!.toMs);
  expect(note!.toMs).toBeGreaterThan(500);
});
