// The whole path of a first call: record both sides, mark a promise, stop, find it by company, hear it again.
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { hashFile, type Seal } from '../../main/evidence/seal.ts';
import { callsOnDisk, expect, test } from '../support/app.ts';
import { devices, tones } from '../support/sound-server.ts';
import {
  bothSidesLive,
  bothTalk,
  heardIn,
  missingMs,
  record,
  recordedFor,
  stop,
  strayIn,
} from '../support/story.ts';
import { decode, toneLevel } from '../support/listen.ts';

test('a call is recorded from both sides, marked, stopped, found by company and played back', async ({
  bench,
}) => {
  const { window } = await bench.open();
  await bothTalk(bench.sound);
  await bothSidesLive(window);

  await window.getByRole('textbox', { name: 'Company' }).fill('Northwind Telecom');
  await window.keyboard.press('Escape');
  const clickedAtMs = Date.now();
  await record(window);
  const startTookMs = Date.now() - clickedAtMs;
  await recordedFor(window, 3);

  // One key marks the promise; words follow.
  const promisedAtMs = Date.now() - clickedAtMs;
  await window.keyboard.press('p');
  const marks = window.getByRole('list', { name: 'Marks' });
  await expect(marks.getByRole('listitem')).toHaveCount(1);
  await window.keyboard.type('Refund of 120 within five working days');
  await window.keyboard.press('Enter');
  await window.getByRole('button', { name: 'Reference no.' }).click();
  await expect(marks.getByRole('listitem')).toHaveCount(2);
  await window.keyboard.type('NW-2093-881');
  await window.keyboard.press('Enter');
  await recordedFor(window, 6);
  const stoppedAtMs = Date.now();
  await stop(window);

  const [saved] = await callsOnDisk(bench.library);
  const { call, folder } = saved!;
  const audio = join(folder, 'audio.ogg');

  await test.step('the file holds 440 Hz on the left and 1 kHz on the right, and nothing else', async () => {
    const heard = await heardIn(audio);
    expect(strayIn(call, heard)).toEqual([]);
    expect([missingMs(call, 'you'), missingMs(call, 'them')]).toEqual([0, 0]);
    const truthMs = stoppedAtMs - clickedAtMs;
    expect(heard.durationMs).toBeLessThan(truthMs + 100);
    expect(heard.durationMs).toBeGreaterThan(truthMs - 400); // a click and its answer take their time
    expect(Math.abs(heard.durationMs - call.durationMs)).toBeLessThan(25);
    expect(Math.abs(call.capture.wallMs - call.durationMs)).toBeLessThan(100);
  });

  await test.step('the marks are at the right time', () => {
    const promise = call.marks.find((mark) => mark.kind === 'promise')!;
    expect(promise.text).toBe('Refund of 120 within five working days');
    expect(promise.promise).toMatchObject({ status: 'open' });
    // The call began at some moment between the click and the button's becoming Stop.
    expect(promise.toMs).toBeLessThan(promisedAtMs + 300);
    expect(promise.toMs).toBeGreaterThan(promisedAtMs - startTookMs - 200);
    expect(promise.fromMs).toBe(0); // ten seconds back is before the start
    expect(call.marks.find((mark) => mark.kind === 'reference')?.text).toBe('NW-2093-881');
  });

  await test.step('the folder is complete, sealed, and of the user alone', async () => {
    const seal = JSON.parse(await readFile(join(folder, 'seal.json'), 'utf8')) as Seal;
    expect(seal.audio.sha256).toBe(await hashFile(audio));
    await expect(stat(join(folder, 'journal.jsonl'))).rejects.toThrow('ENOENT');
    await expect(stat(join(folder, 'reserve.tmp'))).rejects.toThrow('ENOENT');
    const peaks = await readFile(join(folder, 'peaks.bin'));
    expect(Math.abs(peaks.length / 200 - call.durationMs / 1000)).toBeLessThan(0.1);
    expect((await stat(audio)).mode & 0o077).toBe(0);
    expect(call).toMatchObject({
      company: 'Northwind Telecom',
      source: { kind: 'captured', you: devices.microphoneLabel, them: devices.speakersLabel },
    });
  });

  await test.step('it is found by company and by a word of a mark', async () => {
    await window.getByRole('link', { name: /^Calls/ }).click();
    const calls = window.getByRole('list', { name: 'Calls' }).getByRole('listitem');
    const box = window.getByRole('searchbox', { name: 'Search calls' });
    for (const words of ['north', 'NORTHWIND', 'refund', 'nw-2093', 'telecom working']) {
      await box.fill(words);
      await expect(calls).toHaveCount(1);
      await expect(calls.first()).toContainText('Northwind Telecom');
    }
    await box.fill('southwind');
    await expect(calls).toHaveCount(0);
    await box.fill('refund');
    await expect(calls.first()).toContainText('Refund of 120');
    await calls.first().click();
  });

  await test.step('it plays back, audibly, both sides', async () => {
    await bench.sound.stopAll();
    await expect(window.getByRole('region', { name: 'Waveform' })).toBeVisible();
    await window.getByRole('button', { name: 'Play', exact: true }).click();
    await expect(window.getByRole('button', { name: 'Pause', exact: true })).toBeVisible();
    const played = await decode(await bench.sound.record(devices.speakersMonitor, 2));
    const level = (channel: number, hz: number) =>
      toneLevel(played.channels[channel]!, played.sampleRateHz, hz);
    expect(level(0, tones.youHz)).toBeGreaterThan(10 * level(0, tones.themHz));
    expect(level(1, tones.themHz)).toBeGreaterThan(10 * level(1, tones.youHz));
    expect(level(0, tones.youHz)).toBeGreaterThan(0.02);
  });
});

test('what was recorded is still there, and found, when the app is started again', async ({ bench }) => {
  const first = await bench.open();
  await bothTalk(bench.sound);
  await bothSidesLive(first.window);
  await first.window.getByRole('textbox', { name: 'Company' }).fill('Zażółć Gęślą');
  await record(first.window);
  await recordedFor(first.window, 1);
  await stop(first.window);
  await first.quit();

  const { window } = await bench.open();
  await window.getByRole('link', { name: /^Calls/ }).click();
  await window.getByRole('searchbox', { name: 'Search calls' }).fill('zazolc');
  await expect(window.getByRole('list', { name: 'Calls' }).getByRole('listitem')).toHaveCount(1);
});
