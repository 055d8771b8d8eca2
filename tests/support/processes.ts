// Starts helper programs for tests and sees to it that none outlives the test run.
import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';

export interface Started {
  child: ChildProcess;
  /** What the program said on standard output and standard error so far, for error messages. */
  said: () => string;
  /** Resolves with the exit code once the program has ended, null after a signal. */
  ended: Promise<number | null>;
  /** Asks the program and everything it started to end, insists after 2 s, resolves when it has ended. */
  stop: () => Promise<void>;
}

const running = new Set<ChildProcess>();

process.once('exit', () => {
  for (const child of running) signal(child, 'SIGKILL');
});

/** Starts a program in a process group of its own, so that stopping it stops its children and nothing else. */
export function start(
  program: string,
  args: readonly string[],
  options: { env?: NodeJS.ProcessEnv; stdio?: StdioOptions; polite?: NodeJS.Signals } = {},
): Started {
  const child = spawn(program, args, {
    env: options.env ?? process.env,
    stdio: options.stdio ?? ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  running.add(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => (output = (output + text).slice(-20_000)));
  }
  const ended = new Promise<number | null>((resolve) => {
    child.once('error', (error) => {
      output += error.message;
      running.delete(child);
      resolve(127);
    });
    child.once('exit', (code) => {
      running.delete(child);
      resolve(code);
    });
  });
  return { child, said: () => output, ended, stop: () => stop(child, ended, options.polite ?? 'SIGTERM') };
}

async function stop(child: ChildProcess, ended: Promise<unknown>, polite: NodeJS.Signals): Promise<void> {
  if (!running.has(child)) return;
  signal(child, polite);
  const insist = setTimeout(() => signal(child, 'SIGKILL'), 2_000);
  await ended;
  clearTimeout(insist);
}

function signal(child: ChildProcess, name: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, name);
  } catch {
    // It has ended by itself in the meantime.
  }
}

/** Asks again every `everyMs` until `ask` answers something other than undefined. */
export async function until<T>(
  what: string,
  ask: () => Promise<T | undefined>,
  { withinMs = 10_000, everyMs = 20 } = {},
): Promise<T> {
  const deadline = performance.now() + withinMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (performance.now() > deadline) throw new Error(`${what}: not within ${withinMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}
