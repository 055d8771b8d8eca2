// Calling back: what they said the last time is on screen before they pick up, and can be played to them.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Call } from '../../contract/call.ts';
import { callsOnDisk, expect, test } from '../support/app.ts';
import { decode, toneLevel } from '../support/listen.ts';
import { look } from '../support/look.ts';
import { makeCall, makeMark, makePromise } from '../support/make-call.ts';
import { makeOgg } from '../support/make-ogg.ts';
import { devices, tones } from '../support/sound-server.ts';
import { bothSidesLive, bothTalk, record, recordedFor, stop } from '../support/story.ts';

async function keep(library: string, call: Call): Promise<void> {
  const folder = join(library, 'calls', call.id.slice(0, 4), call.id);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'call.json'), JSON.stringify(call));
  await writeFile(join(folder, 'audio.ogg'), await makeOgg(folder, 6));
}

test('the desk shows what they promised, overdue first; a quote is heard in three clicks, and that it was played is a mark', async ({
  bench,
}) => {
  const span = { fromMs: 500, toMs: 4_500 };
  await keep(
    bench.library,
    makeCall({
      company: 'Northwind Telecom',
      startedAt: '2026-01-10T10:00:00.000Z',
      durationMs: 6_000,
      marks: [
        { ...makePromise('A new router', { due: '2099-01-01' }), ...span },
        { ...makePromise('Refund of the double bill', { due: '2026-01-20' }), ...span },
        makeMark({ kind: 'agent', text: 'Maria', fromMs: 100, toMs: 200 }),
        makeMark({ kind: 'reference', text: 'NW-2093', fromMs: 300, toMs: 400 }),
      ],
    }),
  );
  const { window, quit } = await bench.open();
  await bothSidesLive(window);
  await window.getByRole('textbox', { name: 'Company' }).pressSequentially('northwind t');
  await window.getByRole('option', { name: /Northwind Telecom/ }).click();
  const desk = window.getByRole('region', { name: 'What you know of Northwind Telecom' });
  const promises = desk.getByRole('list', { name: 'Open promises' }).getByRole('listitem');
  await expect(promises).toHaveCount(2);
  await expect(promises.first()).toContainText('Refund of the double bill');
  await expect(promises.first()).toContainText('Overdue since');
  await expect(desk).toContainText('Maria');
  await expect(desk).toContainText('NW-2093');
  await expect(desk).toContainText(/^Last call Jan 10/);
  await desk.getByRole('textbox', { name: 'Phone' }).fill('+1 555 0100');
  await desk.getByRole('textbox', { name: 'Account' }).fill('Customer 4711');
  await look(window, 'desk');

  const hearing = bench.sound.record(devices.speakersMonitor, 2);
  await promises
    .first()
    .getByRole('button', { name: /^Hear “Refund/ })
    .click();
  const heard = await decode(await hearing);
  expect(toneLevel(heard.channels[1]!, heard.sampleRateHz, tones.themHz)).toBeGreaterThan(0.005);

  await bothTalk(bench.sound);
  await record(window);
  await recordedFor(window, 2);
  await promises
    .first()
    .getByRole('button', { name: /^(Hear|End this quote)/ })
    .click();
  const marks = window.getByRole('list', { name: 'Marks' }).getByRole('listitem');
  await expect(marks.getByRole('textbox')).toHaveValue(/^Played: Refund of the double bill/);
  await stop(window);
  const [made, earlier] = await callsOnDisk(bench.library);
  expect(made!.call.marks).toMatchObject([
    { kind: 'note', played: { callId: earlier!.call.id, markId: earlier!.call.marks[1]!.id } },
  ]);
  await quit();

  // The index is a cache; the number and the note are files.
  await rm(join(bench.profile, 'index.sqlite'), { force: true });
  const again = await bench.open();
  await again.window.getByRole('textbox', { name: 'Company' }).fill('NORTHWIND TELECOM');
  const later = again.window.getByRole('region', { name: /^What you know of/ });
  await expect(later.getByRole('textbox', { name: 'Phone' })).toHaveValue('+1 555 0100');
  await expect(later.getByRole('textbox', { name: 'Account' })).toHaveValue('Customer 4711');
  await expect(later).toContainText('2 calls');
});

test('quotes are played through the output that was chosen, and through the system’s own when that is gone', async ({
  bench,
}) => {
  const quote = { ...makePromise('Refund of the double bill'), fromMs: 500, toMs: 5_500 };
  const startedAt = '2026-01-10T10:00:00.000Z';
  await keep(bench.library, makeCall({ company: 'Northwind', startedAt, durationMs: 6_000, marks: [quote] }));
  const line = 'Line to the agent';
  const module = await bench.sound.loadModule(
    'module-null-sink',
    'sink_name=line',
    'rate=48000',
    'channels=2',
    'norewinds=1',
    `sink_properties='device.description="${line}"'`,
  );
  const { window } = await bench.open();
  await window.getByRole('link', { name: 'Settings' }).click();
  await window.getByRole('combobox', { name: 'Play quotes through' }).selectOption(line);
  await window.getByRole('link', { name: 'Recording' }).click();
  await window.getByRole('textbox', { name: 'Company' }).fill('Northwind');
  await window.keyboard.press('Escape');

  /** Presses play, and answers how loud their tone then is in each of these. */
  const heardIn = async (monitors: readonly string[]) => {
    const hearing = Promise.all(monitors.map((monitor) => bench.sound.record(monitor, 2)));
    await window.getByRole('button', { name: /^Hear “Refund/ }).click();
    return Promise.all(
      (await hearing).map(async (file) => {
        const { channels, sampleRateHz } = await decode(file);
        return toneLevel(channels[1]!, sampleRateHz, tones.themHz);
      }),
    );
  };
  const [inLine, beside] = await heardIn(['line.monitor', devices.speakersMonitor]);
  expect(inLine).toBeGreaterThan(0.005);
  expect(beside).toBeLessThan(0.0005);

  await window.getByRole('button', { name: 'End this quote' }).click();
  await bench.sound.unloadModule(module);
  const [onSpeakers] = await heardIn([devices.speakersMonitor]);
  expect(onSpeakers).toBeGreaterThan(0.005);
  await expect(window.getByText(`${line} is not connected`)).toBeVisible();
});
