// The seconds of a call that are in sight, decoded when they come into sight, and a few more kept for going back.
import type { Decoder, Piece } from './decode-sound.ts';

/** About 9 MB. */
const mostKept = 24;

export class SoundPieces {
  readonly #source: string;
  readonly #arrived: () => void;
  readonly #pieces = new Map<number, Piece>();
  #wanted: readonly number[] = [];
  #decoder: Promise<Decoder> | null = null;
  #busy = false;
  #closed = false;

  constructor(source: string, arrived: () => void) {
    this.#source = source;
    this.#arrived = arrived;
  }

  /** The second that begins at `index` seconds; undefined while it is not there. */
  piece(index: number): Piece | undefined {
    return this.#pieces.get(index);
  }

  /** What is in sight now. What was wanted before and is no longer will not be decoded. */
  want(fromMs: number, toMs: number): void {
    const first = Math.floor(Math.max(0, fromMs) / 1000);
    const count = Math.floor(Math.max(0, toMs) / 1000) - first + 1;
    this.#wanted = Array.from({ length: count }, (_, at) => first + at);
    if (!this.#busy) void this.#decodeWanted();
  }

  close(): void {
    this.#closed = true;
    this.#decoder?.then((decoder) => decoder.close()).catch(() => undefined);
  }

  async #decodeWanted(): Promise<void> {
    const next = () => this.#wanted.find((index) => !this.#pieces.has(index));
    this.#busy = true;
    try {
      for (let index = next(); index !== undefined && !this.#closed; index = next()) {
        // Loaded when first needed: most calls are never looked at this closely.
        this.#decoder ??= import('./decode-sound.ts').then(({ openDecoder }) => openDecoder(this.#source));
        const decoder = await this.#decoder;
        if (this.#closed) return;
        this.#keep(index, await decoder.piece(index));
        this.#arrived();
      }
    } catch {
      // Sound that cannot be decoded is told by the player; its peaks stay on screen. Not asked for again.
      this.#wanted = [];
      return;
    }
    this.#busy = false;
  }

  #keep(index: number, piece: Piece): void {
    this.#pieces.set(index, piece);
    for (const old of this.#pieces.keys()) {
      if (this.#pieces.size <= mostKept) break;
      if (!this.#wanted.includes(old)) this.#pieces.delete(old);
    }
  }
}
