// What PulseAudio says, and what is made of it. A stand-in for `pactl` repeats real answers of version 16.1 (samples/).
import { cp, readFile, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import type { PulseSource, PulseSourceOutput } from '../../../../../main/recording/sound/pactl.ts';
import { subscribe } from '../../../../../main/recording/sound/pactl.ts';
import { pulseSound } from '../../../../../main/recording/sound/pulse-sound.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';

const standIn = `#!/bin/sh
cd "\${0%/*}" && echo "$LC_ALL $*" >> asked
case "$*" in
  '-f json list '*) exec cat "$4.json" ;;
  '-f json info') exec cat info.json ;;
  'list short modules') exec cat modules.txt ;;
  'load-module '*) echo 4 ;; # the number that the sample's module has
  subscribe) exec cat events.txt ;;
esac
`;

// In the samples two streams of `parec` stand for Chromium's: 9334 hears the microphone, 9335 the computer sound.
const ours = [9334, 9335];
const microphone = 2;
const leftBehind = 'onrecord_them_4194305'; // of a process that cannot be: the number is above the highest

type Lists = { sources: PulseSource[]; 'source-outputs': PulseSourceOutput[] };

async function aSoundServer() {
  const folder = await temporaryFolder();
  await cp(join(import.meta.dirname, 'samples'), folder, { recursive: true });
  await writeFile(join(folder, 'pactl'), standIn, { mode: 0o700 });
  vi.stubEnv('PATH', `${folder}${delimiter}${process.env['PATH']}`);
  const change = async <What extends keyof Lists>(what: What, by: (items: Lists[What]) => unknown) => {
    const path = join(folder, `${what}.json`);
    const items = JSON.parse(await readFile(path, 'utf8')) as Lists[What];
    await writeFile(path, JSON.stringify(by(items) ?? items));
  };
  const say = (file: string, from: string, to: string) =>
    readFile(join(folder, file), 'utf8').then((text) =>
      writeFile(join(folder, file), text.replaceAll(from, to)),
    );
  /** As if the source in the samples were the one that this very process loaded. */
  const adopt = () => say('sources.json', leftBehind, `onrecord_them_${process.pid}`);
  const asked = async () => (await readFile(join(folder, 'asked'), 'utf8')).trim().split('\n');
  return { folder, change, say, adopt, asked, sound: pulseSound((pid) => ours.includes(pid)) };
}
afterEach(() => vi.unstubAllEnvs());

test('monitors and our own source are no microphones; every output can be chosen', async () => {
  const { sound, asked } = await aSoundServer();
  expect(await sound.devices()).toEqual({
    microphones: [{ label: 'Test microphone' }],
    outputs: [{ label: 'Test speakers' }, { label: 'Into the test microphone' }],
  });
  expect((await asked()).every((line) => line.startsWith('C '))).toBe(true); // numbers and names are translated otherwise
});

test('the default microphone is found by its name, a chosen one by its label, a twin by its place', async () => {
  const { sound, change } = await aSoundServer();
  const found = { request: { kind: 'input', label: 'Test microphone', nth: 0 }, label: 'Test microphone' };
  expect(await sound.prepare('you', null)).toEqual(found);
  expect(await sound.prepare('you', 'Test microphone')).toEqual(found);
  await expect(sound.prepare('you', 'Pulled out')).rejects.toMatchObject({ code: 'no-microphone' });
  await change(
    'sources',
    (sources) => sources.unshift({ ...sources[microphone]!, index: 9, name: 'twin' }) && undefined,
  );
  expect(await sound.prepare('you', null)).toEqual({ ...found, request: { ...found.request, nth: 1 } });
});

test('when the default source is what the computer plays, there is no microphone', async () => {
  const { sound, say } = await aSoundServer();
  await say('info.json', '"default_source_name":"mic"', '"default_source_name":"spk.monitor"');
  await expect(sound.prepare('you', null)).rejects.toMatchObject({ code: 'no-microphone' });
});

test('the other side is a source of ours on the monitor of the output: made audible, and of an earlier run nothing is left', async () => {
  const { sound, change, asked } = await aSoundServer();
  await change('sources', ([monitor]) => {
    monitor!.mute = true;
    for (const channel of Object.values(monitor!.volume)) channel.value_percent = '0%';
  });
  expect(await sound.prepare('them', null)).toMatchObject({ label: 'Test speakers' });
  const done = (await asked()).filter((line) => !/ (list|info)/.test(line));
  expect(done).toEqual([
    'C set-source-mute spk.monitor 0',
    'C set-source-volume spk.monitor 100%',
    'C unload-module 4',
    `C load-module module-remap-source source_name=onrecord_them_${process.pid} master=spk.monitor source_properties='device.description="On Record computer sound"'`,
  ]);
  await expect(sound.prepare('them', 'Gone')).rejects.toMatchObject({ code: 'no-system-sound' });
  await sound.release();
  expect((await asked()).at(-1)).toBe('C unload-module 4');
});

test('a microphone is right only while a stream of ours hangs on it', async () => {
  const { sound, change } = await aSoundServer();
  await sound.prepare('you', null);
  expect(await sound.check('you')).toBe('right');
  await change('source-outputs', (streams) => {
    streams.find((one) => one.source === microphone)!.source = 0; // what the server does when a device is pulled out
  });
  expect(await sound.check('you')).toBe('replaced');
  await change('source-outputs', (streams) => {
    for (const one of streams)
      if (one.properties['application.process.id'] === '9334') one.source = microphone;
  });
  expect(await sound.check('you')).toBe('right');
  await change('source-outputs', (streams) => {
    for (const one of streams)
      if (one.properties['application.process.id'] === '9334')
        one.properties['application.process.id'] = '77';
  });
  expect(await sound.check('you')).toBe('replaced'); // another program hears it, not we
  await change('sources', (sources) => sources.filter((one) => one.index !== microphone));
  expect(await sound.check('you')).toBe('unplugged');
});

test('a stream that was there before the opening does not stand for it', async () => {
  const { sound } = await aSoundServer();
  await sound.prepare('you', null);
  await sound.expect('you');
  expect(await sound.check('you')).toBe('replaced');
});

test('the other side is right only while our source hangs on the right monitor', async () => {
  const { sound, change, adopt } = await aSoundServer();
  await sound.prepare('them', null);
  await adopt();
  expect(await sound.check('them')).toBe('right');
  expect(await sound.outdated('them')).toBe(false);
  await change('source-outputs', (streams) => {
    streams.find((one) => String(one.owner_module) === '4')!.source = 1; // moved along with a default
  });
  expect(await sound.check('them')).toBe('replaced');
  await change('sources', (sources) => sources.filter((one) => one.name !== 'spk.monitor'));
  expect(await sound.check('them')).toBe('unplugged');
});

test('a side that follows the default is outdated when the default moves on; a chosen one never is', async () => {
  const { sound, say, adopt, asked } = await aSoundServer();
  await sound.prepare('them', null);
  await adopt();
  await say('info.json', '"default_sink_name":"spk"', '"default_sink_name":"mic_sink"');
  expect(await sound.outdated('them')).toBe(true);
  expect(await sound.prepare('them', null)).toMatchObject({ label: 'Into the test microphone' });
  expect((await asked()).filter((line) => line.includes('move-source-output'))).toEqual([
    'C move-source-output 1 mic_sink.monitor',
  ]);
  await sound.prepare('them', 'Test speakers');
  expect(await sound.outdated('them')).toBe(false);
});

test('changes in devices and streams are told, those in what is played are not, and so is the end of the server', async () => {
  const { folder } = await aSoundServer();
  const events = [
    "Event 'new' on client #12",
    "Event 'change' on sink-input #3",
    "Event 'remove' on source-output #3",
    "Event 'change' on server #4294967295",
    "Event 'new' on card #1",
  ];
  await writeFile(join(folder, 'events.txt'), `${events.join('\n')}\n`);
  let told = 0;
  const stop = subscribe(() => (told += 1));
  await vi.waitFor(() => expect(told).toBe(3 + 1));
  stop();
});
