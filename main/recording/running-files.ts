// The folder of a call while it is being recorded: journal, sound and peaks, opened together and closed together.
import { mkdir, readdir, rm, rmdir, truncate, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { syncFolder } from '../library/replace-file.ts';
import { writeFailure } from '../library/write-failure.ts';
import { createAudioFile, type AudioFile } from './audio-file.ts';
import { createJournal, type Journal, type JournalLine } from './journal.ts';
import { createPeaksFile, type PeaksFile } from './peaks-file.ts';

export const fileNames = {
  audio: 'audio.ogg',
  peaks: 'peaks.bin',
  journal: 'journal.jsonl',
  seal: 'seal.json',
  /** Sound behind damage, which recovery cannot put in order and does not throw away. */
  rest: 'audio.rest',
  /** Room kept free so that a call can still be put in order on a full disk. */
  reserve: 'reserve.tmp',
} as const;

const reserveBytes = 1024 * 1024;
/** A call and its seal: enough for three hours and some hundred marks. */
const ownFilesBytes = 256 * 1024;

export interface RunningFiles {
  folder: string;
  journal: Journal;
  audio: AudioFile;
  peaks: PeaksFile;
}

/**
 * Creates the folder and its files; the journal's first line is on disk before this returns, so before any sound.
 * Throws `disk-full` or `library-unwritable`.
 */
export async function createRunningFiles(folder: string, start: JournalLine): Promise<RunningFiles> {
  try {
    return await create(folder, start);
  } catch (cause) {
    throw writeFailure(cause, folder);
  }
}

async function create(folder: string, start: JournalLine): Promise<RunningFiles> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const journal = await createJournal(join(folder, fileNames.journal));
  await journal.write(start);
  const audio = await createAudioFile(join(folder, fileNames.audio));
  const peaks = await createPeaksFile(join(folder, fileNames.peaks));
  await writeFile(join(folder, fileNames.reserve), Buffer.alloc(reserveBytes), { mode: 0o600 });
  await syncFolder(folder);
  await syncFolder(dirname(folder));
  return { folder, journal, audio, peaks };
}

/** Gives most of the kept room to sound that waits; what is left of it is for the call's own files. */
export async function shrinkReserve(folder: string): Promise<void> {
  await truncate(join(folder, fileNames.reserve), ownFilesBytes).catch(() => undefined); // only a help
}

/** Gives the kept room back. */
export function releaseReserve(folder: string): Promise<void> {
  return rm(join(folder, fileNames.reserve), { force: true });
}

/** Takes back a recording: nothing of it is left. */
export async function discardRunningFiles(files: RunningFiles): Promise<void> {
  await Promise.allSettled([files.journal.close(), files.audio.close(), files.peaks.close()]);
  await eraseFolder(files.folder);
}

/** Removes a call's folder, the journal last: as long as anything is left, the journal says what was to become of it. */
export async function eraseFolder(folder: string): Promise<void> {
  const names = await readdir(folder).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return null; // it is gone already
    throw cause;
  });
  if (names === null) return;
  for (const name of names) if (name !== fileNames.journal) await rm(join(folder, name), { recursive: true });
  await syncFolder(folder);
  await rm(join(folder, fileNames.journal), { force: true });
  await rmdir(folder);
  await syncFolder(dirname(folder));
}
