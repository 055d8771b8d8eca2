// A private session bus, so that no notification or tray icon of a test shows on the user's desktop.
import { start } from './processes.ts';

export interface MessageBus {
  /** For the environment variable DBUS_SESSION_BUS_ADDRESS. */
  address: string;
  stop: () => Promise<void>;
}

export async function startMessageBus(): Promise<MessageBus> {
  const args = ['--session', '--nofork', '--nopidfile', '--nosyslog', '--print-address=1'];
  const daemon = start('dbus-daemon', args);
  const named = new Promise<string>((resolve) => {
    daemon.child.stdout?.once('data', (line: string) => resolve(line.trim()));
  });
  const address = await Promise.race([named, daemon.ended.then(() => null)]);
  if (address === null) throw new Error(`dbus-daemon did not start: ${daemon.said()}`);
  return { address, stop: daemon.stop };
}
