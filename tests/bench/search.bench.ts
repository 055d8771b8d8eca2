// From a key to the painted rows of what it finds, in the real app and libraries of three sizes; beside it SQLite alone and a frame.
import type { Page } from '@playwright/test';
import Database from 'better-sqlite3';
import { expect, test } from '../support/app.ts';
import { median, percentile, reportTable, type Row } from '../support/bench-report.ts';
import { find } from '../support/find.ts';
import { madeLibrary, profileFor } from '../support/make-library.ts';
import { rawStatements, timed } from '../support/raw-statements.ts';

const sizes = [1_000, 10_000, 100_000];
const rounds = 4;
/** Each begins with a letter of its own: an answer that was given before is kept in the window. */
const words = [
  'refund',
  'technician',
  'letter',
  'invoice',
  'meter',
  'days',
  'cancel',
  'outage',
  'voucher',
  'bank',
];

/** What the page does from a key on: looks for a list of so many calls, and says when it has been painted. */
function watchFor(window: Page, calls: number | null): Promise<void> {
  return window.evaluate((wanted) => {
    const painted = new Promise<number>((resolve) => {
      let pressedAtMs: number | null = null;
      const isThere = () =>
        wanted === null ||
        document.querySelector('li[aria-setsize]')?.getAttribute('aria-setsize') === String(wanted);
      const look = () => {
        if (pressedAtMs === null || !isThere()) return;
        const from = pressedAtMs;
        observer.disconnect();
        // The frame that shows it, and what comes after that frame has been drawn.
        requestAnimationFrame(() => {
          const channel = new MessageChannel();
          channel.port1.onmessage = () => resolve(performance.now() - from);
          channel.port2.postMessage(null);
        });
      };
      const observer = new MutationObserver(look);
      observer.observe(document.body, { subtree: true, childList: true, attributes: true });
      const onKey = (event: KeyboardEvent) => {
        pressedAtMs = event.timeStamp;
        look();
      };
      addEventListener('keydown', onKey, { once: true, capture: true });
    });
    Object.assign(globalThis, { painted });
  }, calls);
}

/** From the key to the paint, ms. Null: whatever is painted next. */
async function press(window: Page, key: string, calls: number | null): Promise<number> {
  await watchFor(window, calls);
  await window.keyboard.press(key);
  return window.evaluate(() => (globalThis as unknown as { painted: Promise<number> }).painted);
}

test('search', async ({ bench }) => {
  const table: Row[] = [];
  const raws: Row[] = [];
  for (const calls of sizes) {
    const made = await madeLibrary(calls);
    const profile = `${bench.profile}-${calls}`;
    await profileFor(made, profile);
    const db = new Database(made.index, { readonly: true });
    const app = await bench.open({ env: { ONRECORD_LIBRARY: made.folder, ONRECORD_PROFILE: profile } });
    const { window } = app;
    const [measured, baseline, raw, more]: number[][] = [[], [], [], []] as number[][] as never;
    for (let round = 0; round < rounds; round += 1) {
      if (round > 0) await window.reload(); // an empty memory of answers
      await window.getByRole('link', { name: /^Calls/ }).click();
      const box = window.getByRole('searchbox', { name: 'Search calls' });
      const all = window.locator(`li[aria-setsize="${calls}"]`).first();
      await expect(all).toBeVisible();
      await box.focus();
      for (const word of words) {
        let last = calls;
        for (let letters = 1; letters <= word.length; letters += 1) {
          const text = word.slice(0, letters);
          const found = find(db, text).calls;
          if (found === last || found === 0) break; // cannot be told from what is there already
          last = found;
          const sqlite = rawStatements(db, (watched) => find(watched, text));
          const sqliteMs = median([timed(sqlite), timed(sqlite), timed(sqlite)]);
          const frameMs = await press(window, 'Shift', null);
          const paintedMs = await press(window, word[letters - 1]!, found);
          if (round === 0) continue; // fills caches
          measured!.push(paintedMs);
          baseline!.push(sqliteMs + frameMs);
          raw!.push(sqliteMs);
          more!.push(paintedMs - sqliteMs - frameMs);
        }
        await box.fill(''); // Escape closes the list of completions first
        await expect(all).toBeVisible();
      }
    }
    const what = `${calls.toLocaleString('en')} calls`;
    table.push({ what, measured: measured!, baseline: baseline! });
    raws.push({ what, measured: more!, baseline: raw! });
    process.stdout.write(
      `  ${what}: ${measured!.filter((ms) => ms <= 16).length} of ${measured!.length} keys painted within 16 ms; ` +
        `SQLite alone ${median(raw!).toFixed(1)} ms (95th ${percentile(raw!, 0.95).toFixed(1)}), ` +
        `above baseline ${median(more!).toFixed(1)} ms (95th ${percentile(more!, 0.95).toFixed(1)})\n`,
    );
    db.close();
    await app.quit();
  }
  await reportTable('search, key to painted rows', {
    unit: 'ms',
    measured: 'key to paint',
    baseline: 'SQLite alone and one frame',
    goal: 'baseline and 3 ms, at most 16 ms',
    rows: table,
    growth: { from: '1,000', to: '100,000' },
  });
});
