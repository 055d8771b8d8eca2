// The end of a recording's files: closed, summed up as a call, and sealed.
import type { Call } from '../../contract/call.ts';
import { Failure } from '../../contract/failure.ts';
import { makeSeal, type Seal } from '../evidence/seal.ts';
import { foldJournal } from './fold-journal.ts';
import type { JournalLine } from './journal.ts';
import type { RunningFiles } from './running-files.ts';

export async function sumUp(
  files: RunningFiles,
  lines: readonly JournalLine[],
  { now, log }: { now(): number; log(message: string, cause?: unknown): void },
): Promise<{ call: Call; seal: Seal }> {
  const { bytes, sha256, durationMs } = await files.audio.close();
  await files.peaks.fit(durationMs).catch((cause: unknown) => log('Peaks were not fitted', cause));
  await Promise.allSettled([files.peaks.close(), files.journal.close()]);
  const folded = foldJournal(lines, durationMs, false);
  if (folded === null) throw new Failure('unexpected', 'A journal without a start');
  return { call: folded.call, seal: makeSeal(folded.call, { bytes, sha256 }, folded.chain, now()) };
}
