// Listening back: near enough to see 10 ms, one side alone, faster, without silence, again and again, by keyboard alone.
import type { Page } from '@playwright/test';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Call } from '../../contract/call.ts';
import { callsOnDisk, expect, test, type Bench } from '../support/app.ts';
import { decode, tonePerWindow, type Heard } from '../support/listen.ts';
import { keepCall } from '../support/keep-call.ts';
import { tabTo } from '../support/keyboard.ts';
import { look } from '../support/look.ts';
import { makeCall, makeMark, makePromise } from '../support/make-call.ts';
import { makeTalk } from '../support/make-ogg.ts';
import { devices, tones } from '../support/sound-server.ts';
import { share } from '../support/story.ts';

type Talk = Parameters<typeof makeTalk>[2];

/** The app on the screen of a call that was made like this. */
async function openCall(
  bench: Bench,
  seconds: number,
  talk: Talk,
  fields: Partial<Call> = {},
): Promise<Page> {
  const call = makeCall({ durationMs: seconds * 1000, ...fields });
  const folder = join(bench.library, 'calls', '2026', call.id);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'call.json'), JSON.stringify(call));
  await makeTalk(join(folder, 'audio.ogg'), seconds, talk);
  const { window } = await bench.open();
  await window.getByRole('link', { name: /^Calls/ }).click();
  await window.getByRole('list', { name: 'Calls' }).getByRole('listitem').first().click();
  await expect(place(window)).toBeVisible();
  return window;
}

const place = (window: Page) => window.getByRole('slider', { name: 'Place in the call' });
const inView = (window: Page) => window.getByRole('group', { name: 'Zoom' });
const seconds = async (window: Page) => Number(await place(window).getAttribute('aria-valuenow'));
const playing = (window: Page) => window.getByRole('button', { name: 'Pause', exact: true });
const always: Talk = { you: [[0, 3600]], them: [[0, 3600]] };

/** The middle of the waveform, in the page, moved right by `share` of its width. */
async function spot(window: Page, at: number, down = 0.4): Promise<{ x: number; y: number }> {
  const box = (await window.locator('canvas').first().boundingBox())!;
  return { x: box.x + box.width * at, y: box.y + box.height * down };
}

/** How often the drawn sound of your side changes from above its line of silence to below it. */
const swings = (window: Page) =>
  window.evaluate(() => {
    const canvas = document.querySelector('canvas')!;
    const { width } = canvas;
    const row = (y: number) => canvas.getContext('2d')!.getImageData(0, y, width, 1).data;
    // A quarter of the wave's 148 px is your line of silence.
    const scale = devicePixelRatio;
    const [above, below] = [row(Math.round(31 * scale)), row(Math.round(43 * scale))];
    const isYou = (data: Uint8ClampedArray, x: number) =>
      data[x * 4 + 3]! > 200 && data[x * 4 + 1]! > data[x * 4]! + 40;
    let swung = 0;
    let last = '';
    for (let x = 0; x < width; x += 1) {
      const now = isYou(above, x) ? 'above' : isYou(below, x) ? 'below' : '';
      if (now !== '' && last !== '' && now !== last) swung += 1;
      if (now !== '') last = now;
    }
    return swung;
  });

async function heardFor(bench: Bench, lengthSeconds: number): Promise<Heard[][]> {
  const { channels, sampleRateHz } = await decode(
    await bench.sound.record(devices.speakersMonitor, lengthSeconds),
  );
  return channels.map((channel) => tonePerWindow(channel, sampleRateHz, 100, [tones.youHz, tones.themHz]));
}

test('the waveform is zoomed from the whole call to 10 ms, where real samples show, and back', async ({
  bench,
}) => {
  const window = await openCall(bench, 30, always);
  await expect(inView(window)).toContainText('Whole call');
  const { x, y } = await spot(window, 0.5);
  await window.mouse.move(x, y);
  await expect
    .poll(
      async () => {
        await window.mouse.wheel(0, -600);
        return inView(window).textContent();
      },
      { timeout: 30_000 },
    )
    .toContain('10 ms in view');
  // 4.4 periods of 440 Hz.
  await expect.poll(() => swings(window)).toBeGreaterThanOrEqual(7);
  expect(await swings(window)).toBeLessThanOrEqual(10);
  await window.keyboard.press('-');
  await expect(inView(window)).toContainText('20 ms in view');
  await window.keyboard.press('0');
  await expect(inView(window)).toContainText('Whole call');
});

test('a mark is dragged by its end and by its name, is then so on disk, and the undo is too', async ({
  bench,
}) => {
  const mark = { ...makePromise('Refund'), fromMs: 10_000, toMs: 15_000 };
  const window = await openCall(bench, 30, always, { marks: [mark] });
  const onDisk = async () => {
    const { fromMs, toMs } = (await callsOnDisk(bench.library))[0]!.call.marks[0]!;
    return [Math.round(fromMs / 1000), Math.round(toMs / 1000)];
  };
  const drag = async (from: number, to: number, down: number) => {
    const start = await spot(window, from, down);
    const end = await spot(window, to, down);
    await window.mouse.move(start.x, start.y);
    await window.mouse.down();
    await window.mouse.move((start.x + end.x) / 2, end.y);
    await window.mouse.move(end.x, end.y);
    await window.mouse.up();
  };
  await drag(15 / 30, 21 / 30, 0.4);
  await expect.poll(onDisk).toEqual([10, 21]);
  await drag(12 / 30, 17 / 30, 0.05);
  await expect.poll(onDisk).toEqual([15, 26]);
  await window.keyboard.press('Control+z');
  await expect.poll(onDisk).toEqual([10, 21]);
  await window.keyboard.press('Control+z');
  await expect.poll(onDisk).toEqual([10, 15]);
  // The same by keys: to the mark, on by 10 s, and let it end there.
  await window.keyboard.press('.');
  await window.keyboard.press('l');
  await window.keyboard.press('Shift+]');
  await expect.poll(onDisk).toEqual([10, 20]);
});

test('one side is heard alone, in both ears, and twice the speed keeps its pitch', async ({ bench }) => {
  const window = await openCall(bench, 120, always);
  await window.getByRole('radio', { name: 'Them' }).click({ force: true });
  await window.getByRole('button', { name: 'Play' }).click();
  await expect.poll(() => seconds(window), { timeout: 30_000 }).toBeGreaterThanOrEqual(0);
  await expect(playing(window)).toBeVisible();
  const onlyThem = async () => {
    const heard = await heardFor(bench, 1);
    return Math.min(...heard.map((ear) => share(ear, tones.themHz)));
  };
  await expect.poll(onlyThem, { timeout: 30_000 }).toBeGreaterThan(0.8);
  await window.keyboard.press('2');
  await expect(window.getByRole('radio', { name: 'You' })).toBeChecked();
  await window.getByRole('combobox', { name: 'Speed' }).selectOption({ label: '2×' });
  const onlyYou = async () => {
    const heard = await heardFor(bench, 1);
    return Math.min(...heard.map((ear) => share(ear, tones.youHz)));
  };
  await expect.poll(onlyYou, { timeout: 30_000 }).toBeGreaterThan(0.8);
  await window.keyboard.press('1');
  const both = async () => {
    const [left, right] = await heardFor(bench, 1);
    return Math.min(share(left!, tones.youHz), share(right!, tones.themHz));
  };
  await expect.poll(both, { timeout: 30_000 }).toBeGreaterThan(0.8);
});

test('silence and hold are skipped, words are not', async ({ bench }) => {
  const talk: Talk = {
    you: [[0, 2]],
    them: [
      [2, 3],
      [60, 90],
      [100, 120],
    ],
  };
  const hold = makeMark({ kind: 'hold', fromMs: 62_000, toMs: 100_000 });
  const window = await openCall(bench, 120, talk, { marks: [hold] });
  await window.getByRole('button', { name: 'Skip silence' }).click();
  await expect(window.getByRole('button', { name: 'Skip silence' })).toHaveAttribute('aria-pressed', 'true');
  const told = window.getByText(/^\d\d:\d\d \/ 02:00$/);
  const seen = new Set<number>();
  await window.keyboard.press('k');
  await expect
    .poll(
      async () => {
        const [minutes, wholeSeconds] = (await told.textContent())!.slice(0, 5).split(':').map(Number);
        seen.add(minutes! * 60 + wholeSeconds!);
        return Math.max(...seen);
      },
      { timeout: 40_000, intervals: [50] },
    )
    .toBeGreaterThanOrEqual(102);
  expect([...seen].filter((at) => (at > 4 && at < 59) || (at > 63 && at < 99))).toEqual([]);
  expect([...seen].filter((at) => at <= 3).length).toBeGreaterThan(1);
});

test('a mark is played over and over until it is left', async ({ bench }) => {
  const mark = { ...makePromise('Refund'), fromMs: 20_000, toMs: 22_000 };
  const window = await openCall(bench, 60, always, { marks: [mark] });
  await window.keyboard.press('.');
  await window.keyboard.press('r');
  await expect(window.getByRole('button', { name: 'Loop mark' })).toHaveAttribute('aria-pressed', 'true');
  const told = window.getByText(/^\d\d:\d\d \/ 01:00$/);
  let rounds = 0;
  let last = '';
  await expect
    .poll(
      async () => {
        const now = (await told.textContent())!.slice(0, 5);
        expect(['00:20', '00:21', '00:22']).toContain(now);
        if (now === '00:20' && last !== '00:20') rounds += 1;
        last = now;
        return rounds;
      },
      { timeout: 30_000, intervals: [50] },
    )
    .toBeGreaterThanOrEqual(3);
  await window.keyboard.press('Shift+ArrowRight');
  await expect(window.getByRole('button', { name: 'Loop mark' })).toHaveAttribute('aria-pressed', 'false');
});

test('a call is listened to by keyboard alone, while notes are written, with the keys one press away', async ({
  bench,
}) => {
  const marks = [makeMark({ text: 'First', fromMs: 10_000 }), makeMark({ text: 'Second', fromMs: 40_000 })];
  const window = await openCall(bench, 60, always, { marks });
  const { keyboard } = window;
  await keyboard.press('.');
  await keyboard.press('.');
  await expect.poll(() => seconds(window)).toBe(40);
  await expect(place(window)).toHaveAttribute('aria-valuetext', '40 seconds of 1 minute');
  await keyboard.press(',');
  await expect.poll(() => seconds(window)).toBe(10);
  for (let presses = 0; presses < 6; presses += 1) await keyboard.press('+');
  await expect(inView(window)).toContainText(/93[78] ms in view/);
  await keyboard.press('F4');
  await expect(window.getByRole('combobox', { name: 'Speed' })).toHaveValue('1.25');

  await tabTo(window, /^Notes/);
  await keyboard.type('srk 1 ');
  await expect(window.getByRole('textbox', { name: 'Notes' })).toHaveValue('srk 1 ');
  await keyboard.press('Escape');
  await expect(playing(window)).toBeVisible();
  await keyboard.press('Escape');
  await expect(playing(window)).toBeHidden();
  await expect(window.getByRole('textbox', { name: 'Notes' })).toBeFocused();

  await tabTo(window, /^Place in the call/, { back: true });
  await keyboard.press('?');
  const help = window.getByRole('alertdialog', { name: 'Keys for listening' });
  await expect(help).toBeVisible();
  await look(window, 'listening-keys');
  await keyboard.press('Escape');
  await expect(help).toBeHidden();
  await expect(playing(window)).toBeHidden();
  await expect(place(window)).toBeFocused();
  await look(window, 'listening');
});

test('a call with hundreds of marks lists them all, and one key leads to the last of them', async ({
  bench,
}) => {
  const marks = Array.from({ length: 300 }, (_, at) =>
    makeMark({ text: `Said ${at + 1}`, fromMs: at * 1000, toMs: at * 1000 + 500 }),
  );
  await keepCall(bench.library, makeCall({ company: 'Northwind', durationMs: 301_000, marks }));
  const { window } = await bench.open();
  await window.getByRole('link', { name: /^Calls/ }).click();
  await window.getByRole('list', { name: 'Calls' }).getByText('Northwind').click();
  const list = window.getByRole('list', { name: 'Marks' });
  await tabTo(window, /Said 1$/);
  await window.keyboard.press('End');
  await expect(list.getByRole('button', { name: /Said 300$/ })).toBeFocused();
  await expect(list.getByRole('listitem')).toHaveCount(300);
});
