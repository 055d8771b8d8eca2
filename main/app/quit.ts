// Quitting never ends a recording by accident: while one runs the user is asked first.
import { app } from 'electron';
import { makeQueue } from '../queue.ts';

interface Deps {
  busy(): boolean;
  ask(): void;
  /** What is typed in the window is saved. */
  saveTyped(): Promise<void>;
  stop(): Promise<unknown>;
  release(): Promise<void>;
  log(message: string, cause?: unknown): void;
}

export interface QuitGuard {
  isQuitting(): boolean;
  answer(how: 'stop-and-quit' | 'stay'): void;
}

export function quitGuard({ busy, ask, saveTyped, stop, release, log }: Deps): QuitGuard {
  const queue = makeQueue();
  let quitting = false;

  /** Ends what runs, gives everything back, and goes. Safe to ask for twice. */
  function leave(): void {
    if (quitting) return;
    quitting = true;
    void queue.run(async () => {
      await saveTyped();
      if (busy()) await stop().catch((cause: unknown) => log('The recording is left to recovery', cause));
      await release().catch((cause: unknown) => log('Not all was given back', cause));
      app.exit(0);
    });
  }

  app.on('before-quit', (event) => {
    event.preventDefault();
    if (busy()) ask();
    else leave();
  });
  // Shutdown, logout or a plain kill: nobody is there to be asked.
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, leave);

  return {
    isQuitting: () => quitting,
    answer(how) {
      if (how === 'stop-and-quit') leave();
    },
  };
}
