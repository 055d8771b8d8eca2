// How soon the first screen can be used, and how long the app keeps anyone waiting after it, with no call and with many.
import electron from 'electron';
import { join } from 'node:path';
import { test } from '../support/app.ts';
import { reportTable } from '../support/bench-report.ts';
import { rootArgs } from '../support/launch.ts';
import { madeLibrary, profileFor } from '../support/make-library.ts';
import { start } from '../support/processes.ts';

const rounds = 7;
const sizes = [0, 1_000, 10_000, 100_000];
const listenMs = 3_000;

const executable = electron as unknown as string; // outside Electron the package is the path of its program

interface Times {
  usableMs: number;
  longestWaitMs: number;
}

async function openOnce(env: Record<string, string>): Promise<Times> {
  const startedAtMs = Date.now();
  const app = start(
    executable,
    ['-r', join(process.cwd(), 'tests/support/time-start.cjs'), ...rootArgs, process.cwd()],
    {
      env: { ...env, LISTEN_MS: String(listenMs) },
    },
  );
  await app.ended;
  const line = /^\{"usableAtMs".*$/m.exec(app.said())?.[0];
  if (line === undefined) throw new Error(`The app did not say when it could be used: ${app.said()}`);
  const said = JSON.parse(line) as { usableAtMs: number; longestWaitMs: number };
  return { usableMs: said.usableAtMs - startedAtMs, longestWaitMs: said.longestWaitMs };
}

test('open the app', async ({ bench }) => {
  const houses = await Promise.all(
    sizes.map(async (calls) => {
      const profile = `${bench.profile}-${calls}`;
      const made = calls > 0 ? await madeLibrary(calls) : null;
      if (made) await profileFor(made, profile);
      const env = {
        ...bench.sound.env,
        ONRECORD_LIBRARY: made?.folder ?? bench.library,
        ONRECORD_PROFILE: profile,
        ONRECORD_AUTOSTART: '0',
      };
      return { calls, env, times: [] as Times[] };
    }),
  );
  for (let round = 0; round < rounds; round += 1)
    for (const house of round % 2 ? houses : [...houses].reverse()) {
      const times = await openOnce(house.env);
      if (round > 0) house.times.push(times); // the first fills caches
    }
  const [none, ...some] = houses;
  const rowsOf = (time: keyof Times) =>
    some.map(({ calls, times }) => ({
      what: `${calls.toLocaleString('en')} calls`,
      measured: times.map((one) => one[time]),
      baseline: none!.times.map((one) => one[time]),
    }));
  const growth = { from: '1,000', to: '100,000' };
  await reportTable('start-up', {
    unit: 'ms',
    measured: 'start until a call can be recorded',
    baseline: 'with no call',
    goal: 'at most 30 ms more with 100,000 calls',
    rows: rowsOf('usableMs'),
    growth,
  });
  await reportTable('start-up, the app answers', {
    unit: 'ms',
    measured: `longest wait for an answer in the ${listenMs / 1000} s after`,
    baseline: 'with no call',
    goal: 'none: the app is usable meanwhile',
    rows: rowsOf('longestWaitMs'),
    growth,
  });
});
