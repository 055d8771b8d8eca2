// Screens that cannot show what they are for: each says what is wrong and what can be done, in both themes, and can be read by all.
import type { ElectronApplication, Page } from '@playwright/test';
import type * as FileSystem from 'node:fs/promises';
import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { callsOnDisk, expect, test } from '../support/app.ts';
import { keepCall } from '../support/keep-call.ts';
import { look } from '../support/look.ts';
import { makeCall, makePromise } from '../support/make-call.ts';
import { bothSidesLive, bothTalk, record, recordedFor, stop } from '../support/story.ts';

/** From now on there is no room for any more sound. Answers how often it was asked for. */
async function fillDisk(electron: ElectronApplication): Promise<() => Promise<number>> {
  await electron.evaluate(async () => {
    const { open } = process.mainModule!.require('node:fs/promises') as typeof FileSystem;
    const file = await open(process.execPath);
    const counted = Object.assign(globalThis, { asked: 0 });
    const full = () => {
      counted.asked += 1;
      return Promise.reject(Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' }));
    };
    Object.assign(Object.getPrototypeOf(file) as object, { write: full });
    await file.close();
  });
  return () => electron.evaluate(() => (globalThis as unknown as { asked: number }).asked);
}

const calls = (window: Page) => window.getByRole('list', { name: 'Calls' }).getByRole('listitem');

test('Recording without a microphone says so before the call and during it', async ({ bench }) => {
  const { window } = await bench.open();
  await bothTalk(bench.sound);
  await bothSidesLive(window);
  await bench.sound.unplugMicrophone();
  const lost = window.getByText(
    /^(Your microphone was unplugged|No microphone was found|Another device took)/,
  );
  await expect(lost.first()).toBeVisible();
  await look(window, 'failing-ready');
  await bench.sound.plugMicrophone();
  await bothSidesLive(window);
  await record(window);
  await recordedFor(window, 1);
  await bench.sound.unplugMicrophone();
  await expect(window.getByText('your side is listed as missing')).toBeVisible();
  await look(window, 'failing-in-call');
  await stop(window);
});

test('a call whose end found no room on the disk is saved up to there, and how much is lost is said', async ({
  bench,
}) => {
  const { electron, window } = await bench.open();
  await bothTalk(bench.sound);
  await bothSidesLive(window);
  await record(window);
  await recordedFor(window, 3);
  const asked = await fillDisk(electron);
  await expect(window.getByText('The disk is full').first()).toBeVisible();
  await expect.poll(asked).toBeGreaterThan(8); // meanwhile sound waits in memory
  await stop(window);
  await expect(window.getByText(/the last \d+ s of the call found no room and is lost/)).toBeVisible();
  await look(window, 'failing-end-lost');
  const [saved] = await callsOnDisk(bench.library);
  expect(saved!.call.durationMs).toBeGreaterThan(2_000);
});

test('Calls names what cannot be read, and says when nothing was found', async ({ bench }) => {
  await keepCall(bench.library, makeCall({ company: 'Northwind' }));
  const broken = await keepCall(bench.library, makeCall({ company: 'Contoso' }));
  await writeFile(join(broken, 'call.json'), '{ "format": 1, "id": ');
  const { window } = await bench.open();
  await window.getByRole('link', { name: /^Calls/ }).click();
  await expect(calls(window)).toHaveCount(1);
  await window
    .getByText(/cannot be read/)
    .first()
    .click();
  await expect(window.getByRole('button', { name: 'Show in folder' })).toBeVisible();
  await look(window, 'failing-calls');
  await window.getByRole('searchbox', { name: 'Search calls' }).fill('a word that nobody said');
  await expect(window.getByText('a word that nobody said', { exact: false }).last()).toBeVisible();
  await expect(calls(window)).toHaveCount(0);
  await look(window, 'nothing-found');
});

test('a call without its sound keeps its words; one that is gone or cannot be read says so', async ({
  bench,
}) => {
  const marks = [makePromise('Refund of $120', { due: '2030-01-02' })];
  const silent = makeCall({ company: 'Silent', marks });
  await keepCall(bench.library, silent);
  const gone = await keepCall(bench.library, makeCall({ company: 'Gone' }));
  const broken = await keepCall(bench.library, makeCall({ company: 'Broken' }));
  const { window } = await bench.open();
  const open = async (company: string) => {
    await window.getByRole('link', { name: /^Calls/ }).click();
    await calls(window).getByText(company).click();
  };
  await window.getByRole('link', { name: /^Calls/ }).click();
  await expect(calls(window)).toHaveCount(3);

  await open('Silent');
  await expect(window.getByText('The sound of this call is missing.')).toBeVisible();
  await expect(window.getByRole('list', { name: 'Marks' })).toContainText('Refund of $120');
  await look(window, 'failing-sound');

  await rm(gone, { recursive: true });
  await open('Gone');
  await expect(window.getByText('This call is no longer in the library.')).toBeVisible();
  await look(window, 'failing-gone');

  await writeFile(join(broken, 'call.json'), '{ "format": 1, "id": ');
  await open('Broken');
  await expect(window.getByText('This call’s file cannot be read.')).toBeVisible();
  await expect(window.getByRole('button', { name: 'Show in folder' })).toBeVisible();
  await look(window, 'failing-call');
});

test('Settings whose file cannot be opened say so, and the file is left alone', async ({ bench }) => {
  // A folder in its place: nobody, root included, can read it as a file.
  const inTheWay = join(bench.profile, 'settings.json');
  await mkdir(inTheWay, { recursive: true });
  const { window } = await bench.open();
  await window.getByRole('link', { name: 'Settings' }).click();
  await window.getByText('Dark', { exact: true }).click();
  // Chosen far down the screen, it must not take the screen out of the window.
  await expect(window.getByRole('heading', { name: 'Settings' })).toBeInViewport();
  await expect(
    window.getByText('The file with your settings cannot be opened', { exact: false }),
  ).toBeVisible();
  await look(window, 'failing-settings');
  expect((await stat(inTheWay)).isDirectory()).toBe(true);
});
