// The last minute before the start: kept when the user wants it and is told so, and never otherwise.
import type { Page } from '@playwright/test';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { callsOnDisk, expect, test, type Bench } from '../support/app.ts';
import { decode, tonePerWindow, toneLevel, type Heard } from '../support/listen.ts';
import { look } from '../support/look.ts';
import { devices } from '../support/sound-server.ts';
import { bothSidesLive, missingMs, record, recordedFor, stop } from '../support/story.ts';

const earlier = { you: 600, them: 1_500 };
const later = { you: 440, them: 1_000 };
const spokenHz = 2_500;
const sides = ['you', 'them'] as const;
const recovered = /what was recorded is safe/i;

async function bothSound(bench: Bench, hz: Record<'you' | 'them', number>): Promise<void> {
  await bench.sound.stopAll();
  await bench.sound.playTone({ sink: devices.micSink, frequencyHz: hz.you, gainDb: -20 });
  await bench.sound.playTone({ sink: devices.speakers, frequencyHz: hz.them, gainDb: -18 });
}

async function keepTheLastMinute(window: Page): Promise<void> {
  await window.getByRole('link', { name: 'Settings' }).click();
  // The radio itself is drawn by its label.
  await window.getByText('Keep the last minute').click();
  await expect(window.getByRole('radio', { name: 'Keep the last minute' })).toBeChecked();
  await window.getByRole('link', { name: 'Recording' }).click();
}

/** Waits until the screen says that at least this much waits in memory. */
async function waitsInMemory(window: Page, seconds: number): Promise<void> {
  const line = window.getByText(/waits? in memory. Nothing is written until you record/).first();
  await expect
    .poll(async () => Number(/\d+/.exec((await line.textContent()) ?? '')?.[0] ?? 0), { timeout: 20_000 })
    .toBeGreaterThanOrEqual(seconds);
}

interface Heard2 {
  sound: Awaited<ReturnType<typeof decode>>;
  you: Heard[];
  them: Heard[];
}

async function hear(folder: string): Promise<Heard2> {
  const sound = await decode(join(folder, 'audio.ogg'));
  const all = [...Object.values(earlier), ...Object.values(later)];
  const [you, them] = sound.channels.map((side) => tonePerWindow(side, sound.sampleRateHz, 100, all));
  return { sound, you: you!, them: them! };
}

const seconds = (heard: readonly Heard[], hz: number) => heard.filter((one) => one === hz).length / 10;

test('what both sides said before the start is the beginning of the recording, with everything at its time', async ({
  bench,
}) => {
  const { window } = await bench.open();
  await bothSound(bench, earlier);
  await keepTheLastMinute(window);
  await bothSidesLive(window);
  await waitsInMemory(window, 3);
  // Something is said while nothing records yet.
  const spokenAtMs = Date.now();
  await bench.sound.playTone({ sink: devices.speakers, frequencyHz: spokenHz, gainDb: -6, seconds: 1 });
  await waitsInMemory(window, 6);
  expect(await readdir(join(bench.library, 'calls')).catch(() => [])).toEqual([]);
  const clickedAtMs = Date.now();
  await record(window);
  await window.keyboard.press('p');
  const pressedAtMs = Date.now();
  await expect(window.getByRole('list', { name: 'Marks' }).getByRole('listitem')).toHaveCount(1);
  await window.keyboard.press('Escape');
  await bothSound(bench, later);
  await recordedFor(window, 10);
  const stoppedAtMs = Date.now();
  await stop(window);

  const [saved] = await callsOnDisk(bench.library);
  const { call, folder } = saved!;
  const startedAtMs = Date.parse(call.startedAt);
  const heard = await hear(folder);

  await test.step('the earlier tones come first, on both sides, without a hole where the recording began', () => {
    expect(clickedAtMs - startedAtMs).toBeGreaterThan(5_500);
    const beganAt = Math.floor((clickedAtMs - startedAtMs) / 100);
    for (const side of sides) {
      const until = heard[side].indexOf(later[side]);
      expect(until).toBeGreaterThan(beganAt);
      expect(heard[side].slice(1, 20)).toEqual(Array(19).fill(earlier[side]));
      expect(heard[side].slice(beganAt - 10, beganAt + 5)).toEqual(Array(15).fill(earlier[side]));
      expect(seconds(heard[side].slice(until), later[side])).toBeGreaterThan(1);
      expect(call.capture.gaps).toEqual([]);
    }
  });

  await test.step('it lasts as long as it says, from its start to its end', () => {
    expect(Math.abs(heard.sound.durationMs - call.durationMs)).toBeLessThan(25);
    expect(Math.abs(call.capture.wallMs - call.durationMs)).toBeLessThan(100);
    expect(Math.abs(startedAtMs + call.durationMs - stoppedAtMs)).toBeLessThan(300);
  });

  await test.step('what was said lies where it was said, and the mark reaches back to it', () => {
    const step = (heard.sound.sampleRateHz * 20) / 1_000;
    const them = heard.sound.channels[1]!;
    const at = Array.from({ length: Math.floor(them.length / step) }, (_, index) =>
      toneLevel(them.subarray(index * step, (index + 1) * step), heard.sound.sampleRateHz, spokenHz),
    ).findIndex((level) => level > 0.1);
    const spokenMs = at * 20;
    expect(Math.abs(startedAtMs + spokenMs - spokenAtMs)).toBeLessThan(300);
    const [promise] = call.marks;
    expect(Math.abs(startedAtMs + promise!.toMs - pressedAtMs)).toBeLessThan(300);
    expect(promise!.fromMs).toBe(Math.max(0, promise!.toMs - 10_000));
    expect(promise!.fromMs).toBeLessThan(spokenMs);
    expect(promise!.toMs).toBeGreaterThan(spokenMs);
  });
});

test('unless it is asked for, nothing from before the click is kept', async ({ bench }) => {
  const { window } = await bench.open();
  await bothSound(bench, earlier);
  await bothSidesLive(window);
  await expect(window.getByText(/in memory/)).toHaveCount(0);
  await bothSound(bench, later);
  const clickedAtMs = Date.now();
  await record(window);
  await recordedFor(window, 2);
  const stoppedAtMs = Date.now();
  await stop(window);
  const [saved] = await callsOnDisk(bench.library);
  const heard = await hear(saved!.folder);
  expect(saved!.call.durationMs).toBeLessThan(stoppedAtMs - clickedAtMs + 100);
  for (const side of sides) {
    expect(seconds(heard[side], earlier[side])).toBe(0);
    expect(seconds(heard[side], later[side])).toBeGreaterThan(1);
  }
});

test('what waits is forgotten with the screen that says so', async ({ bench }) => {
  const { window } = await bench.open();
  await bothSound(bench, earlier);
  await keepTheLastMinute(window);
  await waitsInMemory(window, 3);
  await look(window, 'pre-roll');
  await window.getByRole('link', { name: /^Calls/ }).click();
  await bothSound(bench, later);
  await window.getByRole('link', { name: 'Recording' }).click();
  await waitsInMemory(window, 1);
  await record(window);
  await recordedFor(window, 2);
  await stop(window);
  const [saved] = await callsOnDisk(bench.library);
  const heard = await hear(saved!.folder);
  for (const side of sides) {
    expect(seconds(heard[side], earlier[side])).toBe(0);
    expect(seconds(heard[side], later[side])).toBeGreaterThan(1.5);
  }
});

test('tell them first keeps nothing from before they were told, and says so', async ({ bench }) => {
  const { window } = await bench.open();
  await bothSound(bench, earlier);
  await keepTheLastMinute(window);
  await waitsInMemory(window, 2);
  await window.getByText('Tell them first').click();
  await expect(window.getByText('nothing from before your announcement is kept').first()).toBeVisible();
  await expect(window.getByText(/waits? in memory/)).toHaveCount(0);
  await window.getByRole('button', { name: 'Record a call' }).click();
  const told = window.getByRole('button', { name: "I said I'm recording" });
  await expect(told).toBeVisible();
  await bothSound(bench, later);
  await told.click();
  await recordedFor(window, 2);
  await stop(window);
  const [saved] = await callsOnDisk(bench.library);
  const heard = await hear(saved!.folder);
  for (const side of sides) expect(seconds(heard[side], earlier[side])).toBe(0);
});

test('killed a moment after the start, the time before it is whole', async ({ bench }) => {
  const doomed = await bench.open();
  await bothSound(bench, earlier);
  await keepTheLastMinute(doomed.window);
  await waitsInMemory(doomed.window, 5);
  await record(doomed.window);
  const { window } = doomed;
  await recordedFor(window, 6); // caught up: more is on disk than waited
  const seenAtMs = Date.now();
  await expect.poll(() => Date.now() - seenAtMs, { intervals: [5] }).toBeGreaterThan(700);
  const killedAtMs = Date.now();
  await doomed.kill();
  await bench.sound.stopAll();

  const again = await bench.open();
  await expect(again.window.getByText(recovered).first()).toBeVisible();
  const [saved] = await callsOnDisk(bench.library);
  const { call, folder } = saved!;
  const heard = await hear(folder);
  expect(Date.parse(call.startedAt) + call.durationMs).toBeGreaterThan(killedAtMs - 500);
  expect(Math.abs(heard.sound.durationMs - call.durationMs)).toBeLessThan(25);
  for (const side of sides) {
    expect(heard[side].slice(1, -1)).toEqual(Array(heard[side].length - 2).fill(earlier[side]));
    expect(call.capture.gaps).toEqual([]);
  }
});

test('a microphone that was gone while nothing recorded is a listed gap in the beginning', async ({
  bench,
}) => {
  const { window } = await bench.open();
  await bothSound(bench, earlier);
  await keepTheLastMinute(window);
  await bothSidesLive(window);
  await waitsInMemory(window, 2);
  const you = window.getByRole('meter', { name: 'You' });
  await bench.sound.unplugMicrophone();
  await expect(you).toHaveAttribute('aria-valuetext', /lost/i);
  const pluggedAtMs = Date.now();
  await bench.sound.plugMicrophone();
  await expect(you).toHaveAttribute('aria-valuetext', /live/i);
  const liveAtMs = Date.now();
  await expect.poll(() => Date.now() - liveAtMs, { timeout: 10_000 }).toBeGreaterThan(2_000);
  await record(window);
  await recordedFor(window, 6);
  await stop(window);

  const [saved] = await callsOnDisk(bench.library);
  const { call, folder } = saved!;
  const heard = await hear(folder);
  const startedAtMs = Date.parse(call.startedAt);
  /** `edgeMs`: how far beyond its edges a gap is taken to reach. */
  const inGap = (side: 'you' | 'them', fromMs: number, edgeMs: number) =>
    call.capture.gaps.some((gap) => {
      return gap.side === side && fromMs + 100 > gap.fromMs - edgeMs && fromMs < gap.toMs + edgeMs;
    });
  const pluggedMs = pluggedAtMs - startedAtMs;
  const gone = call.capture.gaps.find((gap) => gap.side === 'you' && gap.toMs > pluggedMs);
  expect(gone?.fromMs).toBeLessThan(pluggedMs);
  expect(gone?.cause).toMatch(/source (missing|unplugged|replaced|failed|lost)/);
  for (const { toMs } of call.capture.gaps) expect(startedAtMs + toMs).toBeLessThan(liveAtMs + 1_000);
  for (const side of sides) {
    heard[side].slice(1, -1).forEach((what, at) => {
      const fromMs = (at + 1) * 100;
      if (inGap(side, fromMs, -160)) expect([side, fromMs, what]).toEqual([side, fromMs, 'silence']);
      // A device that is moved makes a click: the tone starts anew within a tenth of a second.
      if (!inGap(side, fromMs, 60) && what !== 'other')
        expect([side, fromMs, what]).toEqual([side, fromMs, earlier[side]]);
    });
    expect(seconds(heard[side], earlier[side]) * 1_000).toBeGreaterThan(
      call.durationMs - missingMs(call, side) - 800,
    );
  }
  // PulseAudio moves the computer's sound along when a microphone comes: what is in doubt is not used.
  expect(missingMs(call, 'them')).toBeLessThan(3_000);
});
