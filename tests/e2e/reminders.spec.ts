// Reminders: a promise that falls due makes the desktop say so, once, also with no window in sight.
import type { ElectronApplication } from '@playwright/test';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Mark } from '../../contract/call.ts';
import { addDays, dayAt } from '../../contract/day.ts';
import { expect, test } from '../support/app.ts';
import { look } from '../support/look.ts';
import { makeCall, makePromise } from '../support/make-call.ts';

const today = dayAt(Date.now());
const env = { ONRECORD_AUTOSTART: '1', ONRECORD_REMIND_FROM_HOUR: '0', ONRECORD_REMIND_EVERY_MS: '3000' };

async function promised(library: string, company: string, mark: Mark): Promise<void> {
  const startedAt = new Date(Date.now() - 9 * 86_400_000).toISOString();
  const call = makeCall({ company, startedAt, marks: [mark] });
  const folder = join(library, 'calls', call.id.slice(0, 4), call.id);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'call.json'), JSON.stringify(call));
}

interface Kept {
  notices: { title: string; body: string }[];
  click(): void;
}

/** What the desktop would show from now on. */
async function watchNotices(electron: ElectronApplication) {
  await electron.evaluate(({ Notification }) => {
    const kept = { notices: [] as { title: string; body: string }[], click: () => {} };
    Object.assign(globalThis, { kept });
    Notification.isSupported = () => true;
    Notification.prototype.show = function (this: Electron.Notification) {
      kept.notices.push({ title: this.title, body: this.body });
      kept.click = () => void this.emit('click');
    };
  });
  return {
    shown: () => electron.evaluate(() => (globalThis as unknown as { kept: Kept }).kept.notices),
    click: () => electron.evaluate(() => (globalThis as unknown as { kept: Kept }).kept.click()),
  };
}

const isSeen = (electron: ElectronApplication) =>
  electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().some((one) => one.isVisible()));

test('what is due is said once, with the window closed too; a click opens the ledger, and a restart repeats nothing', async ({
  bench,
}) => {
  await promised(bench.library, 'Northwind', makePromise('Refund of $120', { due: today }));
  const first = await bench.open({ env });
  const notices = await watchNotices(first.electron);
  const { window } = first;
  await window.getByRole('link', { name: 'Settings' }).click();
  const part = window.getByRole('region', { name: 'Promises' });
  // The radio itself is drawn by its label.
  await part.getByText('Keep running in the tray for reminders').click();
  await expect(part).toContainText('Nothing is heard or recorded by that.');
  await part.scrollIntoViewIfNeeded();
  await look(window, 'reminder-settings');
  await first.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .find((one) => one.isVisible())!
      .close(),
  );
  await expect.poll(() => isSeen(first.electron)).toBe(false);
  await expect
    .poll(notices.shown, { timeout: 15_000 })
    .toEqual([{ title: 'Northwind: due today', body: 'Refund of $120' }]);

  await notices.click();
  await expect.poll(() => isSeen(first.electron)).toBe(true);
  await expect(window.getByRole('list', { name: 'This week' }).getByRole('listitem')).toHaveCount(1);
  await first.quit();
  expect(JSON.parse(await readFile(join(bench.profile, 'reminders.json'), 'utf8'))).toMatchObject({
    format: 1,
    said: [{ due: today, kind: 'due' }],
  });

  await promised(bench.library, 'Contoso', makePromise('A letter', { due: addDays(today, -1) }));
  const second = await bench.open({ env });
  const later = await watchNotices(second.electron);
  await expect
    .poll(later.shown, { timeout: 15_000 })
    .toEqual([{ title: 'Contoso: was due yesterday', body: 'A letter' }]);
});
