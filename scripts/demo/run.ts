// The demo: a support call through the real app and real sound devices; what was recorded is then checked.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { launch } from '../../tests/support/launch.ts';
import { checkAll } from './check-all.ts';
import { say, sayChecks } from './say.ts';
import { beats } from './script.ts';
import { shotsOf } from './shots.ts';
import { setStage, type Stage } from './stage.ts';
import { StepFailed, step } from './step.ts';
import { tellStory, type Told } from './story.ts';
import { makeVoices } from './voices.ts';

const output = join(process.cwd(), 'demo-output');
const library = join(output, 'library');
const screenshots = join(output, 'screenshots');

async function main(): Promise<boolean> {
  const beganAtMs = performance.now();
  await rm(output, { recursive: true, force: true });
  const stage = await step('set up a screen and sound devices of the demo’s own', () =>
    setStage({ show: process.argv.includes('--show') }),
  );
  try {
    const told = await perform(stage);
    const checks = await checkAll(told);
    const failed = checks.filter(({ ok }) => !ok).length;
    sayChecks(checks);
    say(`\nThe call      ${told.saved.folder}`);
    say(`Screenshots   ${screenshots}`);
    const tookSeconds = ((performance.now() - beganAtMs) / 1000).toFixed(0);
    say(
      failed === 0
        ? `\nAll of this was verified on what is on disk. It took ${tookSeconds} s.`
        : `\n${failed} of ${checks.length} checks failed: see the lines with ✗ above.`,
    );
    return failed === 0;
  } finally {
    await stage.stop();
  }
}

async function perform({ sound, env }: Stage): Promise<Told> {
  const folders = {
    ONRECORD_LIBRARY: library,
    ONRECORD_PROFILE: join(output, 'profile'),
    ONRECORD_AUTOSTART: '0',
  };
  const [spoken, app] = await step('give the two of them their voices, and open the app', () =>
    Promise.all([makeVoices(beats, join(output, 'voices')), launch({ ...env, ...folders })]),
  );
  const { window } = app;
  window.setDefaultTimeout(20_000);
  try {
    const told = await tellStory({
      window,
      sound,
      library,
      spoken,
      shots: await shotsOf(window, screenshots),
    });
    await app.quit();
    return told;
  } catch (cause) {
    const path = join(screenshots, 'where-it-stopped.png');
    const seen = await window.screenshot({ path, timeout: 5_000 }).catch(() => null);
    if (seen) say(`\nWhat the window showed: ${path}`);
    await app.kill();
    throw cause;
  }
}

// Leaving the process ends everything that it started.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130));
try {
  process.exitCode = (await main()) ? 0 : 1;
} catch (cause) {
  say(`\n${cause instanceof StepFailed ? cause.message : (cause as Error).stack}`);
  process.exitCode = 1;
}
