// Making the index anew from the folders, beside reading, parsing and inserting alone; and how long the app keeps a search waiting.
import type { Page } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { OnRecord } from '../../contract/ipc.ts';
import { openCallStore } from '../../main/app/call-store.ts';
import { expect, test } from '../support/app.ts';
import { reportTable, type Row } from '../support/bench-report.ts';
import { parseAndInsert } from '../support/bulk-insert.ts';
import { filterOf, rows } from '../support/find.ts';
import { madeLibrary } from '../support/make-library.ts';

const sizes = [
  { calls: 1_000, runs: 5 },
  { calls: 10_000, runs: 3 },
  { calls: 100_000, runs: 2 },
];

/** As the app does at its first start on a library. */
async function reindexed(library: string, indexFile: string, calls: number): Promise<number> {
  const startedMs = performance.now();
  const store = openCallStore({
    libraryFolder: library,
    indexFile,
    now: Date.now,
    onCallChanged: () => undefined,
    onStateChanged: () => undefined,
    onUnfinished: () => undefined,
    reader: resolve('dist/main/reader.js'),
    log: () => undefined,
  });
  await store.startUp();
  expect(store.state()).toMatchObject({ calls, unreadable: [] });
  const tookMs = performance.now() - startedMs;
  await store.close();
  return tookMs;
}

test('reindex', async () => {
  const table: Row[] = [];
  for (const { calls, runs } of sizes) {
    const { folder } = await madeLibrary(calls);
    const [measured, baseline]: [number[], number[]] = [[], []];
    for (let run = 0; run < runs; run += 1) {
      const ours = async () => measured.push(await inScratch((file) => reindexed(folder, file, calls)));
      const least = async () => baseline.push(await inScratch(async (file) => parseAndInsert(folder, file)));
      for (const one of run % 2 ? [ours, least] : [least, ours]) await one();
    }
    // The first fills caches; with the largest library they have been filled by then.
    const from = runs > 2 ? 1 : 0;
    table.push({
      what: `${calls.toLocaleString('en')} calls`,
      measured: measured.slice(from),
      baseline: baseline.slice(from),
    });
  }
  await reportTable('reindex from folders', {
    unit: 'ms',
    measured: 'until all is found',
    baseline: 'parse and bulk insert',
    goal: 'at most 1.5',
    rows: table,
    growth: { from: '1,000', to: '100,000' },
  });
});

async function inScratch<Value>(work: (file: string) => Promise<Value>): Promise<Value> {
  const folder = await mkdtemp(join(tmpdir(), 'on-record-reindex-'));
  try {
    return await work(join(folder, 'index.sqlite'));
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** How long each of many searches waits, ms, for as long as the index is being made, or for so long. */
function waits(window: Page, until: 'indexed' | number): Promise<number[]> {
  const filters = [...'abcdefghijklmnoprstuvw'].map((text) => filterOf(text));
  return window.evaluate(
    async ([end, asked, limit]) => {
      const { onRecord } = globalThis as unknown as { onRecord: OnRecord };
      const startedMs = performance.now();
      const waited: number[] = [];
      for (;;) {
        const askedMs = performance.now();
        await onRecord.ask('calls:search', asked[waited.length % asked.length]!, null, limit);
        waited.push(performance.now() - askedMs);
        // The pace of a person who types fast: nothing is waited for.
        await new Promise((resolve) => setTimeout(resolve, 50));
        if (typeof end === 'number') {
          if (performance.now() - startedMs > end) return waited;
          continue;
        }
        const state = await onRecord.ask('library:state');
        if (state.ok && !state.value.indexing && state.value.calls > 0) return waited;
      }
    },
    [until, filters, rows] as const,
  );
}

test('reindex, usable meanwhile', async ({ bench }) => {
  const made = await madeLibrary(100_000);
  const { window } = await bench.open({ env: { ONRECORD_LIBRARY: made.folder } });
  const startedMs = performance.now();
  const measured = await waits(window, 'indexed');
  const tookS = (performance.now() - startedMs) / 1000;
  const baseline = await waits(window, 5_000);
  await reportTable('reindex, a search meanwhile', {
    unit: 'ms',
    measured: 'a search waits while 100,000 calls are indexed',
    baseline: 'and afterwards',
    goal: 'the app is usable meanwhile',
    rows: [
      { what: 'each search', measured, baseline },
      { what: 'the longest', measured: [Math.max(...measured)], baseline: [Math.max(...baseline)] },
    ],
  });
  process.stdout.write(`  in the app: ${tookS.toFixed(1)} s, ${measured.length} searches meanwhile\n`);
});
