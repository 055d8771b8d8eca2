// Every screen, in both themes, without an accessibility violation; and the whole path by keyboard alone.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { callsOnDisk, expect, test } from '../support/app.ts';
import { makeCall, makeMark } from '../support/make-call.ts';
import { makeOgg } from '../support/make-ogg.ts';
import { bothSidesLive, bothTalk, recordedFor } from '../support/story.ts';

async function violations(window: Page): Promise<string[]> {
  // Legacy mode: the other one opens a page of its own, which Electron cannot.
  const { violations: found } = await new AxeBuilder({ page: window }).setLegacyMode(true).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
}

async function inBothThemes(window: Page, look: () => Promise<void>): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await window.emulateMedia({ colorScheme });
    await look();
  }
}

test('no screen has an accessibility violation, empty or full, light or dark', async ({ bench }) => {
  const empty = await bench.open();
  const look = async (window: Page) =>
    inBothThemes(window, async () => expect(await violations(window)).toEqual([]));
  for (const name of ['Recording', 'Calls', 'Settings']) {
    await empty.window.getByRole('link', { name: new RegExp(`^${name}`) }).click();
    await expect(empty.window.getByRole('link', { name: new RegExp(`^${name}`) })).toHaveAttribute(
      'aria-current',
      'page',
    );
    await look(empty.window);
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
  await look(window);
  await window.getByRole('list', { name: 'Calls' }).getByRole('listitem').first().click();
  await expect(window.getByRole('region', { name: 'Waveform' })).toBeVisible();
  await look(window);

  await bothTalk(bench.sound);
  await window.getByRole('button', { name: 'Record a call' }).click();
  await expect(window.getByRole('button', { name: 'Stop' })).toBeVisible();
  await window.keyboard.press('p');
  await expect(window.getByRole('list', { name: 'Marks' }).getByRole('listitem')).toHaveCount(1);
  await look(window);
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
