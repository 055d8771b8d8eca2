// Plays a stretch of a call, also of one that is still being recorded, from the part of it that is on disk.
import type { CallId } from '../../../contract/call.ts';
import { sinkIdOf } from './playback-devices.ts';

interface Stretch {
  fromMs: number;
  toMs: number;
}

export class Clip {
  readonly #audio = new Audio();
  #toMs = 0;
  #playing: string | null = null;
  #isClosed = false;
  readonly #listeners = new Set<() => void>();

  constructor() {
    this.#audio.addEventListener('timeupdate', () => {
      if (this.#audio.currentTime * 1000 >= this.#toMs) this.#audio.pause();
    });
    for (const name of ['pause', 'ended', 'error'] as const)
      this.#audio.addEventListener(name, () => this.#become(null));
  }

  readonly subscribe = (changed: () => void): (() => void) => {
    this.#listeners.add(changed);
    return () => this.#listeners.delete(changed);
  };

  /** The name under which something is being played, or null. */
  readonly playing = (): string | null => this.#playing;

  /**
   * What is played from now on is heard through the output of this label, null being the system's own. Answers false, and
   * takes the system's own, when there is none of that label or it cannot be had.
   */
  async through(label: string | null): Promise<boolean> {
    const sinkId = await sinkIdOf(label);
    if (sinkId !== null && sinkId === this.#audio.sinkId) return true;
    try {
      await this.#audio.setSinkId(sinkId ?? '');
      return sinkId !== null;
    } catch {
      await this.#audio.setSinkId('');
      return false;
    }
  }

  /** Resolves when it is heard. Rejects when there is no sound to play; another clip asked for meanwhile is no failure. */
  async play(callId: CallId, { fromMs, toMs }: Stretch, name = callId): Promise<void> {
    // Nobody is there any more who could end it.
    if (this.#isClosed) return;
    this.#toMs = toMs;
    // The file has grown since it was last opened: a new address, so that its new length is asked for.
    this.#audio.src = `/media/${encodeURIComponent(callId)}?until=${toMs}#t=${fromMs / 1000}`;
    this.#become(name);
    await this.#audio.play().catch((cause: unknown) => {
      if (cause instanceof DOMException && cause.name === 'AbortError') return;
      this.#become(null);
      throw cause;
    });
  }

  stop(): void {
    this.#audio.pause();
  }

  close(): void {
    this.#isClosed = true;
    this.#become(null);
    this.#audio.pause();
    this.#audio.removeAttribute('src');
    this.#audio.load();
  }

  #become(playing: string | null): void {
    if (this.#playing === playing) return;
    this.#playing = playing;
    this.#listeners.forEach((changed) => changed());
  }
}
