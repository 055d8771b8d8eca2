// Whoever quits or closes the window right after the last word finds that word again.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { callsOnDisk, expect, test } from '../support/app.ts';
import { keepCall } from '../support/keep-call.ts';
import { makeCall } from '../support/make-call.ts';

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
