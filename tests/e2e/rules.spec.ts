// The rules by place when they cannot be read, and when they have grown old.
import type { ElectronApplication } from '@playwright/test';
import { expect, test } from '../support/app.ts';
import { look } from '../support/look.ts';

type Reader = { readFile(path: string, ...rest: unknown[]): Promise<unknown> };

/** From now on the disk gives half of the rules' file, as a damaged one does; `mend` ends that. */
async function damageRules(electron: ElectronApplication): Promise<{ mend(): Promise<void> }> {
  await electron.evaluate(() => {
    const disk = process.mainModule!.require('node:fs/promises') as Reader;
    const whole = disk.readFile;
    disk.readFile = async (path, ...rest) => {
      const text = await whole(path, ...rest);
      return String(path).endsWith('consent-laws.json') ? String(text).slice(0, 5_000) : text;
    };
    Object.assign(globalThis, { mendRules: () => (disk.readFile = whole) });
  });
  return {
    async mend() {
      await electron.evaluate(() => {
        (globalThis as unknown as { mendRules(): void }).mendRules();
      });
    },
  };
}

test('rules that cannot be read are said to be so, and are there once they can be', async ({ bench }) => {
  const { electron, window } = await bench.open();
  const rules = await damageRules(electron);
  await window.getByRole('link', { name: 'Settings' }).click();
  const note = window.getByText('The rules on recording could not be read.');
  await note.scrollIntoViewIfNeeded();
  await look(window, 'rules-failing');
  await expect(window.getByRole('combobox', { name: 'Where you are' })).toHaveCount(0);

  await rules.mend();
  await window.getByRole('button', { name: 'Try again' }).click();
  await expect(window.getByRole('combobox', { name: 'Where you are' })).toBeVisible();
  await expect(note).toHaveCount(0);
});

test('rules gathered more than twelve months ago say so', async ({ bench }) => {
  const { window } = await bench.open();
  await expect(window.getByRole('button', { name: 'Record a call' })).toBeVisible(); // its clock can be set from then on
  const old = window.getByText(/^These rules were gathered more than twelve months ago/);
  await window.clock.setFixedTime(new Date('2027-10-01T12:00:00Z'));
  await window.getByRole('link', { name: 'Settings' }).click();
  await expect(window.getByRole('combobox', { name: 'Where you are' })).toBeVisible();
  await expect(old).toHaveCount(0);

  await window.getByRole('link', { name: 'Recording', exact: true }).click();
  await window.clock.setFixedTime(new Date('2028-01-15T12:00:00Z'));
  await window.getByRole('link', { name: 'Settings' }).click();
  await expect(old).toBeVisible();
  await old.scrollIntoViewIfNeeded();
  await look(window, 'rules-old');
});
