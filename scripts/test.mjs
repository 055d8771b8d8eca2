// npm test: sets up what is missing, then every stage until one fails. `node scripts/test.mjs e2e -g "a word"` runs one.
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { inRoot } from './set-up/places.mjs';
import { run, runOnScreen } from './set-up/run.mjs';
import { Stop, command, say, saying } from './set-up/say.mjs';
import { ensureBuilt } from './set-up/build.mjs';
import { setUp } from './set-up/set-up.mjs';
import { sum } from './testing/counts.mjs';
import { stages } from './testing/stages.mjs';

await command(async ([name, ...rest]) => {
  if (name !== undefined && !Object.hasOwn(stages, name)) {
    throw new Stop(
      `There is no stage "${name}": use one of ${Object.keys(stages).join(', ')}, or none for all.`,
    );
  }
  const ready = await setUp({ purpose: 'test' });
  await mkdir(inRoot('test-results'), { recursive: true });
  return name === undefined ? all(ready) : one(stages[name], ready, rest);
});

/** One stage on the user's own screen, with the user's own arguments. */
async function one(stage, ready, rest) {
  const { env } = await prepare(stage, ready);
  const code = await runOnScreen(ready.node, [...stage.args(), ...rest], { env });
  if (stage.counts) summary([await countsOf(stage)]);
  return code;
}

async function all(ready) {
  const counts = [];
  for (const stage of Object.values(stages)) {
    const { env } = await prepare(stage, ready);
    const result = await quietly(stage, ready.node, env);
    if (stage.counts) counts.push(await countsOf(stage));
    if (result.code === 0) continue;
    process.stdout.write(`${result.stdout}\n${result.stderr}\nStopped at: ${stage.title}.\n`);
    summary(counts);
    return 1;
  }
  summary(counts);
  return 0;
}

async function prepare(stage, ready) {
  if (stage.needsBuild) await ensureBuilt(ready);
  // An old report must not be taken for the new one.
  if (stage.report) await rm(stage.report, { force: true });
  return { env: { ...ready.env, ...stage.env } };
}

/** The output is kept for the case of failure; its last line shows that the stage is alive. */
async function quietly(stage, node, env) {
  let result;
  await saying(stage.title, async (note) => {
    // oxlint-disable-next-line no-control-regex -- colours are what is to be removed
    const plain = (text) => text.replace(/\x1b\[[0-9;]*[A-Za-z]/g, '');
    const lastLine = (text) => plain(text).trim().split('\n').at(-1).trim().slice(0, 70);
    result = await run(node, stage.args(), { env, onOutput: (text) => note(lastLine(text)) });
    if (result.code !== 0) throw new Stop('');
  }).catch(() => {});
  return result;
}

async function countsOf(stage) {
  // Without a report the runner has failed before its first test: nothing passed, and that is one failure.
  if (!existsSync(stage.report)) return { passed: 0, failed: 1, skipped: 0, unsteady: [] };
  return stage.counts(JSON.parse(await readFile(stage.report, 'utf8')));
}

function summary(counts) {
  const { passed, failed, skipped, unsteady } = sum(counts);
  if (skipped > 0) say(`${skipped} skipped`);
  for (const test of unsteady) say(`Passed only at the second try, which is worth a look: ${test}`);
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
}
