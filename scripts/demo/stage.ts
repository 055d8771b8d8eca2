// Where the demo takes place: a screen, a message bus and sound devices of its own, all gone when it ends.
import { rmSync } from 'node:fs';
import { startDesktop, type Desktop } from '../../tests/support/desktop.ts';
import { startMessageBus } from '../../tests/support/message-bus.ts';
import { startSoundServer, type SoundServer } from '../../tests/support/sound-server.ts';

export interface Stage {
  sound: SoundServer;
  /** The whole environment for the app. */
  env: Record<string, string>;
  stop(): Promise<void>;
}

/** With `show` the app's window opens on the user's own screen; sound stays private. */
export async function setStage({ show }: { show: boolean }): Promise<Stage> {
  const [desktop, bus, sound] = await Promise.all([
    show ? ownScreen() : startDesktop(),
    startMessageBus(),
    startSoundServer(),
  ]);
  // Programs end with this process in any case; this folder of theirs would stay behind.
  process.once('exit', () => rmSync(sound.folder, { recursive: true, force: true }));
  const env: Record<string, string> = {
    ...sound.env,
    DISPLAY: desktop.display,
    DBUS_SESSION_BUS_ADDRESS: bus.address,
  };
  // A Wayland session would be preferred to the display just named.
  delete env['WAYLAND_DISPLAY'];
  delete env['XDG_SESSION_TYPE'];
  return {
    sound,
    env,
    async stop() {
      await sound.stop();
      await Promise.all([desktop.stop(), bus.stop()]);
    },
  };
}

async function ownScreen(): Promise<Desktop> {
  const { DISPLAY } = process.env;
  if (!DISPLAY) throw new Error('--show needs an X display (DISPLAY is not set)');
  return { display: DISPLAY, stop: () => Promise.resolve() };
}
