// Whether the promise was heard again: what came out of the speakers is looked through for the agent's words.
import { decode } from '../../tests/support/listen.ts';
import { quieterByDb } from './check-sides.ts';
import type { HeardBeat } from './hear.ts';
import { findPiece, levelDb } from './likeness.ts';
import type { Checked } from './say.ts';

const pieceMs = 1_000;
const everyMs = 250;
const perMs = 48;
/** Other seconds of the same voice are 0.8 alike at most, now and then a little more. */
const sameWords = 0.85;
/** A busy machine makes short holes when it plays (the file has none), and a piece with one is not like itself. */
const enough = 0.25;

/** `path` is what the speakers played when the mark was pressed. */
export async function checkPlayback(path: string, promise: HeardBeat): Promise<Checked> {
  const { channels, durationMs } = await decode(path);
  const [left, right] = channels;
  if (!left || !right) return { ok: false, sentence: 'What the speakers played could not be decoded.' };
  const pieces = piecesOf(promise);
  const found = pieces.map((piece) => findPiece(piece, right, 0, durationMs));
  const heard = found.filter((one) => one.likeness >= sameWords);
  const inOrder = heard.every((one, at) => at === 0 || one.atMs > heard[at - 1]!.atMs);
  const apartDb = heard.map(
    ({ atMs }) => levelDb(right, atMs, atMs + pieceMs) - levelDb(left, atMs, atMs + pieceMs),
  );
  const leastDb = Math.min(...apartDb);
  const many = `${heard.length} of ${pieces.length} pieces of it are recognised${inOrder ? ', in order' : ', in disorder'}`;
  return {
    ok: heard.length >= enough * pieces.length && inOrder && leastDb > quieterByDb,
    sentence:
      heard.length === 0
        ? 'Played again, the promise was not heard from the speakers.'
        : `Played again, the promise was heard from the speakers: ${many}, ${leastDb.toFixed(0)} dB louder on the right.`,
  };
}

/** Pieces of a second, each beginning a quarter of a second after the last. */
function piecesOf({ samples, durationMs }: HeardBeat): Float32Array[] {
  const count = Math.floor((durationMs - pieceMs) / everyMs) + 1;
  return Array.from({ length: count }, (_, at) =>
    samples.subarray(at * everyMs * perMs, (at * everyMs + pieceMs) * perMs),
  );
}
