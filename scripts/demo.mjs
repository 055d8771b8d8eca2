// npm run demo: sets up and builds what is missing, then plays the scripted call. `--show` plays it on your own screen.
import { ensureBuilt } from './set-up/build.mjs';
import { inRoot } from './set-up/places.mjs';
import { runOnScreen } from './set-up/run.mjs';
import { Stop, command } from './set-up/say.mjs';
import { setUp } from './set-up/set-up.mjs';
import { nodeFlags } from './testing/stages.mjs';

await command(async (args) => {
  if (process.platform !== 'linux')
    throw new Stop('The demo needs PulseAudio and Xvfb, and so runs on Linux only.');
  const unknown = args.find((arg) => arg !== '--show');
  if (unknown)
    throw new Stop(`The demo knows --show, which plays it on your own screen, and not ${unknown}.`);
  if (args.includes('--show') && !process.env.DISPLAY)
    throw new Stop('--show needs an X display (DISPLAY is not set).');
  const ready = await setUp({ purpose: 'test' });
  await ensureBuilt(ready);
  return runOnScreen(ready.node, [...nodeFlags, inRoot('scripts', 'demo', 'run.ts'), ...args], {
    env: ready.env,
  });
});
