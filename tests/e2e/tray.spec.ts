// The tray, for when the window is out of sight: every entry of its menu, chosen as the system would.
import type { ElectronApplication } from '@playwright/test';
import type { Menu } from 'electron';
import { callsOnDisk, expect, test } from '../support/app.ts';
import { bothTalk, recordedFor } from '../support/story.ts';

/** The menu that the system would show; there from the next change on. */
async function followTrayMenu(electron: ElectronApplication) {
  await electron.evaluate(({ Tray }) => {
    const setContextMenu = Tray.prototype.setContextMenu;
    Tray.prototype.setContextMenu = function keep(menu) {
      Object.assign(globalThis, { trayMenu: menu });
      setContextMenu.call(this, menu);
    };
  });
  const entries = () =>
    electron.evaluate(() =>
      (globalThis as unknown as { trayMenu?: Menu }).trayMenu?.items
        .filter(({ type }) => type !== 'separator')
        .map(({ label }) => label),
    );
  return {
    entries,
    async choose(label: string) {
      await expect.poll(entries).toContain(label);
      await electron.evaluate((_electron, wanted) => {
        const { trayMenu } = globalThis as unknown as { trayMenu: Menu };
        trayMenu.items.find((item) => item.label === wanted)!.click();
      }, label);
    },
  };
}

test('from the tray a call is marked, paused, taken up again and stopped', async ({ bench }) => {
  const { electron, window } = await bench.open();
  await bothTalk(bench.sound);
  const tray = await followTrayMenu(electron);
  await window.getByRole('button', { name: 'Record a call' }).click();
  await recordedFor(window, 1);

  await tray.choose('Mark a promise');
  await expect(window.getByRole('list', { name: 'Marks' }).getByRole('listitem')).toHaveCount(1);
  await tray.choose('Privacy pause');
  await expect
    .poll(tray.entries)
    .toEqual([
      'Open On Record',
      'Mark a promise',
      'Go on recording',
      'Small control',
      'Stop and save',
      'Quit',
    ]);
  await tray.choose('Go on recording');
  await expect
    .poll(tray.entries)
    .toEqual(['Open On Record', 'Mark a promise', 'Privacy pause', 'Small control', 'Stop and save', 'Quit']);
  await tray.choose('Stop and save');
  await expect.poll(tray.entries).toEqual(['Open On Record', 'Record a call', 'Quit']);

  const [saved] = await callsOnDisk(bench.library);
  expect(saved!.call.marks.map(({ kind }) => kind)).toEqual(['promise']);
  expect(saved!.call.capture.pauses).toHaveLength(1);

  await tray.choose('Record a call');
  await expect(window.getByRole('button', { name: 'Stop' })).toBeVisible();
});
