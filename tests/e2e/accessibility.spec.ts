// Every screen, in both themes, without an accessibility violation; and the whole path by keyboard alone.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { callsOnDisk, expect, test } from '../support/app.ts';
import { tabTo } from '../support/keyboard.ts';
import { look } from '../support/look.ts';
import { makeCall, makeMark } from '../support/make-call.ts';
import { makeOgg } from '../support/make-ogg.ts';
import { bothSidesLive, bothTalk, recordedFor } from '../support/story.ts';

test('no screen has an accessibility violation, empty or full, light or dark', async ({ bench }) => {
  const empty = await bench.open();
  for (const name of ['Recording', 'Calls', 'Settings']) {
    await empty.window.getByRole('link', { name: new RegExp(`^${name}`) }).click();
    await expect(empty.window.getByRole('link', { name: new RegExp(`^${name}`) })).toHaveAttribute(
      'aria-current',
      'page',
    );
    await look(empty.window, `empty-${name.toLowerCase()}`);
  }
  await empty.quit();

  const call = makeCall({
    durationMs: 3_000,
    notes: 'Words',
    outcome: 'unresolved',
    marks: [makeMark({ text: 'Refund', fromMs: 100, toMs: 900 })],
    capture: {
      ...makeCall().capture,
      gaps: [{ side: 'them', fromMs: 1_000, toMs: 1_500, cause: 'source lost' }],
    },
  });
  const folder = join(bench.library, 'calls', '2026', call.id);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'call.json'), JSON.stringify(call));
  await writeFile(join(folder, 'audio.ogg'), await makeOgg(folder, 3));
  const { window } = await bench.open();
  await window.getByRole('link', { name: /^Calls/ }).click();
  await expect(window.getByRole('list', { name: 'Calls' }).getByRole('listitem')).toHaveCount(1);
  await look(window, 'calls');
  await window.getByRole('list', { name: 'Calls' }).getByRole('listitem').first().click();
  await expect(window.getByRole('region', { name: 'Waveform' })).toBeVisible();
  await look(window, 'call');

  await bothTalk(bench.sound);
  await window.getByRole('button', { name: 'Record a call' }).click();
  await expect(window.getByRole('button', { name: 'Stop' })).toBeVisible();
  await window.keyboard.press('p');
  await expect(window.getByRole('list', { name: 'Marks' }).getByRole('listitem')).toHaveCount(1);
  await look(window, 'in-call');
});

test('a call is recorded, marked, stopped, found and heard by keyboard alone', async ({ bench }) => {
  const { window } = await bench.open();
  await bothTalk(bench.sound);
  await bothSidesLive(window);
  const { keyboard } = window;
  await tabTo(window, /^Company/);
  await keyboard.type('Northwind');
  await keyboard.press('Escape');
  await keyboard.press('Control+Shift+R');
  await expect(window.getByRole('button', { name: 'Stop' })).toBeVisible();
  await recordedFor(window, 1);
  await tabTo(window, /^Promise/);
  await keyboard.press('p');
  await expect(window.getByRole('list', { name: 'Marks' }).getByRole('listitem')).toHaveCount(1);
  await keyboard.type('A refund');
  await keyboard.press('Enter');
  await keyboard.press('Control+Shift+R');
  await expect(window.getByRole('button', { name: 'Record a call' })).toBeVisible();

  await tabTo(window, /^Calls/);
  await keyboard.press('Enter');
  await keyboard.press('/');
  await keyboard.type('refund');
  await expect(window.getByRole('list', { name: 'Calls' }).getByRole('listitem')).toHaveCount(1);
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await expect(window.getByRole('region', { name: 'Waveform' })).toBeVisible();
  await window.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await keyboard.press('Space');
  await expect(window.getByRole('button', { name: 'Pause', exact: true })).toBeVisible();
  expect((await callsOnDisk(bench.library))[0]!.call.marks).toMatchObject([{ text: 'A refund' }]);
});

test('what was said about recording is marked, answered, refused and heard again by keyboard alone', async ({
  bench,
}) => {
  const { window } = await bench.open();
  const { keyboard } = window;
  const line = window.getByRole('region', { name: 'Consent', exact: true });
  await bothTalk(bench.sound);
  await bothSidesLive(window);
  await keyboard.press('Control+Shift+R');
  await recordedFor(window, 1);
  await keyboard.press('y');
  await expect(line).toContainText('Their notice only');
  await keyboard.press('c');
  await expect(line).toContainText('No answer is marked.');
  await tabTo(window, /^They carried on$/);
  await keyboard.press('Enter');
  await expect(line).toContainText('the agent carried on');
  await tabTo(window, /^What to say$/);
  await keyboard.press('Enter');
  await tabTo(window, /^They said no$/);
  await keyboard.press('Enter');
  await expect(line).toContainText('did not want to be recorded');

  // Erasing asks once more, and the safe answer is the one under the finger.
  await tabTo(window, /^Stop and erase$/);
  await keyboard.press('Enter');
  await expect(window.getByRole('alertdialog')).toBeVisible();
  await keyboard.press('Enter');
  await expect(window.getByRole('alertdialog')).toBeHidden();
  await tabTo(window, /^Stop and keep up to here$/);
  await keyboard.press('Enter');
  await expect(window.getByRole('button', { name: 'Record a call' })).toBeVisible();

  await tabTo(window, /^Open the call$/);
  await keyboard.press('Enter');
  await expect(line).toContainText('did not want to be recorded');
  await tabTo(window, /^Hear They said no/);
  await keyboard.press('Enter');
  await expect(window.getByRole('button', { name: 'Pause', exact: true })).toBeVisible();
  const [saved] = await callsOnDisk(bench.library);
  expect(saved!.call.marks.map(({ consent }) => String(consent?.event)).sort()).toEqual([
    'agent-carried-on',
    'agent-refused',
    'they-announced',
    'you-announced',
  ]);
});
