// Where in a stretch of an Ogg file bytes have changed, as far as the checksums of its pages tell.
import { durationOf, nextPage, readPage } from '../ogg.ts';

/** A span of the sound, in ms. */
export interface Span {
  fromMs: number;
  toMs: number;
}

/** A stretch of a sound file that is not what was sealed: its bytes, and the time it stands for. */
export interface Stretch extends Span {
  data: Uint8Array;
}

/**
 * The spans of its damaged pages; all of the stretch when every page is whole in itself, for then whoever changed it
 * wrote new checksums too, and nothing says where.
 */
export function locateDamage({ data, fromMs, toMs }: Stretch, preSkip: number): Span[] {
  const within = (ms: number) => Math.min(Math.max(fromMs, ms), toMs);
  const damaged: Span[] = [];
  let reachedMs = fromMs;
  for (let at = 0; at < data.length;) {
    const page = readPage(data, at);
    const next = page ? at + page.bytes : nextPage(data, at + 1);
    // A page says when it ends, so a damaged one ends no later than the next whole one.
    const later = page ?? readPage(data, next);
    const endMs = later ? within(durationOf(Math.max(0, later.granule), preSkip)) : toMs;
    if (page === null) damaged.push({ fromMs: reachedMs, toMs: endMs });
    else reachedMs = Math.max(reachedMs, endMs);
    at = next;
  }
  return damaged.length > 0 ? damaged : [{ fromMs, toMs }];
}
