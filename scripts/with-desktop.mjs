// Runs a Node script on a virtual screen and a private message bus: with-desktop.mjs <script> <args>. Needs Node 24.
import { startDesktop } from '../tests/support/desktop.ts';
import { startMessageBus } from '../tests/support/message-bus.ts';
import { runOnScreen } from './set-up/run.mjs';
import { command } from './set-up/say.mjs';

await command(async (args) => {
  const [desktop, bus] = await Promise.all([startDesktop(), startMessageBus()]);
  const env = {
    ...process.env,
    DISPLAY: desktop.display,
    DBUS_SESSION_BUS_ADDRESS: bus.address,
    // What forgets to start a sound server of its own must find none, rather than the user's.
    PULSE_SERVER: 'unix:/nonexistent/private-sound-server-not-started',
  };
  delete env.WAYLAND_DISPLAY;
  try {
    return await runOnScreen(process.execPath, args, { env });
  } finally {
    await Promise.all([desktop.stop(), bus.stop()]);
  }
});
