// npm start: sets up what is missing, builds what has changed, opens the app.
import { ensureBuilt } from './set-up/build.mjs';
import { root } from './set-up/places.mjs';
import { run, runOnScreen } from './set-up/run.mjs';
import { Stop, command, say } from './set-up/say.mjs';
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

// Chromium's sandbox needs user namespaces. It refuses to start as root, which has rights to lose; there, and only
// there, it is switched off.
async function sandboxArgs() {
  if (process.platform !== 'linux') return [];
  if (process.getuid() === 0) return ['--no-sandbox'];
  if ((await run('unshare', ['--user', '--map-root-user', 'true'])).code !== 1) return [];
  throw new Stop(
    "This system forbids the user namespaces that Chromium's sandbox needs. Allow them until the next restart:\n\n" +
      '  sudo sysctl -w kernel.unprivileged_userns_clone=1 kernel.apparmor_restrict_unprivileged_userns=0\n',
  );
}
