// The recorder on a real disk, between a scripted platform and a capture window that answers at once.
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Call } from '../../../../contract/call.ts';
import type { CaptureCommand } from '../../../../contract/capture.ts';
import type { Settings } from '../../../../contract/settings.ts';
import { openSettings } from '../../../../main/app/settings.ts';
import { systemClock } from '../../../../main/clock.ts';
import { newCallId } from '../../../../main/library/layout.ts';
import { makeRecorder, type Recorder } from '../../../../main/recording/recorder.ts';
import { soundWorld } from '../../../support/sound-world.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

async function aRecorder() {
  const folder = await temporaryFolder();
  const world = soundWorld(() => 0);
  const saved: Call[] = [];
  const chosen: { now: Settings } = { now: openSettings(folder, () => undefined).read() };
  function send(command: CaptureCommand): void {
    world.send(command);
    if (command.type === 'begin') queueMicrotask(() => recorder.capture.began(command.callId));
    if (command.type === 'end') queueMicrotask(() => recorder.capture.ended(callId(), null));
  }
  const callId = () => {
    const { recording } = recorder.view();
    return 'callId' in recording ? recording.callId : '';
  };
  const recorder: Recorder = makeRecorder({
    clock: systemClock,
    sound: world.sound,
    appVersion: '0.1.0',
    settings: () => chosen.now,
    newCallId,
    callFolder: (id) => join(folder, id),
    freeBytes: async () => 1e12,
    askAfterMs: 120_000,
    saveCall: async (call) => void saved.push(call),
    send,
    relaunchCapture: () => undefined,
    announceView: () => undefined,
    announceLevels: () => undefined,
    log: () => undefined,
  });
  world.serves({
    opened: recorder.capture.opened,
    failed: recorder.capture.failed,
    captureReady: recorder.capture.ready,
    captureGone: recorder.capture.gone,
  });
  onTestFinished(() => recorder.release());
  world.captureComes();
  return { recorder, world, saved, chosen };
}

test('the sides that a call began with stay open until its last sound is in, whatever is chosen meanwhile', async () => {
  const { recorder, world, saved, chosen } = await aRecorder();
  await recorder.start({ company: 'Contoso', mode: 'both' });
  await expect.poll(() => world.streams.them?.heard).toBe(true);
  chosen.now = { ...chosen.now, mode: 'microphone' };
  recorder.settingsChanged();
  await recorder.stop();
  const told = world.commands.map(({ type }) => type);
  expect(told.indexOf('close')).toBeGreaterThan(told.indexOf('end'));
  expect(saved).toMatchObject([{ company: 'Contoso' }]);
  expect(recorder.view().recording).toEqual({ phase: 'idle' });
});

test('hold pressed twice, faster than the disk, is one hold that is over', async () => {
  const { recorder, saved } = await aRecorder();
  await recorder.start({ company: '', mode: 'both' });
  const [begun, over] = await Promise.all([recorder.mark('hold', null), recorder.mark('hold', null)]);
  expect(over.id).toBe(begun.id);
  expect(recorder.view().recording).toMatchObject({ openHold: null, marks: [{ id: begun.id }] });
  await Promise.all([recorder.stop(), recorder.stop()]);
  expect(saved).toHaveLength(1);
});

test('nothing is recorded before the announcement, and the announcement is its first mark', async () => {
  const { recorder, world, saved } = await aRecorder();
  await recorder.start({ company: '', mode: 'tell-first' });
  await recorder.describe({ company: 'Fabrikam' });
  await expect(recorder.mark('note', null)).rejects.toMatchObject({ code: 'not-recording' });
  expect(world.commands.some(({ type }) => type === 'begin')).toBe(false);
  const mark = await recorder.mark('consent', 'you-announced');
  await expect(recorder.start({ company: '', mode: 'both' })).rejects.toMatchObject({
    code: 'already-recording',
  });
  await recorder.stop();
  expect(saved).toMatchObject([{ company: 'Fabrikam', marks: [{ id: mark.id, fromMs: 0 }] }]);
});

test('each side is named by what it was recorded from, also when it came while the files of the call were made', async () => {
  const { recorder, world, saved } = await aRecorder();
  for (let count = 0; count < 5; count += 1) {
    await recorder.start({ company: '', mode: 'both' });
    await expect.poll(() => world.streams.you?.heard && world.streams.them?.heard).toBe(true);
    await recorder.stop();
  }
  expect(saved.map(({ source }) => [source.you, source.them])).toEqual(
    saved.map(() => ['Headset', 'Speakers']),
  );
});
