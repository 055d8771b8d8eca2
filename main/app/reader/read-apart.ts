// Has the folders read by a thread of its own: looking at 100,000 calls takes seconds and much memory, neither of them ours.
import { on } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Piece, ReadTask } from './changes-in.ts';

/** `program` is the built `reader-worker.ts`. What is not taken is not read; who stops listening ends the thread. */
export async function* readApart(
  program: string | URL,
  task: ReadTask,
): AsyncGenerator<Piece, void, undefined> {
  const worker = new Worker(program, { workerData: task });
  const ended = new AbortController();
  worker.once('exit', () => ended.abort());
  try {
    for await (const [piece] of on(worker, 'message', { signal: ended.signal }) as AsyncIterable<
      [Piece | null]
    >) {
      if (piece === null) return;
      yield piece;
      worker.postMessage('taken');
    }
  } finally {
    await worker.terminate();
  }
}
