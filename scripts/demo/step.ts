// One step of the demo under a name, so that a failure is a sentence.
import { stripVTControlCharacters } from 'node:util';

/** Says which step it was and why; the stack of a helper would not help who runs a demo. */
export class StepFailed extends Error {}

export async function step<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
  process.stdout.write(`\n→ ${what}\n`);
  try {
    return await work();
  } catch (cause) {
    const words = stripVTControlCharacters(cause instanceof Error ? cause.message : String(cause));
    // What Playwright tried meanwhile is of no use to who runs the demo.
    const why = words.split('Call log:')[0]!.trim();
    throw new StepFailed(`The demo stopped at “${what}”.\n${why}`, { cause });
  }
}
