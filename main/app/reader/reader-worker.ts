// Runs `changesIn` in a thread of its own. Built as a program of its own, beside the app.
import { parentPort, workerData } from 'node:worker_threads';
import { changesIn, type ReadTask } from './changes-in.ts';

const port = parentPort!;
/** So many pieces may be under way, so that the next is read while one is taken in. */
let free = 2;
let wake = () => {};
port.on('message', () => {
  free += 1;
  wake();
});

async function send(): Promise<void> {
  for await (const piece of changesIn(workerData as ReadTask)) {
    if (free === 0) await new Promise<void>((resolve) => (wake = resolve));
    free -= 1;
    port.postMessage(piece);
  }
  port.postMessage(null);
  port.close();
}

void send(); // what it throws ends the thread, and whoever started it is told
