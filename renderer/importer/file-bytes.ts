// The bytes of a file that the app hands out, fetched in blocks as a walk through it needs them.

const blockBytes = 1 << 18;

export class FileBytes {
  readonly #url: URL;
  readonly #blocks = new Map<number, Uint8Array>();
  #size: number | null = null;

  constructor(url: URL) {
    this.#url = url;
  }

  /** Up to `length` bytes from `at` on; fewer at the end of the file. */
  async read(at: number, length: number): Promise<Uint8Array> {
    const first = Math.floor(at / blockBytes);
    const last = Math.floor((at + length - 1) / blockBytes);
    if (first === last) {
      const from = at - first * blockBytes;
      return (await this.#block(first)).subarray(from, from + length);
    }
    const parts: Uint8Array[] = [];
    for (let index = first; index <= last; index += 1) {
      const start = index * blockBytes;
      parts.push((await this.#block(index)).subarray(Math.max(0, at - start), at + length - start));
    }
    const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
    parts.reduce((to, part) => (whole.set(part, to), to + part.length), 0);
    return whole;
  }

  async #block(index: number): Promise<Uint8Array> {
    const known = this.#blocks.get(index);
    if (known) return known;
    const start = index * blockBytes;
    if (this.#size !== null && start >= this.#size) return new Uint8Array();
    const answer = await fetch(this.#url, { headers: { range: `bytes=${start}-${start + blockBytes - 1}` } });
    if (answer.status === 416) return new Uint8Array();
    if (!answer.ok) throw new Error(`Bytes from ${start}: ${answer.status}`);
    this.#size = Number(/\/(\d+)$/.exec(answer.headers.get('content-range') ?? '')?.[1] ?? Infinity);
    const block = new Uint8Array(await answer.arrayBuffer());
    // A walk goes forward: the block before is all that may be asked for again.
    for (const old of this.#blocks.keys()) if (old < index - 1) this.#blocks.delete(old);
    this.#blocks.set(index, block);
    return block;
  }
}
