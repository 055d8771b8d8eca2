// What is known of a running call besides its sound: in memory for the sum at its end, in the journal for a crash.
import { makeQueue } from '../queue.ts';
import type { Journal, JournalLine } from './journal.ts';

export interface KeptLines {
  /** What the user says. On disk first, and only then in the sum: until this returns it does not count. */
  note(line: JournalLine): Promise<void>;
  /** What the machine notices. It counts at once and waits for room as the sound does: nobody would say it again. Never rejects. */
  tell(...noticed: JournalLine[]): Promise<void>;
  /** Writes what waits, and a checkpoint. */
  checkpoint(make: () => JournalLine): Promise<void>;
  /** All lines, `last` behind them. Nothing may be said after that. */
  sum(last: () => JournalLine): Promise<readonly JournalLine[]>;
}

/** `start` is in the journal already. */
export function keepLines(
  start: JournalLine,
  journal: Journal,
  log: (message: string, cause?: unknown) => void,
): KeptLines {
  const lines: JournalLine[] = [start];
  const waiting: JournalLine[] = [];
  const writes = makeQueue();
  const checkpoints = makeQueue();
  let owed: JournalLine | null = null; // a checkpoint that found no room: the next link builds on it, so it comes first

  async function writeWaiting(): Promise<void> {
    for (let line = waiting[0]; line !== undefined; line = waiting[0]) {
      await journal.write(line);
      waiting.shift();
    }
  }

  async function note(line: JournalLine): Promise<void> {
    await journal.write(line);
    lines.push(line);
  }

  function tell(...noticed: JournalLine[]): Promise<void> {
    lines.push(...noticed);
    waiting.push(...noticed);
    return writes.run(writeWaiting).catch((cause: unknown) => log('Facts wait in memory', cause));
  }

  return {
    note,
    tell,
    checkpoint: (make) =>
      checkpoints.run(async () => {
        await tell();
        owed ??= make();
        await note(owed);
        owed = null;
      }),
    async sum(last) {
      await tell();
      await checkpoints.idle();
      if (owed) lines.push(owed);
      return [...lines, last()];
    },
  };
}
