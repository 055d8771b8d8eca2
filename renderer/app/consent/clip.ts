// Plays a stretch of a call that is still being recorded, from the part of it that is on disk.
import type { CallId } from '../../../contract/call.ts';

export class Clip {
  readonly #audio = new Audio();
  #toMs = 0;

  constructor() {
    this.#audio.addEventListener('timeupdate', () => {
      if (this.#audio.currentTime * 1000 >= this.#toMs) this.#audio.pause();
    });
  }

  play(callId: CallId, { fromMs, toMs }: { fromMs: number; toMs: number }): void {
    this.#toMs = toMs;
    // The file has grown since it was last opened: a new address, so that its new length is asked for.
    this.#audio.src = `/media/${encodeURIComponent(callId)}?until=${toMs}#t=${fromMs / 1000}`;
    this.#audio.play().catch(() => undefined); // another clip was asked for before this one began
  }

  close(): void {
    this.#audio.pause();
    this.#audio.removeAttribute('src');
    this.#audio.load();
  }
}
