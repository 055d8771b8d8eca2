// npm start: sets up what is missing, builds what has changed, opens the app.
import { ensureBuilt } from './set-up/build.mjs';
import { root } from './set-up/places.mjs';
import { runOnScreen } from './set-up/run.mjs';
import { sandboxArgs } from './set-up/sandbox.mjs';
import { command, say } from './set-up/say.mjs';
import { setUp } from './set-up/set-up.mjs';

await command(async (args) => {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    say('There is no display here: running the demo on a virtual one instead.');
    return runOnScreen(process.execPath, [`${root}/scripts/demo.mjs`]);
  }
  const retryElectron = args.includes('--retry-electron');
  const ready = await setUp({ purpose: 'app', retryElectron });
  await ensureBuilt(ready);
  const own = args.filter((arg) => arg !== '--retry-electron');
  return runOnScreen(ready.executable, [root, ...(await sandboxArgs()), ...own], { env: ready.env });
});
