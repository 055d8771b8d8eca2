// Sound laid out on the grid that nobody has asked for yet, in order, with holes where nothing came.
import { gridRateHz, type Span } from './grid.ts';

/** Kept in pieces of a second: a minute of packets one by one takes three times the memory (measured). */
const pieceFrames = gridRateHz;

interface Piece extends Span {
  /** Has room beyond `to`, where sound goes on. */
  samples: Float32Array;
}

export class KeptSound {
  #pieces: Piece[] = [];

  /** Where the newest sound ends. */
  get end(): number {
    return this.#pieces.at(-1)?.to ?? -Infinity;
  }

  /** `from` is at or after `end`. */
  add(from: number, samples: Float32Array): void {
    const piece = this.#pieceAt(from);
    const used = piece.to - piece.from;
    const fitting = samples.subarray(0, piece.samples.length - used);
    piece.samples.set(fitting, used);
    piece.to += fitting.length;
    if (fitting.length < samples.length) this.add(piece.to, samples.subarray(fitting.length));
  }

  /** Writes what is known of `span` into `into` (elsewhere left alone) and answers which parts those are. */
  copy(span: Span, into: Float32Array): Span[] {
    const parts: Span[] = [];
    for (const piece of this.#pieces) {
      const from = Math.max(span.from, piece.from);
      const to = Math.min(span.to, piece.to);
      if (from >= to) continue;
      into.set(piece.samples.subarray(from - piece.from, to - piece.from), from - span.from);
      const last = parts.at(-1);
      if (last?.to === from) last.to = to;
      else parts.push({ from, to });
    }
    return parts;
  }

  /** Drops what lies from `frame` on; answers where that began, or null when there was nothing. */
  cut(frame: number): number | null {
    const first = this.#pieces.find(({ to }) => to > frame);
    if (!first) return null;
    const cutFrom = Math.max(frame, first.from);
    this.#pieces = this.#pieces
      .filter(({ from }) => from < frame)
      .map(({ from, to, samples }) => {
        const kept = Math.min(to, frame);
        return { from, to: kept, samples: samples.subarray(0, kept - from) };
      });
    return cutFrom;
  }

  /** Nobody will ask for what lies before `frame`. */
  letGo(frame: number): void {
    const kept = this.#pieces.findIndex((piece) => piece.to > frame);
    this.#pieces.splice(0, kept === -1 ? this.#pieces.length : kept);
  }

  #pieceAt(from: number): Piece {
    const last = this.#pieces.at(-1);
    if (last?.to === from && last.to - last.from < last.samples.length) return last;
    const piece = { from, to: from, samples: new Float32Array(pieceFrames) };
    this.#pieces.push(piece);
    return piece;
  }
}
