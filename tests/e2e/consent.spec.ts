// What was said about recording: marked by one key or click, kept with its sound, shown at the top of the call, and honoured.
import type { Page } from '@playwright/test';
import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { callsOnDisk, expect, test, type Bench } from '../support/app.ts';
import { look } from '../support/look.ts';
import { tones } from '../support/sound-server.ts';
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

const line = (window: Page) => window.getByRole('region', { name: 'Consent', exact: true });
const refusal = (window: Page) => window.getByRole('region', { name: /do not want to be recorded/ });

/** Streams by which this app hears anything, its own source of the computer's sound included. */
async function listening(bench: Bench): Promise<string[]> {
  const streams = JSON.parse(await bench.sound.pactl('-f', 'json', 'list', 'source-outputs')) as {
    index: number;
    driver: string;
    properties: Record<string, string>;
  }[];
  // Not counted: remapped sources, of which the test microphone is one. The app's own is asked for by its name.
  return streams
    .filter((one) => one.properties['media.name'] !== 'Remapped Stream')
    .map((one) => one.properties['application.name'] ?? one.driver);
}
const remapped = async (bench: Bench) =>
  (await bench.sound.pactl('list', 'short', 'sources')).includes('onrecord_them');

async function refuse(window: Page): Promise<void> {
  await window.keyboard.press('c');
  await window.getByRole('button', { name: 'They said no' }).click();
  await expect(refusal(window)).toBeVisible();
}

test('each of the five events is one key or one click, a mark with a span that can be heard, and stands in the line', async ({
  bench,
}) => {
  const { window } = await bench.open();
  await bothTalk(bench.sound);
  await bothSidesLive(window);
  await record(window);
  await expect(line(window)).toContainText('Nothing said about recording yet.');
  await look(window, 'running-start');
  const promiseButton = window.getByRole('button', { name: 'Promise' });
  const place = await promiseButton.boundingBox();
  await recordedFor(window, 3);
  await window.keyboard.press('y');
  await expect(line(window)).toContainText('Their notice only');
  await window.keyboard.press('c');
  await expect(line(window)).toContainText('No answer is marked.');
  // What you said may be green, their notice may not.
  await expect(window.getByRole('list', { name: 'Marks' }).locator('[data-tone="consent"]')).toHaveCount(1);
  await look(window, 'running-announced');
  await window.getByRole('button', { name: 'They carried on' }).click();
  await expect(line(window)).toContainText('the agent carried on');
  await window.keyboard.press('t');
  await expect(line(window)).toContainText('The new person has not been told.');
  await expect(window.getByText('The person before you already heard this')).toBeVisible();
  await window.getByRole('button', { name: 'What to say' }).click();
  await look(window, 'running-card');
  await window.getByRole('button', { name: 'They agreed' }).click();
  await expect(line(window)).toContainText('The agent agreed to being recorded.');
  await window.getByRole('button', { name: 'What to say' }).click();
  await window.getByRole('button', { name: 'They said no' }).click();
  await expect(line(window)).toContainText('The agent did not want to be recorded.');
  // Out of the transfer's words, where letters are text.
  await window.keyboard.press('Escape');
  await window.keyboard.press('c');
  await expect(line(window)).toContainText('The agent did not want to be recorded.');
  await recordedFor(window, 6);

  // Whatever came up, no button moved from under the pointer.
  expect(await promiseButton.boundingBox()).toMatchObject({ y: place!.y });

  // Heard in mid-call: the part of the file that is there already.
  const playing = async () => {
    const streams = await bench.sound.pactl('-f', 'json', 'list', 'sink-inputs');
    return (JSON.parse(streams) as { corked: boolean }[]).filter((one) => !one.corked).length;
  };
  const before = await playing();
  await line(window)
    .getByRole('button', { name: /^Hear You announced/ })
    .first()
    .click();
  await expect.poll(playing).toBeGreaterThan(before);
  await expect.poll(playing, { timeout: 20_000 }).toBe(before);
  await window.getByRole('button', { name: 'Stop and keep up to here' }).click();
  await expect(window.getByRole('button', { name: 'Record a call' })).toBeVisible();

  const [saved] = await callsOnDisk(bench.library);
  const said = saved!.call.marks.filter((mark) => mark.kind === 'consent');
  expect(said.map((mark) => mark.consent!.event).sort()).toEqual([
    'agent-agreed',
    'agent-carried-on',
    'agent-refused',
    'they-announced',
    'you-announced',
    'you-announced',
  ]);
  for (const mark of said) expect(mark.toMs - mark.fromMs).toBeGreaterThan(1_000);

  await window.getByRole('link', { name: 'Open the call' }).click();
  await expect(line(window)).toContainText('The agent did not want to be recorded.');
  await expect(line(window).getByRole('list').getByRole('button')).toHaveCount(6);
  // Not one of its marks is in the colour of consent, those from before the refusal included.
  const list = window.getByRole('list', { name: 'Marks' });
  await expect(list.getByText('Consent')).toHaveCount(5);
  await expect(list.locator('[data-tone="consent"]')).toHaveCount(0);
  await look(window, 'saved-refused');
  await line(window)
    .getByRole('button', { name: /^Hear They carried on/ })
    .click();
  await expect(window.getByRole('button', { name: 'Pause', exact: true })).toBeVisible();
});

test('a refusal marked by its key can be named as one of the recording, and the call then never looks consented', async ({
  bench,
}) => {
  const { window } = await bench.open();
  await bothSidesLive(window);
  await record(window);
  await recordedFor(window, 1);
  await window.keyboard.press('x');
  await window.getByRole('button', { name: 'Yes, the recording' }).click();
  await expect(refusal(window)).toBeVisible();
  await expect(line(window)).toContainText('The agent did not want to be recorded.');
  await look(window, 'running-refused');
  await window.getByRole('button', { name: 'They agreed after all' }).click();
  await expect(line(window)).toContainText('said no at first and agreed later');
  await stop(window);
  const [saved] = await callsOnDisk(bench.library);
  expect(new Set(saved!.call.marks.map((mark) => mark.consent?.event))).toEqual(
    new Set(['agent-agreed', 'agent-refused']),
  );
});

test('stop and keep: the call ends there, with its sound and its refusal', async ({ bench }) => {
  const { window } = await bench.open();
  await bothTalk(bench.sound);
  await bothSidesLive(window);
  await record(window);
  await recordedFor(window, 2);
  await refuse(window);
  await window.getByRole('button', { name: 'Stop and keep up to here' }).click();
  await expect(window.getByRole('button', { name: 'Record a call' })).toBeVisible();
  const [saved] = await callsOnDisk(bench.library);
  const heard = await heardIn(join(saved!.folder, 'audio.ogg'));
  expect(share(heard.you.slice(1, -1), tones.youHz)).toBe(1);
  expect(saved!.call.capture.pauses).toEqual([]);
  expect(saved!.call.marks.map((mark) => mark.consent?.event)).toContain('agent-refused');
  expect((await readdir(saved!.folder)).sort()).toEqual(['audio.ogg', 'call.json', 'peaks.bin', 'seal.json']);
});

test('stop and erase: asked once more, and then nothing of the call is anywhere', async ({ bench }) => {
  const { window } = await bench.open();
  await bothTalk(bench.sound);
  await bothSidesLive(window);
  await window.getByRole('textbox', { name: 'Company' }).fill('Vanishing Telecom');
  await record(window);
  await recordedFor(window, 2);
  await refuse(window);
  await window.getByRole('button', { name: 'Stop and erase' }).click();
  const question = window.getByRole('alertdialog');
  await expect(question).toContainText('2 marks');
  await look(window, 'erase-question');
  await question.getByRole('button', { name: 'Do not erase' }).click();
  await expect(question).toBeHidden();
  await expect(window.getByRole('button', { name: 'Stop', exact: false }).first()).toBeVisible();

  await window.getByRole('button', { name: 'Stop and erase' }).click();
  await question.getByRole('button', { name: 'Erase the call' }).click();
  await expect(window.getByText('The call was erased. Nothing of it was kept.')).toBeVisible();
  await expect(window.getByRole('button', { name: 'Record a call' })).toBeVisible();
  const years = await readdir(join(bench.library, 'calls'));
  for (const year of years) expect(await readdir(join(bench.library, 'calls', year))).toEqual([]);
  // Neither in the library nor in what the app keeps for itself.
  const { stdout } = await promisify(execFile)('sh', [
    '-c',
    'grep -rlaE "Vanishing|OpusHead" "$0" "$1" || true',
    bench.library,
    bench.profile,
  ]);
  expect(stdout).toBe('');
  await window.getByRole('link', { name: /^Calls/ }).click();
  await expect(window.getByRole('list', { name: 'Calls' })).toHaveCount(0);

  // The next call is recorded as if nothing had been.
  await record(window);
  await recordedFor(window, 1);
  await stop(window);
  expect(await callsOnDisk(bench.library)).toHaveLength(1);
});

test('continue as notes: nothing is heard any more, the rest is a listed pause, marks go on', async ({
  bench,
}) => {
  const { window } = await bench.open();
  await bothTalk(bench.sound);
  await bothSidesLive(window);
  await record(window);
  await recordedFor(window, 3);
  expect(await listening(bench)).toHaveLength(2);
  expect(await remapped(bench)).toBe(true);
  await refuse(window);
  await window.getByRole('button', { name: 'Continue as notes without sound' }).click();
  await expect(window.getByText('No sound is being recorded.')).toBeVisible();
  await expect.poll(() => listening(bench)).toEqual([]);
  await expect.poll(() => remapped(bench)).toBe(false);
  const endedAt = await timerSeconds(window);
  await window.keyboard.press('Space');
  await look(window, 'notes-only');
  await recordedFor(window, endedAt + 3);
  await window.keyboard.press('n');
  await expect(window.getByRole('textbox', { name: 'What should you remember?' })).toBeFocused();
  await window.keyboard.type('They call back on Friday');
  await window.keyboard.press('Enter');
  await recordedFor(window, endedAt + 6);
  expect(await listening(bench)).toEqual([]);
  await window.getByRole('button', { name: 'Stop', exact: false }).first().click();
  await expect(window.getByRole('button', { name: 'Record a call' })).toBeVisible();

  const [saved] = await callsOnDisk(bench.library);
  const { call, folder } = saved!;
  const heard = await heardIn(join(folder, 'audio.ogg'));
  const [pause, ...others] = call.capture.pauses;
  expect(others).toEqual([]);
  expect(pause).toMatchObject({ toMs: call.durationMs, why: 'notes-only' });
  // Silence on purpose is a pause and no gap.
  expect(call.capture.gaps.filter((gap) => gap.toMs > pause!.fromMs)).toEqual([]);
  expect(Math.abs(heard.durationMs - call.durationMs)).toBeLessThan(25);
  const note = call.marks.find((mark) => mark.kind === 'note');
  expect(note).toMatchObject({ text: 'They call back on Friday' });
  expect(note!.toMs).toBeGreaterThan(pause!.fromMs + 2_000);
  for (const side of ['you', 'them'] as const) {
    const before = heard[side].slice(1, Math.floor(pause!.fromMs / 100) - 1);
    const after = heard[side].slice(Math.ceil(pause!.fromMs / 100) + 1);
    expect(share(before, tones[`${side}Hz`])).toBe(1);
    expect(after.length).toBeGreaterThan(45);
    expect(share(after, 'silence')).toBe(1);
  }
  await bothSidesLive(window);
  await window.getByRole('link', { name: 'Open the call' }).click();
  await expect(window.getByText(/^Notes without sound/)).toBeVisible();
});

test('killed while only notes are taken: the call comes back whole, silent from the refusal on', async ({
  bench,
}) => {
  const doomed = await bench.open();
  await bothTalk(bench.sound);
  await bothSidesLive(doomed.window);
  await record(doomed.window);
  await recordedFor(doomed.window, 2);
  await refuse(doomed.window);
  await doomed.window.getByRole('button', { name: 'Continue as notes without sound' }).click();
  await expect(doomed.window.getByText('No sound is being recorded.')).toBeVisible();
  await recordedFor(doomed.window, (await timerSeconds(doomed.window)) + 3);
  await doomed.window.keyboard.press('n');
  await expect(doomed.window.getByRole('list', { name: 'Marks' }).getByRole('listitem')).toHaveCount(3);
  await doomed.kill();

  const { window } = await bench.open();
  await expect(window.getByText(/what was recorded is safe/i).first()).toBeVisible();
  const [saved] = await callsOnDisk(bench.library);
  const { call, folder } = saved!;
  const heard = await heardIn(join(folder, 'audio.ogg'));
  expect(call.marks.map((mark) => mark.consent?.event ?? mark.kind).sort()).toEqual([
    'agent-refused',
    'note',
    'you-announced',
  ]);
  expect(call.capture.pauses).toMatchObject([{ toMs: call.durationMs, why: 'notes-only' }]);
  const fromWindow = Math.ceil(call.capture.pauses[0]!.fromMs / 100) + 1;
  expect(heard.you.length - fromWindow).toBeGreaterThan(20);
  for (const side of ['you', 'them'] as const)
    expect(share(heard[side].slice(fromWindow), 'silence')).toBe(1);
});

test('the window that hears dies while only notes are taken: its successor hears nothing either', async ({
  bench,
}) => {
  const { electron, window } = await bench.open();
  await bothTalk(bench.sound);
  await bothSidesLive(window);
  await record(window);
  await recordedFor(window, 2);
  await refuse(window);
  await window.getByRole('button', { name: 'Continue as notes without sound' }).click();
  await expect(window.getByText('No sound is being recorded.')).toBeVisible();
  await electron.evaluate(({ webContents }) => {
    const hearing = webContents.getAllWebContents().find((one) => one.getURL().endsWith('/capture.html'));
    hearing?.forcefullyCrashRenderer();
  });
  await recordedFor(window, (await timerSeconds(window)) + 6);
  expect(await listening(bench)).toEqual([]);
  await stop(window);

  const [saved] = await callsOnDisk(bench.library);
  const { call, folder } = saved!;
  const heard = await heardIn(join(folder, 'audio.ogg'));
  expect(call.capture.pauses).toMatchObject([{ toMs: call.durationMs, why: 'notes-only' }]);
  const fromWindow = Math.ceil(call.capture.pauses[0]!.fromMs / 100) + 1;
  expect(heard.you.length - fromWindow).toBeGreaterThan(45);
  for (const side of ['you', 'them'] as const)
    expect(share(heard[side].slice(fromWindow), 'silence')).toBe(1);
});

test('tell them first shows the user’s own words, and what is marked can be heard', async ({ bench }) => {
  const { window } = await bench.open();
  await bothTalk(bench.sound);
  await bothSidesLive(window);
  await window.getByRole('link', { name: 'Settings' }).click();
  await window.getByRole('textbox', { name: 'At the start' }).fill('Hello, I keep a recording of this.');
  await window.getByRole('textbox', { name: 'After a transfer' }).focus();
  await expect
    .poll(async () => readFile(join(bench.profile, 'settings.json'), 'utf8').catch(() => ''))
    .toContain('Hello, I keep a recording of this.');
  await window.getByRole('link', { name: 'Recording', exact: true }).click();
  await window.getByText('Tell them first').click();
  await window.getByRole('button', { name: 'Record a call' }).click();
  await expect(window.getByText('“Hello, I keep a recording of this.”')).toBeVisible();
  await look(window, 'armed');
  expect(await readdir(join(bench.library, 'calls')).catch(() => [])).toEqual([]);
  await window.keyboard.press('c');
  await expect(line(window)).toContainText('You told them.');
  await recordedFor(window, 4);
  await stop(window);
  const [saved] = await callsOnDisk(bench.library);
  expect(saved!.call.marks).toMatchObject([{ fromMs: 0, toMs: 3_000, consent: { event: 'you-announced' } }]);

  await window.getByRole('link', { name: 'Settings' }).click();
  await window.getByRole('button', { name: 'Back to the suggested words' }).click();
  await expect(window.getByRole('textbox', { name: 'At the start' })).toHaveValue(/^Just so you know/);

  // An agent who speaks another language is told in it.
  await window.getByRole('combobox', { name: 'Language of these words' }).selectOption('German');
  await expect(window.getByRole('textbox', { name: 'At the start' })).toHaveValue(/^Nur damit Sie es wissen/);
  await window.getByRole('link', { name: 'Recording', exact: true }).click();
  await window.getByRole('button', { name: 'Record a call' }).click();
  await expect(window.getByText('“Nur damit Sie es wissen')).toHaveAttribute('lang', 'de');
});

test('the rules of two places: the stricter is named, with statute, sources, date and what is not known', async ({
  bench,
}) => {
  const { window } = await bench.open();
  await window.getByRole('link', { name: 'Settings' }).click();
  const you = window.getByRole('combobox', { name: 'Where you are' });
  const them = window.getByRole('combobox', { name: 'Where they are' });
  await you.selectOption({ label: 'United States: New York' });
  await expect(window.getByText('what is not known counts as the stricter rule')).toBeVisible();
  await expect(window.getByText(/Place not known, so it counts as everyone/)).toHaveCount(1);
  await them.selectOption({ label: 'United States: Texas' });
  await expect(window.getByText('Both rules ask for one person’s consent.')).toBeVisible();
  await them.selectOption({ label: 'United States: California' });
  await expect(window.getByText('Tell them and wait for an answer')).toBeVisible();
  await expect(window.getByText(/Penal Code/)).toBeVisible();
  await expect(window.getByText('November 2026').first()).toBeVisible();
  await expect(window.getByText(/not legal advice/)).toBeVisible();
  await expect(window.getByText(/^Not known here/)).toBeVisible();
  await window.getByRole('textbox', { name: 'When they object' }).scrollIntoViewIfNeeded();
  await look(window, 'settings');

  // A call starts with these two and may have others.
  await bothSidesLive(window);
  await window.getByRole('link', { name: 'Recording', exact: true }).click();
  await window.getByRole('button', { name: 'Places and rule' }).click();
  await window.getByRole('combobox', { name: 'Where they are' }).selectOption({ label: 'Germany' });
  await look(window, 'ready');
  await record(window);
  await recordedFor(window, 1);
  await stop(window);
  const [saved] = await callsOnDisk(bench.library);
  expect(saved!.call.places).toEqual({ you: 'US-NY', them: 'DE' });
  expect(JSON.parse(await readFile(join(bench.profile, 'settings.json'), 'utf8'))).toMatchObject({
    places: { you: 'US-NY', them: 'US-CA' },
  });
});
