// What the query layer adds to SQLite: every kind of search, beside the very statements it asks, in libraries of three sizes.
import { expect, test } from '@playwright/test';
import Database from 'better-sqlite3';
import { reportTable, type Row } from '../support/bench-report.ts';
import { find } from '../support/find.ts';
import { companyName, rareWord } from '../support/made-words.ts';
import { madeLibrary } from '../support/make-library.ts';
import { rawStatements, timed } from '../support/raw-statements.ts';

const runs = 60;
const sizes = [1_000, 10_000, 100_000];

const questions: Record<string, string> = {
  'all calls': '',
  'common word': 'refund',
  'rare word': rareWord,
  'in another language': 'gebühr',
  'two words': 'refund letter',
  'one letter': 'r',
  'two letters': 're',
  'three letters': 'ref',
  company: `company:"${companyName(0)}"`,
  'small company': `company:"${companyName(2_500)}"`,
  'company as words': companyName(0),
  outcome: 'outcome:resolved',
  'outcome and word': 'outcome:resolved refund',
  'a month': 'on:2026-01',
  'a year and a word': 'on:2025 refund',
  'overdue promises': 'promise:overdue',
  'long calls': 'longer:20m',
};

test('query', async () => {
  const growth: Row[] = [];
  for (const calls of sizes) {
    const { index } = await madeLibrary(calls);
    const db = new Database(index, { readonly: true });
    const asked = Object.entries(questions).map(([what, question]) => ({
      what,
      question,
      raw: rawStatements(db, (watched) => find(watched, question)),
      measured: [] as number[],
      baseline: [] as number[],
    }));
    expect(find(db, questions['all calls']!).calls).toBe(calls);
    // By turns, and never the same question twice in a row: the totals of the last one are remembered.
    for (let run = 0; run < runs; run += 1)
      for (const one of asked) {
        const both = [() => timed(() => find(db, one.question)), () => timed(one.raw)];
        const [first, second] = run % 2 ? both : both.reverse();
        const times = [first!(), second!()];
        if (run % 2 === 0) times.reverse();
        if (run === 0) continue; // fills caches
        one.measured.push(times[0]!);
        one.baseline.push(times[1]!);
      }
    await reportTable(`query layer at ${calls.toLocaleString('en')} calls`, {
      unit: 'ms',
      measured: 'search',
      baseline: 'its statements alone',
      goal: 'at most 1.15',
      rows: asked,
    });
    const all = (pick: 'measured' | 'baseline') =>
      Array.from({ length: runs - 1 }, (_, run) => asked.reduce((sum, one) => sum + one[pick][run]!, 0));
    growth.push({
      what: `${calls.toLocaleString('en')} calls`,
      measured: all('measured'),
      baseline: all('baseline'),
    });
    db.close();
  }
  await reportTable('query layer, all questions together', {
    unit: 'ms',
    measured: 'searches',
    baseline: 'their statements alone',
    goal: 'at most 1.15',
    rows: growth,
    growth: { from: '1,000', to: '100,000' },
  });
});
