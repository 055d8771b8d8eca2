// After a crash: finds recordings that were never ended, cuts the torn tail off their sound, and makes calls of them.
import { readFile, rm, stat, truncate } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { Call, CallId } from '../../contract/call.ts';
import { Failure } from '../../contract/failure.ts';
import { hashFile, makeSeal, type Seal } from '../evidence/seal.ts';
import { foldJournal } from './fold-journal.ts';
import { parseJournal, type JournalLine } from './journal.ts';
import { scan } from '../ogg.ts';
import { eraseFolder, fileNames } from './running-files.ts';

export type Recovered =
  | { outcome: 'recovered'; call: Call }
  /** No sound had been written and nothing had been said of it: the empty folder was removed. */
  | { outcome: 'empty'; callId: CallId }
  /** The user had asked for it to be erased: that is done now. */
  | { outcome: 'erased'; callId: CallId }
  | { outcome: 'failed'; callId: CallId; reason: string };

/** A recording still counts as someone else's while its process lives and its sound is this fresh. */
const freshMs = 30_000;

/** Whether the call's folder holds a journal, which goes last when a call ends. */
export function isUnfinished(folder: string): Promise<boolean> {
  return stat(join(folder, fileNames.journal)).then(
    () => true,
    () => false,
  );
}

interface Deps {
  now(): number;
  /** Writes seal, call.json and index, then removes the journal. */
  saveCall(call: Call, seal: Seal): Promise<void>;
}

/** Puts one unfinished recording in order. Returns null when another running app is still recording it. */
export async function recover(
  folder: string,
  callId: CallId,
  { now, saveCall }: Deps,
): Promise<Recovered | null> {
  try {
    const lines = parseJournal(await readFile(join(folder, fileNames.journal), 'utf8'));
    const first = lines[0];
    if (first?.type === 'start' && (await isBeingRecorded(folder, first, now()))) return null;

    if (lines.some((line) => line.type === 'erase')) {
      await eraseFolder(folder);
      return { outcome: 'erased', callId };
    }

    const audioPath = join(folder, fileNames.audio);
    const data = await readFile(audioPath).catch(() => new Uint8Array());
    const { wholeBytes, durationMs } = scan(data);
    const folded = foldJournal(lines, durationMs, true);
    if (folded === null) {
      if (durationMs > 0)
        throw new Failure('call-unreadable', 'the journal has no beginning, but there is sound');
      await rm(folder, { recursive: true });
      return { outcome: 'empty', callId };
    }
    if (durationMs === 0 && folded.call.marks.length === 0) {
      await rm(folder, { recursive: true });
      return { outcome: 'empty', callId };
    }
    if (wholeBytes < data.length) await truncate(audioPath, wholeBytes);
    await rm(join(folder, fileNames.reserve), { force: true });
    const audio = { bytes: wholeBytes, sha256: await hashFile(audioPath) };
    // A link past the cut speaks of bytes that no longer exist.
    const chain = folded.chain.filter((link) => link.bytes <= wholeBytes);
    await saveCall(folded.call, makeSeal(folded.call, audio, chain, now()));
    return { outcome: 'recovered', call: folded.call };
  } catch (cause) {
    return { outcome: 'failed', callId, reason: cause instanceof Error ? cause.message : String(cause) };
  }
}

async function isBeingRecorded(
  folder: string,
  start: Extract<JournalLine, { type: 'start' }>,
  nowMs: number,
): Promise<boolean> {
  if (start.host !== hostname() || start.pid === process.pid) return false;
  try {
    process.kill(start.pid, 0);
  } catch {
    return false;
  }
  const sound = await stat(join(folder, fileNames.audio)).catch(() => null);
  return sound !== null && nowMs - sound.mtimeMs < freshMs;
}
