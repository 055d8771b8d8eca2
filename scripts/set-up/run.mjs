// Starts other programs and waits for them: quietly with their output kept, or on the user's own screen.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { root } from './places.mjs';
import { Stop } from './say.mjs';

// npm is a .cmd file on Windows, which only a shell can start.
const needsShell = (program) => process.platform === 'win32' && program === 'npm';

/** Runs to the end, keeping the output. Answers `{ code, stdout, stderr }`; a program that is missing has code 127. */
export function run(program, args, { cwd = root, env = process.env, onOutput } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd,
      env,
      shell: needsShell(program),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const forget = remember(child, false);
    const said = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr']) {
      child[name].setEncoding('utf8').on('data', (text) => {
        said[name] += text;
        onOutput?.(text);
      });
    }
    child.on('error', (error) => resolve({ code: 127, ...said, stderr: said.stderr + error.message }));
    child.on('close', (code, signal) => {
      forget();
      resolve({ code: code ?? 128, signal, ...said });
    });
  });
}

/** As `run`, but anything except exit 0 stops the set-up and shows what the program said. */
export async function mustRun(program, args, options = {}) {
  const result = await run(program, args, options);
  if (result.code === 0) return result;
  const words = excerpt(`${result.stdout}\n${result.stderr}`.trim().split('\n'));
  throw new Stop(`${[program, ...args].join(' ')} ended with ${result.signal ?? result.code}:\n${words}`);
}

// npm says what is wrong in its first lines, compilers in their last.
function excerpt(lines) {
  if (lines.length <= 50) return lines.join('\n');
  return [...lines.slice(0, 20), '  [...]', ...lines.slice(-30)].join('\n');
}

/** Runs on the user's own screen and keyboard. Answers the exit code. */
export function runOnScreen(program, args, { cwd = root, env = process.env } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env, shell: needsShell(program), stdio: 'inherit' });
    const forget = remember(child, true);
    child.on('error', reject);
    child.on('close', (code) => {
      forget();
      resolve(code ?? 1);
    });
  });
}

// No program outlives us. One on the screen gets Ctrl+C from the terminal itself and decides what it means: we wait.
const running = new Map();
for (const [name, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
]) {
  process.on(name, () => {
    const onScreen = [...running.values()].includes(true);
    for (const [child, isOnScreen] of running) {
      if (!isOnScreen || name === 'SIGTERM') child.kill('SIGTERM');
    }
    if (!onScreen) process.exit(code);
  });
}

function remember(child, isOnScreen) {
  running.set(child, isOnScreen);
  return () => running.delete(child);
}

/** The path of a program on the PATH, or null. */
export function find(program) {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd', '.bat'] : [''];
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const files = folders.flatMap((folder) => endings.map((ending) => join(folder, program + ending)));
  return files.find((file) => existsSync(file)) ?? null;
}
