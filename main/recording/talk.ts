// How long each side was heard, by its peaks. The same measure of silence as the player's, which skips it.
import { quietLimit } from '../../contract/quiet.ts';
import { peakMs } from './peaks-file.ts';

interface Span {
  fromMs: number;
  toMs: number;
}

/** `pairs` as in peaks.bin. What lies in a hold counts for nobody: their music is not their talk. */
export function talkIn(pairs: Uint8Array, holds: readonly Span[]): { youMs: number; themMs: number } {
  const count = Math.floor(pairs.length / 2);
  const isHeld = new Uint8Array(count);
  for (const { fromMs, toMs } of holds) isHeld.fill(1, Math.floor(fromMs / peakMs), Math.ceil(toMs / peakMs));
  const [you, them] = [0, 1].map((side) => {
    let loudest = 0;
    for (let at = 0; at < count; at += 1) loudest = Math.max(loudest, pairs[at * 2 + side]!);
    const limit = quietLimit(loudest);
    let heard = 0;
    for (let at = 0; at < count; at += 1) if (isHeld[at] === 0 && pairs[at * 2 + side]! > limit) heard += 1;
    return heard * peakMs;
  });
  return { youMs: you!, themMs: them! };
}
