// What the app takes of the memory, all its processes together, with no call and with 100,000: at rest, and after a search.
import type { Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { expect, test } from '../support/app.ts';
import { median, reportTable } from '../support/bench-report.ts';
import { processTree, type RunningApp } from '../support/launch.ts';
import { madeLibrary, profileFor } from '../support/make-library.ts';
import { until } from '../support/processes.ts';

const pairs = 3;
const calls = 100_000;
const looks = 8;
/** At rest is who takes no more and no less than this, MB, in these looks than in those before. */
const restMb = 2;

/** Proportional set size of the app, MB: what is shared counts once. */
async function takenMb({ electron }: RunningApp): Promise<number> {
  let kb = 0;
  for (const pid of await processTree(electron.process().pid!)) {
    const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
    kb += Number(/^Pss: +(\d+)/m.exec(rollup)?.[1] ?? 0);
  }
  return kb / 1024;
}

/** The median of the last looks, a second apart. The meters go on all the time, and what they leave is cleared now and then. */
async function atRest(app: RunningApp): Promise<number> {
  const seen: number[] = [];
  const look = async () => {
    seen.push(await takenMb(app));
    if (seen.length < 2 * looks) return undefined;
    const [before, last] = [seen.slice(-2 * looks, -looks), seen.slice(-looks)];
    return Math.abs(median(last) - median(before)) <= restMb ? median(last) : undefined;
  };
  return until('the app rests', look, { withinMs: 120_000, everyMs: 1_000 });
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
