// Writes pages in order and does not give up when the disk is full: they wait in memory until there is room.
import { Failure } from '../../contract/failure.ts';
import type { AudioFile } from './audio-file.ts';

const retryMs = 500;
const mostWaitingBytes = 128 * 1024 * 1024; // more than four hours of sound

export interface PatientWriter {
  /** Pages that are not on disk yet, oldest first. */
  readonly waiting: readonly Uint8Array[];
  /** Takes a page; it is written as soon as those before it are. Throws `not-recording` once `finish` has ended. */
  write(page: Uint8Array): void;
  /** Writes what waits, asking the disk once more for each; what then does not fit is lost and its bytes are told. */
  finish(): Promise<{ lostBytes: number }>;
}

export function makePatientWriter(
  audio: AudioFile,
  onTrouble: (trouble: 'disk-full' | null, cause?: unknown) => void,
): PatientWriter {
  const waiting: Uint8Array[] = [];
  let waitingBytes = 0;
  let droppedBytes = 0;
  let busy: Promise<void> | null = null;
  let timer: NodeJS.Timeout | null = null;
  let phase: 'open' | 'closing' | 'closed' = 'open';

  async function drain(): Promise<void> {
    for (let page = waiting[0]; page !== undefined; page = waiting[0]) {
      try {
        await audio.append(page);
      } catch (cause) {
        if (cause instanceof Failure && cause.code === 'bad-request') droppedBytes += page.length;
        else {
          onTrouble('disk-full', cause);
          if (phase === 'open') timer = setTimeout(start, retryMs);
          return;
        }
      }
      waiting.shift();
      waitingBytes -= page.length;
      if (timer !== null) onTrouble(null);
      timer = null;
    }
  }

  function start(): void {
    busy ??= drain().finally(() => {
      busy = null;
    });
  }

  return {
    waiting,
    write(page) {
      // The file is being hashed: a page written now would lie behind what is sealed.
      if (phase === 'closed') throw new Failure('not-recording', 'A page after the end of the call');
      if (waitingBytes + page.length > mostWaitingBytes) {
        droppedBytes += page.length;
        return;
      }
      waiting.push(page);
      waitingBytes += page.length;
      if (timer === null) start();
    },
    async finish() {
      phase = 'closing';
      if (timer) clearTimeout(timer);
      await busy;
      start(); // not a second one: a page that came just now may have started it
      await busy;
      phase = 'closed';
      return { lostBytes: droppedBytes + waitingBytes };
    },
  };
}
