// Every screen, in both themes, without an accessibility violation; and the whole path by keyboard alone.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { callsOnDisk, expect, test } from '../support/app.ts';
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
  const focusOn = async (name: RegExp) => {
    const focused = () =>
      window.evaluate(() => {
        const one = document.activeElement;
        return `${one?.getAttribute('aria-label') ?? ''} ${one?.textContent ?? ''} ${one?.getAttribute('placeholder') ?? ''}`;
      });
    for (let presses = 0; presses < 40; presses += 1) {
      if (name.test(await focused())) return;
      await keyboard.press('Tab');
    }
    throw new Error(`Tab never reached ${String(name)}`);
  };
  await focusOn(/^Company/);
  await keyboard.type('Northwind');
  await keyboard.press('Escape');
  await keyboard.press('Control+Shift+R');
  await expect(window.getByRole('button', { name: 'Stop' })).toBeVisible();
  await recordedFor(window, 1);
  await focusOn(/^ ?Promise/);
  await keyboard.press('p');
  await expect(window.getByRole('list', { name: 'Marks' }).getByRole('listitem')).toHaveCount(1);
  await keyboard.type('A refund');
  await keyboard.press('Enter');
  await keyboard.press('Control+Shift+R');
  await expect(window.getByRole('button', { name: 'Record a call' })).toBeVisible();

  await focusOn(/^ ?Calls/);
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
