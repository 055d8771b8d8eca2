// The page that decodes files: one at a time, as the app commands. No screen, no React; it hears nothing.
import type { Refusal } from '../../contract/import.ts';
import { complain, messageOf, openDoor, tell } from '../capture/door.ts';
import { DecodeJob } from './decode-job.ts';
import { Refused } from './refused.ts';

const door = openDoor();
let running: { job: string; work: DecodeJob } | null = null;

async function decode(job: string): Promise<void> {
  const work = new DecodeJob(door, job);
  running = { job, work };
  try {
    const file = await work.run();
    if (file) tell(door, 'importer:decoded', job, file);
  } catch (cause) {
    work.giveUp();
    complain(
      `${job}: ${messageOf(cause)}${cause instanceof Refused && cause.cause ? ` (${messageOf(cause.cause)})` : ''}`,
    );
    tell(door, 'importer:refused', job, refusalOf(cause));
  } finally {
    running = null;
  }
}

function refusalOf(cause: unknown): Refusal {
  if (cause instanceof Refused) return { reason: cause.reason, what: cause.what };
  return { reason: 'failed', what: '' };
}

addEventListener('unhandledrejection', (event) => complain(`unhandled: ${messageOf(event.reason)}`));

door.listen('importer:command', (command) => {
  if (command.type === 'decode') void decode(command.job);
  else if (running?.job === command.job) running.work.stop();
});
tell(door, 'importer:ready');
