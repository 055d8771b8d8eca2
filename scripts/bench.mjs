// npm run bench: sets up and builds what is missing, then measures. `npm run bench -- start` runs those whose name has it.
import { join } from 'node:path';
import { ensureBuilt } from './set-up/build.mjs';
import { cacheFolder } from './set-up/places.mjs';
import { runOnScreen } from './set-up/run.mjs';
import { command } from './set-up/say.mjs';
import { setUp } from './set-up/set-up.mjs';
import { onDesktop, tool } from './testing/stages.mjs';

await command(async (args) => {
  const ready = await setUp({ purpose: 'test' });
  await ensureBuilt(ready);
  const playwright = tool('playwright', 'playwright', '@playwright/test');
  const bench = [playwright, 'test', '--config=playwright.bench.config.ts', ...args];
  // Libraries of many calls are made once and kept.
  const env = { ...ready.env, ONRECORD_BENCH_CACHE: join(cacheFolder(), 'bench') };
  return runOnScreen(ready.node, [...onDesktop(), ...bench], { env });
});
