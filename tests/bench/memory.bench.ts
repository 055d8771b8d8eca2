// What the app takes of the memory, all its processes together, with no call and with 100,000: at rest, and after a search.
import type { Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { expect, test } from '../support/app.ts';
import { median, reportTable } from '../support/bench-report.ts';
import { processTree, type RunningApp } from '../support/launch.ts';
import { madeLibrary, profileFor } from '../support/make-library.ts';

const pairs = Number(process.env['PAIRS'] ?? 4);
const calls = 100_000;
/** So long it may do what is to be done after a start or a search, and then it is looked at so many times. */
const restMs = 12_000;
const looks = 8;

/** Proportional set size of the app, MB: what is shared counts once. */
async function takenMb({ electron }: RunningApp): Promise<number> {
  let kb = 0;
  for (const pid of await processTree(electron.process().pid!)) {
    const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
    kb += Number(/^Pss: +(\d+)/m.exec(rollup)?.[1] ?? 0);
  }
  return kb / 1024;
}

async function atRest(app: RunningApp): Promise<number> {
  await app.window.waitForTimeout(restMs);
  const seen: number[] = [];
  for (let look = 0; look < looks; look += 1) {
    seen.push(await takenMb(app));
    await app.window.waitForTimeout(500);
  }
  return median(seen);
}

async function searchAndClear(window: Page): Promise<void> {
  await window.getByRole('link', { name: /^Calls/ }).click();
  const box = window.getByRole('searchbox', { name: 'Search calls' });
  await box.pressSequentially('refund of the bill', { delay: 60 });
  await box.fill('');
  await expect(box).toHaveValue('');
}

test('memory', async ({ bench }) => {
  const made = await madeLibrary(calls);
  const many = { ONRECORD_LIBRARY: made.folder, ONRECORD_PROFILE: `${bench.profile}-many` };
  await profileFor(made, many.ONRECORD_PROFILE);
  const times = { start: [[], []] as [number[], number[]], search: [[], []] as [number[], number[]] };
  for (let pair = 0; pair < pairs; pair += 1)
    for (const which of pair % 2 ? [0, 1] : [1, 0]) {
      const app = await bench.open({ env: which === 0 ? many : {} });
      const afterStart = await atRest(app);
      await searchAndClear(app.window);
      const afterSearch = await atRest(app);
      await app.quit();
      if (pair === 0) continue; // fills caches
      times.start[which]!.push(afterStart);
      times.search[which]!.push(afterSearch);
    }
  await reportTable('memory', {
    unit: 'MB',
    measured: 'with 100,000 calls',
    baseline: 'with none',
    goal: 'at most 15 MB more',
    rows: [
      { what: 'at rest after the start', measured: times.start[0], baseline: times.start[1] },
      { what: 'at rest after a search', measured: times.search[0], baseline: times.search[1] },
    ],
  });
});
