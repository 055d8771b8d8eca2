// The capture page: hears both sides and sends what they said to the app. No screen, no React.
import { Capture } from './capture.ts';
import { isCommand } from './command.ts';
import { announceDevices } from './devices.ts';
import { complain, messageOf, openDoor, tell } from './door.ts';

const tickMs = 20;
const reportMs = 50;

const door = openDoor();
const capture = new Capture(door);

/** Nothing thrown in here is swallowed, and nothing thrown stops the clock. */
function guarded(work: () => void): void {
  try {
    work();
  } catch (error) {
    capture.fail(messageOf(error));
  }
}

addEventListener('error', (event) => capture.fail(`uncaught: ${event.message}`));
addEventListener('unhandledrejection', (event) => capture.fail(`unhandled: ${messageOf(event.reason)}`));

door.listen('capture:command', (command) => {
  if (isCommand(command)) guarded(() => capture.obey(command));
  else complain(`not a command: ${JSON.stringify(command)}`);
});
setInterval(() => guarded(() => capture.tick()), tickMs);
setInterval(() => guarded(() => capture.report()), reportMs);
announceDevices(door);
tell(door, 'capture:ready');
