// Finds every line of the script in the file, by its sound alone; the moments of the script become places in the file.
import type { Side } from '../../contract/call.ts';
import { findPiece, levelDb, type Found } from './likeness.ts';
import type { PlayedBeat } from './play-call.ts';
import type { SavedCall } from './saved-call.ts';

/** A beat and where it is on its own side of the file. */
export interface HeardBeat extends PlayedBeat, Found {
  ownDb: number;
  /** The other side meanwhile. */
  otherDb: number;
}

export interface Heard {
  beats: HeardBeat[];
  /** The place in the file of a moment by `performance.now()`, as most lines have it. */
  placeOf(atMs: number): number;
}

/** How far from where it was played a line is looked for. */
const searchMs = 2_000;

export function hear(played: readonly PlayedBeat[], { heard }: SavedCall, recordedAtMs: number): Heard {
  const beats = played.map((beat) => {
    const other: Side = beat.side === 'you' ? 'them' : 'you';
    const aboutMs = beat.startedAtMs - recordedAtMs;
    const found = findPiece(beat.samples, heard[beat.side], aboutMs - searchMs, aboutMs + searchMs);
    const level = (side: Side) => levelDb(heard[side], found.atMs, found.atMs + beat.durationMs);
    return { ...beat, ...found, ownDb: level(beat.side), otherDb: level(other) };
  });
  // One line may have begun late on a busy machine; the one in the middle tells what the file's clock is.
  const offsets = beats.map((beat) => beat.atMs - beat.startedAtMs).sort((a, b) => a - b);
  const offsetMs = offsets[Math.floor(offsets.length / 2)] ?? Number.NaN;
  return { beats, placeOf: (atMs) => atMs + offsetMs };
}
