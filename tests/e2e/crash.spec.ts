// kill -9 at any moment: what was heard half a second before is kept, and every acknowledged mark.
import { join } from 'node:path';
import { sides, type Call } from '../../contract/call.ts';
import { callsOnDisk, expect, test } from '../support/app.ts';
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

const recovered = /what was recorded is safe/i;

// Fixed, so that a failure can be had again; spread over a second, so that every phase of a page is met.
const killsAfterMs = [1_130, 1_870, 2_410, 3_290, 4_050];

for (const killAfterMs of killsAfterMs) {
  test(`killed ${killAfterMs} ms into a call, it is whole up to half a second before and recovered once`, async ({
    bench,
  }) => {
    const doomed = await bench.open();
    await bothTalk(bench.sound);
    await bothSidesLive(doomed.window);
    await doomed.window.getByRole('textbox', { name: 'Company' }).fill('Northwind');
    await record(doomed.window);
    const startedAtMs = Date.now();
    await doomed.window.keyboard.press('p');
    await expect(doomed.window.getByRole('list', { name: 'Marks' }).getByRole('listitem')).toHaveCount(1);
    const acknowledged = 1;
    await expect.poll(() => Date.now() - startedAtMs, { intervals: [5] }).toBeGreaterThanOrEqual(killAfterMs);
    const killedAtMs = Date.now();
    await doomed.kill();
    await bench.sound.stopAll();

    const { window } = await bench.open();
    await expect(window.getByText(recovered).first()).toBeVisible();
    const [saved, ...others] = await callsOnDisk(bench.library);
    expect(others).toEqual([]);
    const { call, folder } = saved!;
    const heard = await heardIn(join(folder, 'audio.ogg'));
    expect(heard.durationMs).toBeGreaterThanOrEqual(killedAtMs - startedAtMs - 500);
    expect(strayIn(call, heard)).toEqual([]);
    for (const side of sides) expect(missingMs(call, side)).toBeLessThanOrEqual(200);
    expect(Math.abs(heard.durationMs - call.durationMs)).toBeLessThan(25);
    expect(call.capture.recovered).toBe(true);
    expect(call.company).toBe('Northwind');
    expect(call.marks).toHaveLength(acknowledged);
  });
}

test('a call recovered once is not recovered again at the next start', async ({ bench }) => {
  const doomed = await bench.open();
  await bothTalk(bench.sound);
  await bothSidesLive(doomed.window);
  await record(doomed.window);
  await recordedFor(doomed.window, 1);
  await doomed.kill();
  const second = await bench.open();
  await expect(second.window.getByText(recovered).first()).toBeVisible();
  const [before] = await callsOnDisk(bench.library);
  await second.quit();
  const third = await bench.open();
  await expect(third.window.getByRole('button', { name: 'Record a call' })).toBeVisible();
  await expect(third.window.getByText(recovered)).toHaveCount(0);
  expect(await callsOnDisk(bench.library)).toEqual([before]);
});

test('the window that hears dies in mid-call: the same call goes on within two seconds, the gap is listed', async ({
  bench,
}) => {
  const { electron, window } = await bench.open();
  await bothTalk(bench.sound);
  await bothSidesLive(window);
  await record(window);
  await recordedFor(window, 2);
  await electron.evaluate(({ webContents }) => {
    const hearing = webContents.getAllWebContents().find((one) => one.getURL().endsWith('/capture.html'));
    hearing?.forcefullyCrashRenderer();
  });
  await recordedFor(window, 7);
  await stop(window);

  const [{ call, folder }] = (await callsOnDisk(bench.library)) as [{ call: Call; folder: string }];
  const heard = await heardIn(join(folder, 'audio.ogg'));
  const gaps = call.capture.gaps;
  expect(new Set(gaps.map((gap) => gap.side))).toEqual(new Set(['you', 'them']));
  for (const gap of gaps) expect(gap.toMs - gap.fromMs).toBeLessThan(2_500);
  expect(strayIn(call, heard)).toEqual([]);
  expect(Math.abs(heard.durationMs - call.durationMs)).toBeLessThan(25);
  expect(Math.abs(call.capture.wallMs - call.durationMs)).toBeLessThan(150);
});

test('the visible window dies in mid-call: not a sample is lost, and it comes back showing the call', async ({
  bench,
}) => {
  const { electron, window } = await bench.open();
  await bothTalk(bench.sound);
  await bothSidesLive(window);
  await record(window);
  await recordedFor(window, 1);
  await electron.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()
      .find((one) => one.isVisible())
      ?.webContents.forcefullyCrashRenderer();
  });
  // Playwright lets go of a page that crashed; the app's own window is asked instead.
  const inWindow = (code: string) =>
    electron.evaluate(async ({ BrowserWindow }, script) => {
      const visible = BrowserWindow.getAllWindows().find((one) => one.isVisible())?.webContents;
      // A page that is just being loaded again never answers.
      const nobody = new Promise<string>((resolve) => setTimeout(() => resolve('not there'), 1_000));
      return visible ? Promise.race([nobody, visible.executeJavaScript(script) as Promise<string>]) : nobody;
    }, code);
  const timer = `document.querySelector('[role=timer]')?.textContent ?? ''`;
  await expect.poll(() => inWindow(timer), { timeout: 15_000 }).toMatch(/00:0[4-9]/);
  await inWindow(
    `[...document.querySelectorAll('button')].find((one) => one.textContent.includes('Stop')).click()`,
  );
  await expect.poll(async () => (await callsOnDisk(bench.library)).length).toBe(1);
  const [saved] = await callsOnDisk(bench.library);
  const heard = await heardIn(join(saved!.folder, 'audio.ogg'));
  expect(strayIn(saved!.call, heard)).toEqual([]);
  for (const side of sides) expect(missingMs(saved!.call, side)).toBeLessThanOrEqual(200);
});
