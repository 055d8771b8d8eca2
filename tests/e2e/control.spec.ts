// The small control, for when the program they talk through is in front of the window.
import type { Page } from '@playwright/test';
import { captureWindow, controlWindow } from '../support/launch.ts';
import { callsOnDisk, expect, test } from '../support/app.ts';
import { look } from '../support/look.ts';
import { bothSidesLive, bothTalk, record, recordedFor } from '../support/story.ts';

test('a call is marked, paused and stopped from the small control, which stays on top and goes with the call', async ({
  bench,
}) => {
  test.setTimeout(90_000);
  const { electron, window } = await bench.open();
  await bothTalk(bench.sound);
  await record(window);
  await window.getByRole('button', { name: 'Small control' }).click();
  const control = await controlWindow(electron);
  const isOnTop = () =>
    electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().some(
        (one) => one.webContents.getURL().endsWith('/control.html') && one.isAlwaysOnTop() && one.isVisible(),
      ),
    );
  await expect.poll(isOnTop).toBe(true);
  await bothSidesLive(control);
  await recordedFor(control, 2);

  await control.getByRole('button', { name: 'Promise' }).click();
  await expect(control.getByText(/^Promise .*saved/i)).toBeVisible();
  await control.keyboard.press('h');
  await expect(control.getByRole('button', { name: 'On hold' })).toHaveAttribute('aria-pressed', 'true');
  await expect(window.getByRole('list', { name: 'Marks' }).getByRole('listitem')).toHaveCount(2);
  await look(control, 'control', { resize: false });

  await control.keyboard.press('Space');
  await expect(control.getByRole('button', { name: 'Resume' })).toBeVisible();
  await control.getByRole('button', { name: 'Resume' }).click();
  await expect(control.getByRole('button', { name: 'Privacy pause' })).toBeVisible();

  await control.getByRole('button', { name: 'Stop' }).click();
  await expect(window.getByRole('button', { name: 'Record a call' })).toBeVisible();
  await expect.poll(() => control.isClosed()).toBe(true);
  const [saved] = await callsOnDisk(bench.library);
  expect(saved!.call.marks.map(({ kind }) => kind).sort()).toEqual(['hold', 'promise']);
  expect(saved!.call.capture.pauses).toHaveLength(1);
});

test('the small control may ask for what its buttons need, and for nothing else', async ({ bench }) => {
  const { electron, window } = await bench.open();
  await record(window);
  await window.getByRole('button', { name: 'Small control' }).click();
  const control = await controlWindow(electron);
  const asked = ['settings:read', 'recording:erase', 'app:show-library', 'capture:ready'];
  const answers = await Promise.all(asked.map((name) => askFrom(control, name)));
  expect(answers).toEqual(['answered', 'refused', 'refused', 'refused']);
  expect(await askFrom(await captureWindow(electron), 'recording:stop')).toBe('refused');
  await expect(window.getByRole('button', { name: 'Stop' })).toBeVisible();
});

/** Asks through the page's own door, as a page gone wrong would. */
const askFrom = (page: Page, name: string): Promise<string> =>
  page.evaluate(async (one) => {
    const { onRecord } = globalThis as unknown as {
      onRecord: { ask(name: string): Promise<{ ok: boolean; code?: string }> };
    };
    const { ok, code } = await onRecord.ask(one);
    return ok ? 'answered' : String(code);
  }, name);
