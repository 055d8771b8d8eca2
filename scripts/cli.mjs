// npm run --silent cli -- …: the app's command line, set up quietly: standard output holds the answer alone.
import { ensureBuilt } from './set-up/build.mjs';
import { root } from './set-up/places.mjs';
import { runOnScreen } from './set-up/run.mjs';
import { sandboxArgs } from './set-up/sandbox.mjs';
import { command } from './set-up/say.mjs';
import { setUp } from './set-up/set-up.mjs';

await command(async (args) => {
  const ready = await setUp({ purpose: 'app' });
  await ensureBuilt(ready);
  // Only a recording has pages to lock in; the rest needs no sandbox, which not every system allows.
  const switches = args[0] === 'record' ? await sandboxArgs() : ['--no-sandbox'];
  // npm changes to the project's folder; paths are meant from where the user is.
  const cwd = process.env.INIT_CWD ?? process.cwd();
  return runOnScreen(ready.executable, [root, ...switches, ...args], { env: ready.env, cwd });
});
