// What a person does while the call runs, with one hand and without looking twice.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { callsOnDisk, expect, test } from '../support/app.ts';
import { decode, toneLevel } from '../support/listen.ts';
import { rootArgs } from '../support/launch.ts';
import { look } from '../support/look.ts';
import { start } from '../support/processes.ts';
import { devices, tones } from '../support/sound-server.ts';
import {
  bothSidesLive,
  bothTalk,
  heardIn,
  record,
  recordedFor,
  share,
  stop,
  timerSeconds,
} from '../support/story.ts';

test('a privacy pause leaves silence on both sides, listed, and the call goes on after it', async ({
  bench,
}) => {
  const { window } = await bench.open();
  await bothTalk(bench.sound);
  await bothSidesLive(window);
  await record(window);
  await recordedFor(window, 2);
  await window.keyboard.press('Space');
  await expect(window.getByText('Paused for privacy.')).toBeVisible();
  const pausedAt = await timerSeconds(window);
  await recordedFor(window, pausedAt + 3);
  await window.keyboard.press('Space');
  await expect(window.getByText('Paused for privacy.')).toBeHidden();
  const resumedAt = await timerSeconds(window);
  await recordedFor(window, resumedAt + 2);
  await stop(window);

  const [{ call, folder }] = (await callsOnDisk(bench.library)) as [
    Awaited<ReturnType<typeof callsOnDisk>>[number],
  ];
  const heard = await heardIn(join(folder, 'audio.ogg'));
  const [pause, ...others] = call.capture.pauses;
  expect(others).toEqual([]);
  // Recording began within a moment of the source's being there: what it missed of that moment is listed.
  expect(call.capture.gaps.filter(({ toMs }) => toMs > 250)).toEqual([]);
  expect(pause!.toMs - pause!.fromMs).toBeGreaterThan(2_000);
  for (const side of ['you', 'them'] as const) {
    const during = heard[side].slice(Math.ceil(pause!.fromMs / 100) + 1, Math.floor(pause!.toMs / 100) - 1);
    const after = heard[side].slice(Math.ceil(pause!.toMs / 100) + 1, -1);
    expect(share(during, 'silence')).toBe(1);
    expect(share(after, tones[`${side}Hz`])).toBe(1);
    expect(after.length).toBeGreaterThan(10);
  }
});

test('a mark lies where its key was pressed in the sound', async ({ bench }) => {
  const { window } = await bench.open();
  await bothTalk(bench.sound);
  await bothSidesLive(window);
  await record(window);
  await recordedFor(window, 2);
  // The company says something new, and the key is pressed at once.
  const spokenHz = 2_000;
  await bench.sound.playTone({ sink: devices.speakers, frequencyHz: spokenHz, gainDb: -6 });
  await window.keyboard.press('n');
  await expect(window.getByRole('list', { name: 'Marks' }).getByRole('listitem')).toHaveCount(1);
  await recordedFor(window, 4);
  await stop(window);

  const [saved] = await callsOnDisk(bench.library);
  const { channels, sampleRateHz } = await decode(join(saved!.folder, 'audio.ogg'));
  const stepMs = 20;
  const step = (sampleRateHz * stepMs) / 1000;
  const windows = Array.from({ length: Math.floor(channels[1]!.length / step) }, (_, at) =>
    toneLevel(channels[1]!.subarray(at * step, (at + 1) * step), sampleRateHz, spokenHz),
  );
  const spokenAtMs = windows.findIndex((level) => level > 0.1) * stepMs;
  const [mark] = saved!.call.marks;
  expect(spokenAtMs).toBeGreaterThan(1_500);
  expect(Math.abs(mark!.toMs - spokenAtMs)).toBeLessThan(200);
  expect(mark!.toMs - mark!.fromMs).toBeLessThanOrEqual(5_000);
});

test('hold is a span with a running clock: the same key ends it', async ({ bench }) => {
  const { window } = await bench.open();
  await bothSidesLive(window);
  await record(window);
  await recordedFor(window, 1);
  await window.keyboard.press('h');
  await expect(window.getByRole('list', { name: 'Marks' }).getByRole('listitem')).toHaveCount(1);
  await expect(window.getByRole('button', { name: 'On hold' })).toContainText(/0:0[1-9] so far/);
  await recordedFor(window, 3);
  await window.keyboard.press('h');
  await expect(window.getByRole('button', { name: 'On hold' })).toContainText(/0:0[1-9] in all/);
  await recordedFor(window, (await timerSeconds(window)) + 2);
  await stop(window);
  const [saved] = await callsOnDisk(bench.library);
  const [hold, ...others] = saved!.call.marks;
  expect(others).toEqual([]);
  expect(hold).toMatchObject({ kind: 'hold' });
  expect(hold!.toMs - hold!.fromMs).toBeGreaterThan(1_000);
  expect(hold!.toMs).toBeLessThan(saved!.call.durationMs - 300);
});

test('letters typed into a text box are text, and never mark anything', async ({ bench }) => {
  const { window } = await bench.open();
  await bothSidesLive(window);
  await record(window);
  await window.getByRole('textbox', { name: 'Company' }).click();
  await window.keyboard.type('phrancxty');
  await recordedFor(window, 1);
  await stop(window);
  const [saved] = await callsOnDisk(bench.library);
  expect(saved!.call).toMatchObject({ company: 'phrancxty', marks: [] });
});

test('tell them first: nothing is written until they have been told', async ({ bench }) => {
  const { window } = await bench.open();
  await bothTalk(bench.sound);
  await bothSidesLive(window);
  await window.getByText('Tell them first').click();
  await window.getByRole('button', { name: 'Record a call' }).click();
  const told = window.getByRole('button', { name: "I said I'm recording" });
  await expect(told).toBeVisible();
  expect(await callsOnDisk(bench.library)).toEqual([]);
  await expect(
    promisify(execFile)('find', [join(bench.library, 'calls'), '-type', 'f']).then(
      (out) => out.stdout,
      () => '',
    ),
  ).resolves.toBe('');
  await told.click();
  await expect(window.getByRole('button', { name: 'Stop' })).toBeVisible();
  await recordedFor(window, 1);
  await stop(window);
  const [saved] = await callsOnDisk(bench.library);
  expect(saved!.call.marks).toMatchObject([
    { kind: 'consent', fromMs: 0, consent: { event: 'you-announced' } },
  ]);
});

test('the key that works everywhere starts and stops a recording while another window is in front', async ({
  bench,
}) => {
  const { electron, window } = await bench.open();
  await bothSidesLive(window);
  await electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .find((one) => one.isVisible())
      ?.blur(),
  );
  const press = () => promisify(execFile)('xdotool', ['key', 'ctrl+shift+r']);
  await press();
  await expect(window.getByRole('button', { name: 'Stop' })).toBeVisible();
  await recordedFor(window, 1);
  await press();
  await expect(window.getByRole('button', { name: 'Record a call' })).toBeVisible();
  expect(await callsOnDisk(bench.library)).toHaveLength(1);
});

test('closing the window hides it and keeps recording; quitting asks, and saves', async ({ bench }) => {
  const { electron, window } = await bench.open();
  await bothTalk(bench.sound);
  await bothSidesLive(window);
  await record(window);
  await recordedFor(window, 1);
  const visible = () =>
    electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().some((one) => one.isVisible()));
  await electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .find((one) => one.isVisible())
      ?.close(),
  );
  await expect.poll(visible).toBe(false);

  await electron.evaluate(({ app }) => app.quit());
  await expect.poll(visible).toBe(true);
  const question = window.getByRole('alertdialog').or(window.getByRole('dialog'));
  await expect(question).toBeVisible();
  await look(window, 'quit-question');
  await question.getByRole('button', { name: 'Keep recording' }).click();
  await expect(question).toBeHidden();
  await recordedFor(window, 4);

  const ended = new Promise((resolve) => electron.process().once('exit', resolve));
  await electron.evaluate(({ app }) => app.quit());
  await question.getByRole('button', { name: /Stop and save/ }).click();
  await ended;
  const [saved] = await callsOnDisk(bench.library);
  expect(saved!.call.durationMs).toBeGreaterThan(3_500);
  expect(saved!.call.capture.recovered).toBe(false);
});

test('a plain kill saves the call before the app goes', async ({ bench }) => {
  const { electron, window } = await bench.open();
  await bothSidesLive(window);
  await record(window);
  await recordedFor(window, 1);
  const ended = new Promise((resolve) => electron.process().once('exit', resolve));
  electron.process().kill('SIGTERM');
  await ended;
  const [saved] = await callsOnDisk(bench.library);
  expect(saved!.call).toMatchObject({ capture: { recovered: false } });
});

test('a second start brings the first window forward instead of a second app', async ({ bench }) => {
  const { electron } = await bench.open();
  await electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .find((one) => one.isVisible())
      ?.minimize(),
  );
  // As a user starts it: Playwright cannot follow a program that ends while it is being taken hold of.
  const second = start(electron.process().spawnfile, [process.cwd(), ...rootArgs], {
    env: {
      ...bench.sound.env,
      ONRECORD_LIBRARY: bench.library,
      ONRECORD_PROFILE: bench.profile,
      ONRECORD_AUTOSTART: '0',
    },
  });
  expect(await second.ended, second.said()).toBe(0);
  await expect
    .poll(() =>
      electron.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows().some((one) => one.isVisible() && !one.isMinimized()),
      ),
    )
    .toBe(true);
});

test('what is typed right after a mark’s key is its words, however fast', async ({ bench }) => {
  const { window } = await bench.open();
  await bothTalk(bench.sound);
  await bothSidesLive(window);
  await record(window);
  await recordedFor(window, 1);
  // Nothing is waited for: P makes the promise; of the rest, R, A and N are letters like any other.
  await window.keyboard.type('pRefund to Anna');
  await window.keyboard.press('Enter');
  const marks = window.getByRole('list', { name: 'Marks' }).getByRole('listitem');
  await expect(marks).toHaveCount(1);
  await expect(marks.getByRole('textbox')).toHaveValue('Refund to Anna');
  await stop(window);
  const [saved] = await callsOnDisk(bench.library);
  expect(saved!.call.marks.map(({ kind, text }) => [kind, text])).toEqual([['promise', 'Refund to Anna']]);
});

test('a mark is made in the midst of typing another one’s words, and both are kept', async ({ bench }) => {
  const { window } = await bench.open();
  await bothSidesLive(window);
  await record(window);
  await recordedFor(window, 1);
  await window.keyboard.type('pA refund in th');
  const marks = window.getByRole('list', { name: 'Marks' }).getByRole('listitem');
  await expect(marks.getByRole('textbox')).toHaveValue('A refund in th');
  // Nothing is finished first: neither the words nor their way to disk.
  await window.getByRole('button', { name: 'Reference no.' }).click();
  await expect(marks).toHaveCount(2);
  await window.keyboard.type('NW-77');
  await window.getByRole('button', { name: 'On hold' }).click();
  await window.keyboard.type('8');
  await expect(marks).toHaveCount(3);
  await stop(window);
  const [saved] = await callsOnDisk(bench.library);
  expect(saved!.call.marks.map(({ kind, text }) => `${kind}: ${text}`).sort()).toEqual([
    'hold: ',
    'promise: A refund in th',
    'reference: NW-778',
  ]);
});

test('the last mark is taken back by Ctrl+Z, and a hold ended by mistake goes on', async ({ bench }) => {
  const { window } = await bench.open();
  await bothTalk(bench.sound);
  await bothSidesLive(window);
  await record(window);
  await recordedFor(window, 1);
  const marks = window.getByRole('list', { name: 'Marks' }).getByRole('listitem');
  const hold = window.getByRole('button', { name: 'On hold' });
  await window.keyboard.press('h');
  await expect(hold).toHaveAttribute('aria-pressed', 'true');
  await window.keyboard.press('h');
  await expect(hold).toHaveAttribute('aria-pressed', 'false');
  await window.keyboard.press('Control+z');
  await expect(hold).toHaveAttribute('aria-pressed', 'true');
  await window.keyboard.press('t');
  await expect(marks).toHaveCount(2);
  await window.keyboard.press('Escape');
  await window.getByRole('button', { name: 'Undo the last mark' }).click();
  await expect(marks).toHaveCount(1);
  await recordedFor(window, 3);
  await stop(window);
  const [saved] = await callsOnDisk(bench.library);
  const [kept, ...others] = saved!.call.marks;
  expect(others).toEqual([]);
  // Never ended again, it lasts until the end of the call.
  expect(kept).toMatchObject({ kind: 'hold', toMs: saved!.call.durationMs });
});
