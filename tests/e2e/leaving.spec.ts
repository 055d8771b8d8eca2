// Whoever quits or closes the window right after the last word finds that word again.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { callsOnDisk, expect, test } from '../support/app.ts';
import { keepCall } from '../support/keep-call.ts';
import { makeCall, makePromise } from '../support/make-call.ts';

test('the last words are saved by quitting and by closing the window', async ({ bench }) => {
  const call = makeCall({ case: 'The router', durationMs: 1_000 });
  await keepCall(bench.library, call);

  const first = await bench.open();
  await first.window.evaluate((id) => void (location.hash = `#/call/${id}`), call.id);
  await first.window.getByRole('textbox', { name: 'Notes' }).fill('They said Friday');
  await first.quit();
  const [kept] = await callsOnDisk(bench.library);
  expect(kept!.call.notes).toBe('They said Friday');

  const second = await bench.open();
  await second.window.evaluate(() => void (location.hash = '#/case/The%20router'));
  await second.window.getByRole('textbox', { name: 'What I want' }).fill('A refund');
  const ended = new Promise((resolve) => second.electron.process().once('exit', resolve));
  await second.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .find((one) => one.isVisible())
      ?.close(),
  );
  await ended;
  const [folder] = await readdir(join(bench.library, 'cases'));
  const file = JSON.parse(await readFile(join(bench.library, 'cases', folder!, 'case.json'), 'utf8'));
  expect(file).toMatchObject({ want: 'A refund' });
});

test('words that could not be saved are there to be saved; a note that is not added yet waits', async ({
  bench,
}) => {
  await keepCall(bench.library, makeCall({ case: 'The router', durationMs: 1_000 }));
  const { window } = await bench.open();
  const open = (hash: string) => window.evaluate((to) => void (location.hash = to), hash);
  await open('#/case/The%20router');
  const want = window.getByRole('textbox', { name: 'What I want' });
  await want.fill('A refund');
  await expect.poll(() => readdir(join(bench.library, 'cases')).catch(() => [])).toHaveLength(1);
  const [folder] = await readdir(join(bench.library, 'cases'));
  const path = join(bench.library, 'cases', folder!, 'case.json');
  const written = async () => (JSON.parse(await readFile(path, 'utf8')) as { want: string }).want;
  await expect.poll(written).toBe('A refund');
  const whole = await readFile(path, 'utf8');

  await writeFile(path, '{ "format": 1, ');
  await want.pressSequentially(' of $120');
  const note = window.getByRole('textbox', { name: 'Add a note' });
  await expect(window.getByText('cannot be read').first()).toBeVisible();
  await note.fill('They hung up');
  await note.press('Control+Enter');
  await expect(note).toHaveValue('They hung up');
  await writeFile(path, whole);
  await want.focus();
  await want.blur();
  await expect.poll(written).toBe('A refund of $120');
  await open('#/calls');
  await open('#/case/The%20router');
  await expect(note).toHaveValue('They hung up');
});

test('what is written in a box is saved where the screen goes from under it', async ({ bench }) => {
  const call = makeCall({ durationMs: 60_000, marks: [makePromise('A refund')] });
  await keepCall(bench.library, call);
  const { window, quit } = await bench.open();
  const open = (hash: string) => window.evaluate((to) => void (location.hash = to), hash);
  const promise = async () => (await callsOnDisk(bench.library))[0]!.call.marks[0]!.promise!;
  const edit = async () => {
    await open(`#/call/${call.id}`);
    await window.getByRole('button', { name: /^Edit the words/ }).click();
  };
  await edit();
  await window.getByRole('textbox', { name: 'Promised by' }).fill('Tom');
  await open('#/calls');
  await expect.poll(async () => (await promise()).who).toBe('Tom');

  await edit();
  await window.getByRole('textbox', { name: 'Amount' }).fill('$120');
  await quit();
  expect((await promise()).amount).toEqual({ value: 120, currency: 'USD' });
});

test('a search that a link began is found as it was left', async ({ bench }) => {
  await keepCall(bench.library, makeCall({ company: 'Northwind', marks: [makePromise('A refund')] }));
  const { window } = await bench.open();
  await window.evaluate(() => void (location.hash = '#/calls?q=company%3Anorthwind'));
  const box = window.getByRole('searchbox', { name: 'Search calls' });
  await expect(box).toHaveValue('company:northwind');
  await box.fill('company:northwind refund');
  await window.getByRole('link', { name: 'Settings' }).click();
  await expect(window.getByRole('heading', { name: 'Settings' })).toBeVisible();
  await window.evaluate(() => history.back());
  await expect(box).toHaveValue('company:northwind refund');
});
