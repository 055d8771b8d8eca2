// The peaks of a call: read from peaks.bin, or measured anew by the capture window when they are missing.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CallId } from '../../contract/call.ts';
import type { CaptureCommand } from '../../contract/capture.ts';
import { Failure } from '../../contract/failure.ts';
import type { PeaksView } from '../../contract/library.ts';
import { peaksAreWhole, readPeaks } from '../recording/peaks-file.ts';
import { fileNames } from '../recording/running-files.ts';
import { makeSignal } from '../recording/signal.ts';

const measuredWithinMs = 15 * 60_000;

export interface CallPeaks {
  read(id: CallId, buckets: number): Promise<PeaksView>;
  measured(id: CallId, peaks: Uint8Array | null): void;
  /** A capture window is there (again): what the one before it was asked to measure is asked of this one. */
  captureReady(): void;
}

interface Deps {
  /** Length of the call's sound in ms: of what is on disk, while it is being recorded. */
  durationOf(id: CallId): Promise<number>;
  /** Its peaks are being written at this moment. */
  isRunning(id: CallId): boolean;
  callFolder(id: CallId): string;
  send(command: CaptureCommand): void;
}

export function makeCallPeaks({ durationOf, isRunning, callFolder, send }: Deps): CallPeaks {
  const answers = makeSignal<{ id: CallId; peaks: Uint8Array | null }>();
  const asked = new Set<CallId>();

  async function measure(id: CallId, path: string): Promise<void> {
    const answer = answers.next(measuredWithinMs, (one) => one.id === id);
    asked.add(id);
    send({ type: 'measure', callId: id });
    const { peaks } = await answer.finally(() => asked.delete(id));
    if (peaks === null) throw new Failure('audio-missing', 'The sound of the call cannot be read');
    await writeFile(path, peaks, { mode: 0o600 });
  }

  return {
    async read(id, buckets) {
      const durationMs = await durationOf(id);
      const path = join(callFolder(id), fileNames.peaks);
      if (!isRunning(id) && !(await peaksAreWhole(path, durationMs))) await measure(id, path);
      return readPeaks(path, durationMs, buckets);
    },
    measured: (id, peaks) => answers.tell({ id, peaks }),
    captureReady: () => asked.forEach((callId) => send({ type: 'measure', callId })),
  };
}
