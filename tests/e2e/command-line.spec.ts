// The command line as people and programs use it: the real commands, without a display, beside the running app.
import { execFile } from 'node:child_process';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { durationOf, readPage } from '../../main/ogg.ts';
import type { Bench } from '../support/app.ts';
import { callsOnDisk, expect, test } from '../support/app.ts';
import { bothTalk, heardIn, record, recordedFor, stop, strayIn } from '../support/story.ts';

interface Ended {
  code: number | string | null;
  stdout: string;
  stderr: string;
}

/** `npm run --silent cli -- …`, from `cwd`, with no display to draw on unless it is to record. */
function cli(bench: Bench, args: readonly string[], cwd = process.cwd()): Promise<Ended> {
  const { DISPLAY: display, WAYLAND_DISPLAY: _none, ...without } = process.env;
  const env = args[0] === 'record' ? { ...without, DISPLAY: display } : without;
  const folders = { ONRECORD_LIBRARY: bench.library, ONRECORD_PROFILE: bench.profile };
  const npm = ['run', '--silent', '--prefix', process.cwd(), 'cli', '--', ...args];
  return new Promise((resolve) => {
    execFile('npm', npm, { cwd, env: { ...env, ...folders } }, (failure, stdout, stderr) => {
      resolve({ code: failure ? (failure.code ?? null) : 0, stdout, stderr });
    });
  });
}

/** The page of a sound that holds this moment, well within its second: where it starts, and which second that is. */
function placeOf(sound: Uint8Array, atMs: number): { at: number; second: number } {
  let at = 0;
  for (let page = readPage(sound); page; page = readPage(sound, at)) {
    if (durationOf(page.granule, 312) >= atMs) return { at, second: Math.floor(atMs / 1000) };
    at += page.bytes;
  }
  throw new Error(`The sound ends before ${atMs} ms`);
}

test('a recording is found and verified from the command line, while the app runs and after; a flipped bit is found where it lies', async ({
  bench,
}) => {
  test.setTimeout(180_000);
  const { window, quit } = await bench.open();
  await bothTalk(bench.sound);
  await window.getByRole('textbox', { name: 'Company' }).fill('Northwind');
  await window.keyboard.press('Escape');
  await record(window);
  await recordedFor(window, 2);
  await window.keyboard.press('p');
  await expect(window.getByRole('list', { name: 'Marks' }).getByRole('listitem')).toHaveCount(1);
  await window.keyboard.type('Refund within a week');
  await window.keyboard.press('Enter');
  await recordedFor(window, 5);
  await stop(window);
  const [saved] = await callsOnDisk(bench.library);
  const { call, folder } = saved!;

  const found = await cli(bench, ['search', 'refund', '--json']);
  expect(found.code).toBe(0);
  const [mark] = call.marks;
  expect(JSON.parse(found.stdout)).toEqual([
    {
      callId: call.id,
      company: 'Northwind',
      startedAt: call.startedAt,
      outcome: null,
      markId: mark!.id,
      fromMs: mark!.fromMs,
      text: 'Refund within a week',
    },
  ]);
  await quit();

  // By a path from where the user is.
  const unchanged = await cli(bench, ['verify', call.id], join(folder, '..'));
  expect(unchanged.code).toBe(0);
  expect(unchanged.stdout).toMatch(/^Unchanged: .*\n$/);

  // One bit in the middle of the sound, in a copy.
  const copy = join(bench.profile, 'copy');
  await mkdir(copy);
  for (const name of ['call.json', 'seal.json']) await copyFile(join(folder, name), join(copy, name));
  const sound = await readFile(join(folder, 'audio.ogg'));
  const { at, second } = placeOf(sound, 2_500);
  sound[at + 60]! ^= 1;
  await writeFile(join(copy, 'audio.ogg'), sound);
  expect(await cli(bench, ['verify', copy])).toMatchObject({
    code: 1,
    stdout: `Changed: audio.ogg, between second ${second} and second ${second + 1} of the sound.\n`,
  });

  const pack = await cli(bench, ['verify', 'evidence.zip']);
  expect(pack).toMatchObject({ code: 2, stdout: '' });
  expect(pack.stderr).toContain('is a pack in one file, which this version cannot read');

  const again = await cli(bench, ['reindex']);
  expect(again).toMatchObject({ code: 0, stdout: '1 call is in the index.\n' });
});

test('a call is started from the command line in the app that runs, once, and says so', async ({ bench }) => {
  test.setTimeout(120_000);
  const { window } = await bench.open();
  await bothTalk(bench.sound);
  const began = await cli(bench, ['record', '--company', 'Northwind Telecom']);
  expect(began).toMatchObject({ code: 0, stdout: 'Recording.\n' });
  await expect(window.getByRole('textbox', { name: 'Company' })).toHaveValue('Northwind Telecom');
  await recordedFor(window, 2);

  const again = await cli(bench, ['record', '--company', 'Southwind']);
  expect(again.code).toBe(1);
  expect(again.stdout).toBe('');
  expect(again.stderr).toContain('A call is being recorded already.');
  const wrong = await cli(bench, ['record', '--mode', 'loud']);
  expect(wrong.code).toBe(2);
  expect(wrong.stderr).toContain('There is no mode “loud”');

  await stop(window);
  const calls = await callsOnDisk(bench.library);
  expect(calls.map(({ call }) => call.company)).toEqual(['Northwind Telecom']);
  const { call, folder } = calls[0]!;
  expect(strayIn(call, await heardIn(join(folder, 'audio.ogg')))).toEqual([]);
  expect(call.durationMs).toBeGreaterThan(2_000);
});

test('started with a company, the app records at once; told to say so first, it waits', async ({ bench }) => {
  const first = await bench.open({ args: ['record', '--company', 'Northwind'] });
  await expect(first.window.getByRole('button', { name: 'Stop' })).toBeVisible();
  await expect(first.window.getByRole('textbox', { name: 'Company' })).toHaveValue('Northwind');
  await recordedFor(first.window, 1);
  await stop(first.window);
  await first.quit();

  const second = await bench.open({ args: ['record', '--mode', 'tell-first'] });
  await expect(second.window.getByRole('button', { name: 'Cancel', exact: true })).toBeVisible();
  expect(await callsOnDisk(bench.library)).toHaveLength(1);
});
