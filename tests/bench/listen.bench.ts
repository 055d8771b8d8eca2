// A call of ten hours, also with hundreds of marks, beside one of a minute: how soon it is on screen, how smoothly it moves.
import type { Page } from '@playwright/test';
import { expect, test } from '../support/app.ts';
import { median, report } from '../support/bench-report.ts';
import { writeLongCall } from '../support/long-call.ts';

const openings = 9;
const frames = 240;
const long = 'Ten hours';
const marked = 'Three hundred marks';
const short = 'One minute';
const calls = [short, long, marked] as const;

const toList = async (window: Page) => {
  await window.getByRole('link', { name: /^Calls/ }).click();
  await expect(window.getByRole('list', { name: 'Calls' }).getByRole('listitem')).toHaveCount(calls.length);
};

/** From the press to the first frame in which your side is drawn, in ms. */
async function open(window: Page, company: string): Promise<number> {
  await toList(window);
  const drawn = window.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let pressedAtMs = 0;
        document.addEventListener('pointerdown', () => (pressedAtMs = performance.now()), {
          once: true,
          capture: true,
        });
        const look = () => {
          const canvas = document.querySelector('canvas');
          const row = canvas?.width && canvas.getContext('2d')?.getImageData(100, 70, 400, 1).data;
          if (row && pressedAtMs > 0 && row.some((value) => value > 0))
            resolve(performance.now() - pressedAtMs);
          else requestAnimationFrame(look);
        };
        look();
      }),
  );
  await window.getByRole('list', { name: 'Calls' }).getByText(company).click();
  return drawn;
}

type Doing = 'nothing' | 'zoom' | 'scroll' | 'seek';

/** What happens in each of many frames, and how long each frame took. */
function framesWhile(window: Page, doing: Doing): Promise<number[]> {
  return window.evaluate(
    ([what, count]) =>
      new Promise<number[]>((resolve) => {
        const canvas = document.querySelector('canvas');
        const box = canvas?.getBoundingClientRect() ?? new DOMRect();
        const place = {
          clientX: box.left + box.width * 0.6,
          clientY: box.top + 60,
          bubbles: true,
          cancelable: true,
        };
        const took: number[] = [];
        let last = performance.now();
        const step = (now: number) => {
          took.push(now - last);
          last = now;
          // In for half of the time, and out again.
          const direction = took.length < count / 2 ? -1 : 1;
          if (what === 'zoom')
            canvas?.dispatchEvent(new WheelEvent('wheel', { ...place, deltaY: 60 * direction }));
          if (what === 'scroll')
            canvas?.dispatchEvent(new WheelEvent('wheel', { ...place, deltaX: -40 * direction }));
          if (what === 'seek') {
            const clientX = box.left + ((took.length * 37) % box.width);
            for (const type of ['pointerdown', 'pointerup'])
              canvas?.dispatchEvent(new PointerEvent(type, { ...place, clientX, pointerId: 1 }));
          }
          if (took.length <= count) requestAnimationFrame(step);
          else resolve(took.slice(1));
        };
        requestAnimationFrame(step);
      }),
    [doing, frames] as const,
  );
}

const share = (values: readonly number[], limitMs: number) =>
  values.filter((value) => value <= limitMs).length / values.length;
const percent = (part: number) => `${(part * 100).toFixed(1)} %`;
const percentile = (values: readonly number[], part: number) =>
  [...values].sort((one, other) => one - other)[Math.ceil(values.length * part) - 1]!;

function say(name: string, values: readonly number[], idle: readonly number[]): void {
  const line = (of: readonly number[]) =>
    `median ${median(of).toFixed(1)}, 95th ${percentile(of, 0.95).toFixed(1)}, longest ${Math.max(...of).toFixed(1)} ms; ` +
    `within 16.7 ms ${percent(share(of, 16.75))}, within a frame and 1 ms ${percent(share(of, 17.7))}`;
  process.stdout.write(`  ${name}: ${line(values)}\n  nothing to draw: ${line(idle)}\n`);
}

test('listen', async ({ bench }) => {
  await writeLongCall(bench.library, short, 1);
  await writeLongCall(bench.library, long, 600);
  await writeLongCall(bench.library, marked, 600, 300);
  const { window } = await bench.open();
  await toList(window);
  const times: Record<(typeof calls)[number], number[]> = { [short]: [], [long]: [], [marked]: [] };
  for (let run = 0; run < openings; run += 1)
    for (const company of run % 2 ? calls : [...calls].reverse())
      times[company].push(await open(window, company));
  const baseline = { name: 'press until the sound of one minute is drawn', values: times[short], unit: 'ms' };
  for (const [company, what] of [
    [long, 'ten hours'],
    [marked, 'ten hours with 300 marks'],
  ] as const)
    await report(`opening a call of ${what}`, {
      measured: { name: `press until the sound of ${what} is drawn`, values: times[company], unit: 'ms' },
      baseline,
      goal: 'at most 1.5',
    });

  await window.getByRole('link', { name: /^Settings/ }).click();
  await expect(window.getByRole('heading', { name: 'Settings' })).toBeVisible();
  const idle = await framesWhile(window, 'nothing');
  await moveThrough(window, long, 'ten hours', idle);
  await moveThrough(window, marked, 'ten hours with 300 marks', idle);
});

async function moveThrough(window: Page, company: string, what: string, idle: number[]): Promise<void> {
  await open(window, company);
  // All levels of peaks are there when the finest zoom is.
  await framesWhile(window, 'nothing');
  for (const doing of ['zoom', 'scroll', 'seek'] as const) {
    if (doing === 'scroll') for (let presses = 0; presses < 8; presses += 1) await window.keyboard.press('+');
    const values = await framesWhile(window, doing);
    await report(`frames of ${what}, ${doing}`, {
      measured: { name: `a frame during ${doing}`, values, unit: 'ms' },
      baseline: { name: 'a frame with nothing to draw', values: idle, unit: 'ms' },
      goal: '95 % of frames within 16.7 ms',
    });
    say(doing, values, idle);
  }
}
