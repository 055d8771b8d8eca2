// Whether this system lets Chromium lock its pages in.
import { run } from './run.mjs';
import { Stop } from './say.mjs';

/**
 * Chromium's sandbox needs user namespaces. It refuses to start as root, which has rights to lose; there, and only
 * there, it is switched off.
 */
export async function sandboxArgs() {
  if (process.platform !== 'linux') return [];
  if (process.getuid() === 0) return ['--no-sandbox'];
  if ((await run('unshare', ['--user', '--map-root-user', 'true'])).code !== 1) return [];
  throw new Stop(
    "This system forbids the user namespaces that Chromium's sandbox needs. Allow them until the next restart:\n\n" +
      '  sudo sysctl -w kernel.unprivileged_userns_clone=1 kernel.apparmor_restrict_unprivileged_userns=0\n',
  );
}
