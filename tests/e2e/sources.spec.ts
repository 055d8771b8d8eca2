// Sources that go, come and change in mid-call: each side keeps its own sound or listed silence, never the other's.
import { join } from 'node:path';
import { callsOnDisk, expect, test } from '../support/app.ts';
import { devices, tones } from '../support/sound-server.ts';
import {
  bothSidesLive,
  bothTalk,
  heardIn,
  record,
  recordedFor,
  stop,
  strayIn,
  timerSeconds,
} from '../support/story.ts';

async function savedCall(library: string) {
  const [saved] = await callsOnDisk(library);
  return { call: saved!.call, heard: await heardIn(join(saved!.folder, 'audio.ogg')) };
}

test('the microphone is unplugged and plugged in again: your side is listed as missing, theirs goes on', async ({
  bench,
}) => {
  const { window } = await bench.open();
  await bothTalk(bench.sound);
  await bothSidesLive(window);
  await record(window);
  await recordedFor(window, 2);
  await bench.sound.unplugMicrophone();
  await expect(
    window.getByText(/microphone.*(unplugged|not found|gone|missing|replaced)/i).first(),
  ).toBeVisible({ timeout: 3_000 });
  await recordedFor(window, 5);
  await bench.sound.plugMicrophone();
  await expect(window.getByRole('meter', { name: 'You' })).toHaveAttribute('aria-valuetext', /live/i, {
    timeout: 4_000,
  });
  const backAt = await timerSeconds(window);
  await recordedFor(window, backAt + 2);
  await stop(window);

  const { call, heard } = await savedCall(bench.library);
  expect(strayIn(call, heard)).toEqual([]);
  // When a microphone comes back, PulseAudio moves whatever sits on the old default, our source included. That is noticed,
  // listed, and put right.
  for (const moved of call.capture.gaps.filter((one) => one.side === 'them'))
    expect(moved.toMs - moved.fromMs).toBeLessThan(2_000);
  const gap = call.capture.gaps.find((one) => one.side === 'you');
  expect(gap!.side).toBe('you');
  expect(gap!.toMs - gap!.fromMs).toBeGreaterThan(2_000);
  expect(heard.you.slice(-12, -2)).toEqual(Array(10).fill(tones.youHz));
});

test('the sound moves to another output: their side follows within three seconds', async ({ bench }) => {
  await bench.sound.loadModule(
    'module-null-sink',
    'sink_name=headset',
    'sink_properties=\'device.description="Test headset"\'',
  );
  await bench.sound.pactl('set-default-sink', devices.speakers);
  const { window } = await bench.open();
  await bench.sound.playTone({ sink: devices.micSink, frequencyHz: tones.youHz, gainDb: -20 });
  await bench.sound.playTone({ sink: 'headset', frequencyHz: tones.themHz, gainDb: -12 });
  await bothSidesLive(window);
  await record(window);
  await recordedFor(window, 2);
  await bench.sound.pactl('set-default-sink', 'headset');
  const changedAt = await timerSeconds(window);
  await recordedFor(window, changedAt + 5);
  await stop(window);

  const { call, heard } = await savedCall(bench.library);
  const after = heard.them.slice((changedAt + 3) * 10, -1);
  expect(after).toEqual(after.map(() => tones.themHz));
  expect(strayIn(call, { ...heard, them: [] })).toEqual([]);
  expect(heard.them).not.toContain(tones.youHz);
  expect(call.capture.sourceChanges).toMatchObject([
    { side: 'them', from: devices.speakersLabel, to: 'Test headset' },
  ]);
});

test('the output in use disappears: their side moves on to the next one, and never carries yours', async ({
  bench,
}) => {
  const headset = await bench.sound.loadModule(
    'module-null-sink',
    'sink_name=headset',
    'sink_properties=\'device.description="Test headset"\'',
  );
  await bench.sound.pactl('set-default-sink', 'headset');
  const { window } = await bench.open();
  await bothTalk(bench.sound);
  await bench.sound.playTone({ sink: 'headset', frequencyHz: tones.themHz, gainDb: -12 });
  await bothSidesLive(window);
  await record(window);
  await recordedFor(window, 2);
  await bench.sound.unloadModule(headset);
  const changedAt = await timerSeconds(window);
  await recordedFor(window, changedAt + 5);
  await stop(window);

  const { call, heard } = await savedCall(bench.library);
  expect(strayIn(call, heard)).toEqual([]);
  const after = heard.them.slice((changedAt + 3) * 10, -1);
  expect(after).toEqual(after.map(() => tones.themHz));
});

test('a source that stalls without a word is noticed within three seconds, and listed', async ({ bench }) => {
  const { window } = await bench.open();
  await bothTalk(bench.sound);
  await bothSidesLive(window);
  await record(window);
  await recordedFor(window, 2);
  await bench.sound.pactl('suspend-sink', devices.micSink, '1');
  await expect(window.getByRole('meter', { name: 'You' })).not.toHaveAttribute('aria-valuetext', /live/i, {
    timeout: 3_000,
  });
  await bench.sound.pactl('suspend-sink', devices.micSink, '0');
  await expect(window.getByRole('meter', { name: 'You' })).toHaveAttribute('aria-valuetext', /live/i);
  const backAt = await timerSeconds(window);
  await recordedFor(window, backAt + 2);
  await stop(window);
  const { call, heard } = await savedCall(bench.library);
  expect(strayIn(call, heard)).toEqual([]);
});

test('microphone only records your side alone, and raises no alarm about the other', async ({ bench }) => {
  const { window } = await bench.open();
  await bothTalk(bench.sound);
  await bothSidesLive(window);
  await window.getByText('Microphone only').click();
  await record(window);
  await recordedFor(window, 2);
  await stop(window);
  const { call, heard } = await savedCall(bench.library);
  expect(heard.you.slice(1, -1).every((what) => what === tones.youHz)).toBe(true);
  expect(heard.them.every((what) => what === 'silence')).toBe(true);
  expect(call.capture.gaps).toEqual([]);
  expect(call.source.them).toBe('');
});
