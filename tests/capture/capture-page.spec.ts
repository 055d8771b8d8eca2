// The capture page in Debian's Chromium against a real PulseAudio: what it writes is what was heard, or a listed gap.
import { expect, test as base } from '@playwright/test';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Side } from '../../contract/call.ts';
import { decode, tonePerWindow, type Heard } from '../support/listen.ts';
import { until } from '../support/processes.ts';
import { devices, startSoundServer, tones, type SoundServer } from '../support/sound-server.ts';
import { failedFor, offerThem, openCapturePage, themLabel, type CapturePage } from './capture-page.ts';

const windowMs = 50;
const candidates = [tones.youHz, tones.themHz];

/** Both tones play, and both sides are open and trusted. */
const test = base.extend<{ sound: SoundServer; capture: CapturePage }>({
  // oxlint-disable-next-line no-empty-pattern
  sound: async ({}, use) => {
    const sound = await startSoundServer();
    await offerThem(sound);
    await sound.playTone({ sink: devices.micSink, frequencyHz: tones.youHz, gainDb: -20 });
    await sound.playTone({ sink: devices.speakers, frequencyHz: tones.themHz, gainDb: -12 });
    await use(sound);
    await sound.stop();
  },
  capture: async ({ sound }, use) => {
    const capture = await openCapturePage(sound);
    await capture.open('you', devices.microphoneLabel);
    await capture.open('them', themLabel);
    await sleep(300); // a source counts from 0.1 s after it was found to be the right one
    await use(capture);
    await capture.close();
  },
});

async function heardIn(path: string): Promise<Record<Side, Heard[]> & { durationMs: number }> {
  const { channels, sampleRateHz, durationMs } = await decode(path);
  const [you, them] = channels.map((samples) => tonePerWindow(samples, sampleRateHz, windowMs, candidates));
  return { you: you!, them: them!, durationMs };
}

function between(heard: readonly Heard[], fromMs: number, toMs: number): Heard[] {
  return heard.slice(Math.ceil(fromMs / windowMs), Math.floor(toMs / windowMs));
}

function expectAll(heard: readonly Heard[], what: Heard): void {
  expect([...new Set(heard)]).toEqual([what]);
}

test('both sides are recorded, each on its own channel, for as long as it took', async ({
  capture,
  sound,
}) => {
  const began = performance.now();
  await capture.begin('a-call');
  await sleep(4_000);
  const wallMs = performance.now() - began;
  const path = await capture.end(join(sound.folder, 'a.ogg'));
  const heard = await heardIn(path);
  expect(Math.abs(heard.durationMs - wallMs)).toBeLessThan(60);
  expect(capture.facts).toEqual([]);
  expectAll(heard.you.slice(0, -1), tones.youHz);
  expectAll(heard.them.slice(0, -1), tones.themHz);
  expect(capture.complaints.filter((text) => !text.includes('404'))).toEqual([]);

  const frames = capture.pages.at(-1)!.frames;
  expect(Math.abs(frames.you / 48 - heard.durationMs)).toBeLessThan(1);
  expect(Math.abs(frames.them / 48 - heard.durationMs)).toBeLessThan(1);
  const pairs = capture.pages.reduce((sum, { peaks }) => sum + peaks.length / 2, 0);
  expect(pairs).toBe(Math.ceil(heard.durationMs / 10));
});

test('a page is whole and holds no more than 120 ms', async ({ capture, sound }) => {
  await capture.begin('a-call');
  await sleep(2_000);
  await capture.end(join(sound.folder, 'a.ogg'));
  const granules = capture.pages.map(({ page }) => {
    expect(Buffer.from(page.subarray(0, 4)).toString()).toBe('OggS');
    return Number(new DataView(page.buffer, page.byteOffset).getBigInt64(6, true));
  });
  const steps = granules.slice(2).map((granule, at) => granule - granules[at + 1]!);
  expect(Math.max(...steps)).toBeLessThanOrEqual(0.12 * 48_000);
});

test('a suspended microphone is a gap within 50 ms, silent, and the other side is untouched', async ({
  capture,
  sound,
}) => {
  await capture.begin('a-call');
  await sleep(1_500);
  const began = performance.now();
  await sound.pactl('suspend-source', devices.microphone, '1');
  await sleep(2_000);
  await sound.pactl('suspend-source', devices.microphone, '0');
  const tookMs = performance.now() - began;
  await sleep(1_500);
  const heard = await heardIn(await capture.end(join(sound.folder, 'a.ogg')));

  const [opened, closed, ...more] = capture.facts;
  expect(more).toEqual([]);
  expect(opened).toMatchObject({ type: 'gap-opened', side: 'you', cause: 'source stalled' });
  expect(closed).toMatchObject({ type: 'gap-closed', side: 'you' });
  expect(Math.abs(closed!.atMs - opened!.atMs - tookMs)).toBeLessThan(120);
  expectAll(between(heard.you, 0, opened!.atMs - 50), tones.youHz);
  expectAll(between(heard.you, opened!.atMs + 50, closed!.atMs - 50), 'silence');
  expectAll(between(heard.you, closed!.atMs + 50, heard.durationMs - 50), tones.youHz);
  expectAll(heard.them.slice(0, -1), tones.themHz);
  const gapMs = closed!.atMs - opened!.atMs;
  expect(Math.abs(capture.pages.at(-1)!.frames.you / 48 + gapMs - heard.durationMs)).toBeLessThan(60);
});

test('a privacy pause is silence on both sides, listed as such and not as a gap', async ({
  capture,
  sound,
}) => {
  await capture.begin('a-call');
  await sleep(1_500);
  await capture.command({ type: 'pause' });
  await sleep(1_000);
  await capture.command({ type: 'resume' });
  await sleep(1_500);
  const heard = await heardIn(await capture.end(join(sound.folder, 'a.ogg')));
  const [paused, resumed, ...more] = capture.facts;
  expect(more).toEqual([]);
  expect(paused?.type).toBe('paused');
  expect(resumed?.type).toBe('resumed');
  for (const side of ['you', 'them'] as const) {
    expectAll(between(heard[side], paused!.atMs + 10, resumed!.atMs), 'silence');
    expectAll(between(heard[side], 0, paused!.atMs - 50), side === 'you' ? tones.youHz : tones.themHz);
    expectAll(
      between(heard[side], resumed!.atMs + 50, heard.durationMs - 50),
      side === 'you' ? tones.youHz : tones.themHz,
    );
  }
});

test('a source that is not trusted is withheld and does not move the meter, and another attempt takes its place', async ({
  capture,
  sound,
}) => {
  await capture.begin('a-call');
  await sleep(1_000);
  await capture.command({ type: 'distrust', side: 'you', cause: 'replaced', rightAtMs: 0 });
  const open = {
    type: 'open',
    side: 'you',
    attempt: 2,
    source: { kind: 'input', label: themLabel, nth: 0 },
  } as const;
  await capture.command(open);
  await capture.heard('capture:opened', ([source]) => (source as { attempt: number }).attempt === 2);
  await until('the wrong source delivers', async () =>
    capture.reports.at(-1)!.you.frames > 0 ? true : undefined,
  );
  await sleep(500);
  expect(capture.reports.slice(-5).every(({ you }) => you.peak === 0)).toBe(true);
  expect(capture.reports.slice(-5).some(({ you }) => you.frames > 0 && !you.allZero)).toBe(true);
  await capture.command({ type: 'trust', side: 'you', attempt: 1 });
  await sleep(300);
  expect(capture.reports.slice(-3).every(({ you }) => you.peak === 0)).toBe(true);

  await capture.open('you', devices.microphoneLabel, 3);
  await sleep(1_500);
  const heard = await heardIn(await capture.end(join(sound.folder, 'a.ogg')));
  const [opened, closed, ...more] = capture.facts;
  expect(more).toEqual([]);
  expect(opened).toMatchObject({ type: 'gap-opened', side: 'you', cause: 'replaced' });
  expectAll(between(heard.you, opened!.atMs + 50, closed!.atMs - 50), 'silence');
  expectAll(between(heard.you, closed!.atMs + 50, heard.durationMs - 50), tones.youHz);
  expectAll(heard.them.slice(0, -1), tones.themHz);
});

test('a lead is silence and a gap, with one side the other stays silent without one', async ({
  capture,
  sound,
}) => {
  await capture.begin('a-call', { sides: ['you'], leadMs: 700 });
  await sleep(1_500);
  const heard = await heardIn(await capture.end(join(sound.folder, 'a.ogg')));
  expect(capture.facts).toEqual([
    { type: 'gap-opened', side: 'you', atMs: 0, cause: 'recorder restarted' },
    { type: 'gap-closed', side: 'you', atMs: 700 },
  ]);
  expectAll(between(heard.you, 0, 690), 'silence');
  expectAll(between(heard.you, 750, heard.durationMs - 50), tones.youHz);
  expectAll(heard.them, 'silence');
});

test('pages that are refused for a while arrive in order all the same', async ({ capture, sound }) => {
  await capture.begin('a-call');
  await sleep(1_000);
  capture.refuse((name) => name === 'capture:page');
  await sleep(1_500);
  capture.refuse(() => false);
  await sleep(1_000);
  const heard = await heardIn(await capture.end(join(sound.folder, 'a.ogg')));
  expect(heard.durationMs).toBeGreaterThan(3_400);
  expectAll(heard.you.slice(0, -1), tones.youHz);
  const numbers = capture.pages.map(({ page }) =>
    new DataView(page.buffer, page.byteOffset).getUint32(18, true),
  );
  expect(numbers).toEqual(numbers.map((_, at) => at));
});

test('a page that stood still for 3 s has lost nothing', async ({ capture, sound }) => {
  await capture.begin('a-call');
  await sleep(1_000);
  await capture.page.evaluate(() => {
    const until = performance.now() + 3_000;
    while (performance.now() < until);
  });
  await sleep(1_500);
  const heard = await heardIn(await capture.end(join(sound.folder, 'a.ogg')));
  expect(capture.facts).toEqual([]);
  expect(heard.durationMs).toBeGreaterThan(5_400);
  expectAll(heard.you.slice(0, -1), tones.youHz);
  expectAll(heard.them.slice(0, -1), tones.themHz);
});

test('nonsense and commands out of place stop nothing', async ({ capture }) => {
  for (const value of [null, 7, {}, { type: 'nonsense' }, { type: 'open', side: 'nobody' }])
    await capture.nonsense(value);
  for (const type of ['pause', 'resume', 'end'] as const) await capture.command({ type });
  await capture.command({ type: 'trust', side: 'you', attempt: 99 });
  await capture.begin('a-call');
  await capture.command({
    type: 'begin',
    callId: 'another',
    sides: ['you'],
    leadMs: 0,
    preRollMs: 0,
    silentWhenIdle: [],
  });
  const refused = await capture.heard('capture:ended', ([callId]) => callId === 'another');
  expect(refused.args[1]).toMatch(/still recording/);
  await capture.command({ type: 'resume' });
  await sleep(1_000);
  await capture.command({ type: 'end' });
  await capture.command({ type: 'end' });
  const ended = await capture.heard('capture:ended', ([callId]) => callId === 'a-call');
  expect(ended.args[1]).toBeNull();
});

test('a device that is not there is told, and so are the names of those that are', async ({ capture }) => {
  const open = {
    type: 'open',
    side: 'you',
    attempt: 2,
    source: { kind: 'input', label: 'No such thing', nth: 0 },
  } as const;
  await capture.command(open);
  const missing = await capture.heard('capture:failed', failedFor('you', 2));
  expect(missing.args[0]).toMatchObject({ cause: 'missing' });
  const announced = await capture.heard('capture:devices');
  expect(announced.args[0]).toEqual(expect.arrayContaining([devices.microphoneLabel, themLabel]));
});

test('the peaks of a call can be measured again from its sound, and a call without sound gives none', async ({
  capture,
  sound,
}) => {
  await capture.begin('a-call');
  await sleep(2_000);
  const path = await capture.end(join(sound.folder, 'a.ogg'));
  const live = Buffer.concat(capture.pages.map(({ peaks }) => peaks));
  capture.serve('a-call', path);
  await capture.command({ type: 'measure', callId: 'a-call' });
  const { args } = await capture.heard('capture:measured');
  const again = Buffer.from(args[1] as Uint8Array);
  expect(again).toHaveLength(live.length);
  const differences = [...again].map((value, at) => Math.abs(value - live[at]!));
  expect(Math.max(...differences.slice(20, -20))).toBeLessThanOrEqual(6);

  await capture.command({ type: 'measure', callId: 'no-such-call' });
  const none = await capture.heard('capture:measured', ([callId]) => callId === 'no-such-call');
  expect(none.args[1]).toBeNull();
});
