// The recorder on a real disk, between a scripted platform and a capture window that answers at once.
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Call } from '../../../../contract/call.ts';
import type { CaptureCommand, TimelineFact } from '../../../../contract/capture.ts';
import type { Settings } from '../../../../contract/settings.ts';
import { openSettings } from '../../../../main/app/settings.ts';
import { systemClock } from '../../../../main/clock.ts';
import { newCallId } from '../../../../main/library/layout.ts';
import { scan } from '../../../../main/ogg.ts';
import { makeRecorder, type Recorder } from '../../../../main/recording/recorder.ts';
import { makeStream } from '../../../support/make-page.ts';
import { limitFiles } from '../../../support/small-disk.ts';
import { soundWorld } from '../../../support/sound-world.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const isElsewhere = process.platform !== 'linux';

async function aRecorder(slowMs = 0) {
  const folder = await temporaryFolder();
  const world = soundWorld(() => slowMs);
  const saved: Call[] = [];
  const endsLost: number[] = [];
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
    endLost: (lostMs) => endsLost.push(lostMs),
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
  /** A file of the call that runs: where it is, and how large. */
  const file = (name: string) => join(folder, callId(), name);
  const sizeOf = async (name: string) => (await stat(file(name))).size;
  const hear = (page: Uint8Array, facts: TimelineFact[] = []) =>
    recorder.capture.page({
      callId: callId(),
      page,
      peaks: new Uint8Array(20),
      facts,
      frames: { you: 1, them: 1 },
    });
  /** A call that runs and has some sound on disk: of these pages all but the last `left`. */
  async function aRunningCall(pages: Uint8Array[], left: number) {
    await recorder.start({ company: '', mode: 'both' });
    await expect.poll(() => world.streams.you?.heard && world.streams.them?.heard).toBe(true);
    const heard = pages.slice(0, pages.length - left);
    for (const page of heard) await hear(page);
    await expect.poll(() => sizeOf('audio.ogg')).toBe(Buffer.concat(heard).length);
  }
  return { recorder, world, saved, chosen, endsLost, file, sizeOf, hear, aRunningCall };
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

test.skipIf(isElsewhere)(
  'on a full disk a page is taken once, and what it told of the call is on record',
  async () => {
    const { recorder, saved, file, sizeOf, hear, aRunningCall } = await aRecorder();
    const pages = makeStream(1, 40);
    await aRunningCall(pages, 2);
    await expect.poll(() => sizeOf('journal.jsonl')).toBeGreaterThan(0);
    const lift = limitFiles(await sizeOf('journal.jsonl'));
    await hear(pages.at(-2)!, [{ type: 'gap-opened', side: 'them', atMs: 100, cause: 'source stalled' }]);
    lift();
    await hear(pages.at(-1)!);
    const sound = file('audio.ogg');
    await recorder.stop();
    expect(saved[0]!.capture.gaps).toMatchObject([{ side: 'them', fromMs: 100 }]);
    expect(scan(new Uint8Array(await readFile(sound))).pages).toBe(pages.length);
  },
);

test.skipIf(isElsewhere)('a source that changes while the disk is full is on record', async () => {
  const { recorder, world, saved, sizeOf, aRunningCall } = await aRecorder(5);
  await aRunningCall(makeStream(1, 10), 0);
  const lift = limitFiles(await sizeOf('journal.jsonl'));
  world.unplug('you', 'Headset');
  await expect
    .poll(() => recorder.view().sources.you, { timeout: 4_000 })
    .toEqual({ phase: 'live', label: 'Webcam' });
  lift();
  await recorder.stop();
  expect(saved[0]!.capture.sourceChanges).toMatchObject([{ side: 'you', from: 'Headset', to: 'Webcam' }]);
});

test.skipIf(isElsewhere)(
  'the call is saved when its end finds no room, and it is told how much is lost',
  async () => {
    const { recorder, saved, endsLost, sizeOf, hear, aRunningCall } = await aRecorder();
    const pages = makeStream(1, 200);
    await aRunningCall(pages, 20);
    limitFiles(await sizeOf('audio.ogg'));
    for (const page of pages.slice(-20)) await hear(page);
    await recorder.stop();
    expect(saved).toMatchObject([{ durationMs: 18_000 }]);
    expect(endsLost).toEqual([2_000]);
  },
);

test('what a side is recorded from is what opened, not what was about to open', async () => {
  const { recorder, world, saved } = await aRecorder(30);
  recorder.listen(true);
  await expect.poll(() => recorder.view().sources.you).toEqual({ phase: 'opening', label: 'Headset' });
  world.unplug('you', 'Headset');
  await recorder.start({ company: '', mode: 'both' });
  await expect.poll(() => world.streams.you, { timeout: 4_000 }).toMatchObject({ heard: true });
  await recorder.stop();
  const [call] = saved;
  expect([call!.source.you, ...call!.capture.sourceChanges.map(({ to }) => to)].at(-1)).toBe('Webcam');
});
