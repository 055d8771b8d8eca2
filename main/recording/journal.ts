// journal.jsonl: everything about a running recording that is not sound, line by line, each line on disk before it counts.
import { open, type FileHandle } from 'node:fs/promises';
import type { Call, CallPatch, Mark, Side } from '../../contract/call.ts';
import type { TimelineFact } from '../../contract/capture.ts';
import type { Link } from '../evidence/chain.ts';
import { makeQueue } from '../queue.ts';

export type JournalLine =
  /** The call as it was when recording began, and who is recording it. */
  | { type: 'start'; call: Call; pid: number; host: string }
  | { type: 'fact'; fact: TimelineFact }
  | { type: 'source'; side: Side; atMs: number; from: string; to: string }
  | { type: 'checkpoint'; wallMs: number; frames: Record<Side, number>; link: Link | null }
  | { type: 'describe'; patch: CallPatch }
  | { type: 'mark'; mark: Mark }
  | { type: 'unmark'; markId: string }
  /** The hold that this mark stands for is still going on (null: none is). */
  | { type: 'hold'; markId: string | null }
  /** From the pause that is on now to the end there are notes and no sound. */
  | { type: 'sound-ended' }
  /** The user wants nothing kept. Whatever else is found, the call is to be removed. */
  | { type: 'erase' };

export interface Journal {
  /** Appends a line and returns once it is on disk. */
  write(line: JournalLine): Promise<void>;
  close(): Promise<void>;
}

/** Creates the journal; it must not exist. */
export async function createJournal(path: string): Promise<Journal> {
  const file: FileHandle = await open(path, 'ax', 0o600);
  const queue = makeQueue();
  let torn = false;
  return {
    write: (line) =>
      queue.run(async () => {
        const start = torn ? '\n' : ''; // a line that failed half-way must not swallow the next
        torn = true;
        await file.appendFile(`${start}${JSON.stringify(line)}\n`);
        torn = false;
        await file.datasync();
      }),
    close: () => queue.run(() => file.close()),
  };
}

/** The lines of a journal's text. A line cut short by a crash or a full disk was never acknowledged and is left out. */
export function parseJournal(text: string): JournalLine[] {
  const lines: JournalLine[] = [];
  for (const line of text.split('\n')) {
    try {
      const value = JSON.parse(line) as JournalLine | null;
      if (value?.type) lines.push(value); // `null` and `0` are JSON too
    } catch {
      continue;
    }
  }
  return lines;
}
