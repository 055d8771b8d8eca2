// What set-up tells the user: one line per step on standard error, with the elapsed time while it lasts.
const isTerminal = process.stderr.isTTY === true;
const everyMs = isTerminal ? 1_000 : 15_000;

/** A reason to stop which the user can act on: printed without a stack trace. */
export class Stop extends Error {}

export function say(line) {
  process.stderr.write(`${line}\n`);
}

export function seconds(sinceMs) {
  return `${((Date.now() - sinceMs) / 1000).toFixed(1)} s`;
}

/**
 * Announces a step, shows that it still runs, and says how long it took.
 * `work` gets a function for a note such as "12 of 105 MB" that the next progress line carries.
 */
export async function saying(what, work) {
  const startMs = Date.now();
  let note = '';
  process.stderr.write(isTerminal ? `${what} …` : `${what} …\n`);
  const timer = setInterval(() => {
    const line = `${what} … ${Math.round((Date.now() - startMs) / 1000)} s${note && `, ${note}`}`;
    process.stderr.write(isTerminal ? `\r\x1b[K${line}` : `${line}\n`);
  }, everyMs);
  try {
    const result = await work((text) => (note = text));
    process.stderr.write(`${isTerminal ? '\r\x1b[K' : ''}${what}: done in ${seconds(startMs)}\n`);
    return result;
  } catch (error) {
    process.stderr.write(`${isTerminal ? '\r\x1b[K' : ''}${what}: failed after ${seconds(startMs)}\n`);
    throw error;
  } finally {
    clearInterval(timer);
  }
}

/** Runs a command's main function: a Stop is a sentence, anything else is a bug and keeps its stack. */
export async function command(main) {
  try {
    process.exitCode = (await main(process.argv.slice(2))) ?? 0;
  } catch (error) {
    say(error instanceof Stop ? `\n${error.message}` : (error?.stack ?? String(error)));
    process.exitCode = 1;
  }
}
