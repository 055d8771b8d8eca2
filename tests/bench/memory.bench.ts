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
/** At rest is who takes no more of a processor than this in a second, in ticks of 10 ms. */
const restTicks = 2;

/** Proportional set size of the app, MB: what is shared counts once. */
async function takenMb({ electron }: RunningApp): Promise<number> {
  let kb = 0;
  for (const pid of await processTree(electron.process().pid!)) {
    const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
    kb += Number(/^Pss: +(\d+)/m.exec(rollup)?.[1] ?? 0);
  }
  return kb / 1024;
}

/** What all its processes have taken of the processors so far, in ticks (proc(5): `utime` and `stime`). */
async function ticksOf({ electron }: RunningApp): Promise<number> {
  let ticks = 0;
  for (const pid of await processTree(electron.process().pid!)) {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
    const [utime = 0, stime = 0] = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .slice(11, 13)
      .map(Number);
    ticks += utime + stime;
  }
  return ticks;
}

/** The median of as many looks as are taken while it rests, a second apart. */
async function atRest(app: RunningApp): Promise<number> {
  const seen: number[] = [];
  let before = await ticksOf(app);
  const look = async () => {
    const now = await ticksOf(app);
    if (now - before > restTicks) seen.length = 0;
    else seen.push(await takenMb(app));
    before = await ticksOf(app);
    return seen.length === looks ? median(seen) : undefined;
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
