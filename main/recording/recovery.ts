// After a crash: finds recordings that were never ended, cuts the torn tail off their sound, and makes calls of them.
import { readFile, rm, stat, truncate } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { Call, CallId } from '../../contract/call.ts';
import { Failure } from '../../contract/failure.ts';
import { hashFile, makeSeal, type Seal } from '../evidence/seal.ts';
import { callFileName } from '../library/layout.ts';
import { replaceFile } from '../library/replace-file.ts';
import { mostPageBytes, nextPage, scan } from '../ogg.ts';
import { foldJournal } from './fold-journal.ts';
import { parseJournal, type JournalLine } from './journal.ts';
import { eraseFolder, fileNames } from './running-files.ts';

export type Recovered =
  /** `isDamaged`: behind the call's sound there was more, which is kept beside it. */
  | { outcome: 'recovered'; call: Call; isDamaged: boolean }
  /** No sound had been written and nothing had been said of it: the empty folder was removed. */
  | { outcome: 'empty'; callId: CallId }
  /** The user had asked for it to be erased: that is done now. */
  | { outcome: 'erased'; callId: CallId }
  | { outcome: 'failed'; callId: CallId; reason: string };

/** A recording still counts as someone else's while its process lives and its sound is this fresh. */
const freshMs = 30_000;
/** Nobody can ask a process on another machine, and what it writes comes late through whatever keeps the folders in step. */
const freshElsewhereMs = 24 * 3_600_000;

/** Whether the call's folder holds a journal, which goes last when a call ends. */
export function isUnfinished(folder: string): Promise<boolean> {
  return isThere(join(folder, fileNames.journal));
}

function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

interface Deps {
  now(): number;
  /** Begun by an earlier run of this app, which has ended: whatever this machine was called then, nobody records it now. */
  isOurs: boolean;
  /** Writes seal, call.json and index, then removes the journal. */
  saveCall(call: Call, seal: Seal): Promise<void>;
}

/** Puts one unfinished recording in order. Returns null when there is nothing to do: another app records it still, or it was saved. */
export async function recover(
  folder: string,
  callId: CallId,
  { now, isOurs, saveCall }: Deps,
): Promise<Recovered | null> {
  try {
    const lines = parseJournal(await readFile(join(folder, fileNames.journal), 'utf8'));
    const first = lines[0];
    if (!isOurs && first?.type === 'start' && (await isBeingRecorded(folder, first, now()))) return null;

    if (lines.some((line) => line.type === 'erase')) {
      await eraseFolder(folder);
      return { outcome: 'erased', callId };
    }
    if (await isThere(join(folder, callFileName))) {
      // It was saved, and may have been written on since. What holds the journal now may have let go at the next start.
      await rm(join(folder, fileNames.journal), { force: true }).catch(() => undefined);
      return null;
    }

    const audioPath = join(folder, fileNames.audio);
    const data = await readSound(audioPath);
    const { wholeBytes, durationMs } = scan(data);
    const rest = data.subarray(wholeBytes);
    const isDamaged = isMoreThanTorn(rest) || (await isThere(join(folder, fileNames.rest)));
    const folded = foldJournal(lines, durationMs, true);
    if (folded === null && (durationMs > 0 || isDamaged))
      throw new Failure('call-unreadable', 'the journal has no beginning, but there is sound');
    const isSaidOf = folded?.call.marks.length || lines.some(({ type }) => type === 'describe');
    if (folded === null && !isOurs) return null; // it may not have arrived yet
    if (folded === null || (durationMs === 0 && !isDamaged && !isSaidOf)) {
      await rm(folder, { recursive: true });
      return { outcome: 'empty', callId };
    }

    if (isMoreThanTorn(rest)) await replaceFile(join(folder, fileNames.rest), rest);
    if (rest.length > 0) await truncate(audioPath, wholeBytes);
    await rm(join(folder, fileNames.reserve), { force: true });
    const audio = { bytes: wholeBytes, sha256: await hashFile(audioPath) };
    // A link past the cut speaks of bytes that no longer exist.
    const chain = folded.chain.filter((link) => link.bytes <= wholeBytes);
    await saveCall(folded.call, makeSeal(folded.call, audio, chain, now()));
    return { outcome: 'recovered', call: folded.call, isDamaged };
  } catch (cause) {
    return { outcome: 'failed', callId, reason: cause instanceof Error ? cause.message : String(cause) };
  }
}

/** Sound that cannot be read now is not no sound. */
async function readSound(path: string): Promise<Uint8Array> {
  return readFile(path).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return new Uint8Array();
    throw cause;
  });
}

/** A crash leaves one page torn, at the end. */
function isMoreThanTorn(rest: Uint8Array): boolean {
  return rest.length > mostPageBytes || nextPage(rest, 0) < rest.length;
}

async function isBeingRecorded(
  folder: string,
  start: Extract<JournalLine, { type: 'start' }>,
  nowMs: number,
): Promise<boolean> {
  const isElsewhere = start.host !== hostname();
  if (!isElsewhere && !isAnotherRunning(start.pid)) return false;
  const sound = await stat(join(folder, fileNames.audio)).catch(() => null);
  if (sound === null || sound.size === 0) return isElsewhere; // it may not have arrived yet
  return nowMs - sound.mtimeMs < (isElsewhere ? freshElsewhereMs : freshMs);
}

function isAnotherRunning(pid: number): boolean {
  try {
    return pid !== process.pid && process.kill(pid, 0);
  } catch {
    return false;
  }
}
