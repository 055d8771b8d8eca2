import { test } from 'vitest';
import { openIndex } from '/work/trees/companies/main/index/open-index.ts';
import { putCalls, type Ask } from '/work/trees/companies/main/index/reindex.ts';
import { listCompanies } from '/work/trees/companies/main/index/companies-list.ts';
import { scorecardOf } from '/work/trees/companies/main/app/companies/scorecard.ts';
import { makeCall, makePromise } from '/work/trees/companies/tests/support/make-call.ts';
test('scale', async () => {
  const { db } = openIndex('/tmp/scale-companies.sqlite', 0);
  const ask: Ask = (q) => q(db);
  const t0 = performance.now();
  function* calls() {
    for (let i = 0; i < 100_000; i++)
      yield {
        stamp: 'x',
        call: makeCall({
          company: i < 2000 ? 'Big Company' : `Company ${i % 10_000} Ltd`,
          startedAt: new Date(1.6e12 + i * 3.6e6).toISOString(),
          marks: [makePromise('refund', { due: '2026-01-01', status: i % 3 ? 'open' : 'kept' })],
        }),
      };
  }
  await putCalls(ask, calls());
  console.log('put 100k', performance.now() - t0);
  for (const sort of ['last', 'name', 'open', 'broken', 'time'] as const)
    for (const find of ['', 'co', 'company 77', 'big'])
      for (const offset of [0, 9000]) {
        const run = () => {
          const t = performance.now();
          listCompanies(db, { find, sort, offset, limit: offset ? 500 : 60, today: '2026-11-25' });
          return performance.now() - t;
        };
        run();
        const took = [run(), run(), run()].sort((a, b) => a - b)[1]!;
        console.log(sort, JSON.stringify(find), offset, took.toFixed(2), 'ms');
      }
  const t = performance.now();
  const c = scorecardOf(db, 'big company');
  console.log('scorecard', c.calls, (performance.now() - t).toFixed(1));
}, 600000);
