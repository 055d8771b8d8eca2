// Plays one call's sound. Lives outside React: components read its state and press its buttons.

export interface PlayerState {
  playing: boolean;
  atMs: number;
  /** `missing`: there is no sound to play. `broken`: there is, but it could not be decoded. */
  trouble: 'none' | 'missing' | 'broken';
}

/** How often the state changes while playing: enough for a clock and a highlighted mark; the cursor is drawn apart. */
const tickMs = 200;

const followed = ['play', 'playing', 'pause', 'ended', 'seeked', 'error'] as const;

export class Player {
  readonly audio: HTMLAudioElement;
  readonly durationMs: number;
  #state: PlayerState = { playing: false, atMs: 0, trouble: 'none' };
  #timer: ReturnType<typeof setInterval> | undefined;
  readonly #listeners = new Set<() => void>();

  constructor(audio: HTMLAudioElement, durationMs: number) {
    this.audio = audio;
    this.durationMs = durationMs;
  }

  /** Takes up a sound; `close` lets go of it. Nothing but its beginning and end is read before it is played. */
  open(source: string): void {
    for (const name of followed) this.audio.addEventListener(name, this.#follow);
    this.audio.preload = 'metadata';
    this.audio.src = source;
  }

  close(): void {
    clearInterval(this.#timer);
    for (const name of followed) this.audio.removeEventListener(name, this.#follow);
    this.audio.pause();
    this.audio.removeAttribute('src');
    this.audio.load();
  }

  readonly subscribe = (changed: () => void): (() => void) => {
    this.#listeners.add(changed);
    return () => this.#listeners.delete(changed);
  };

  readonly state = (): PlayerState => this.#state;

  play(): void {
    if (this.#state.trouble !== 'none') return;
    // Rejects when a pause comes before the sound does, or the sound cannot be had: the events say so too.
    this.audio.play().catch(this.#follow);
  }

  pause(): void {
    this.audio.pause();
  }

  toggle(): void {
    if (this.#state.playing) this.pause();
    else this.play();
  }

  seek(atMs: number): void {
    const within = Math.min(Math.max(0, atMs), this.durationMs);
    this.audio.currentTime = within / 1000;
    this.#show({ atMs: within });
  }

  nudge(byMs: number): void {
    this.seek(this.#state.atMs + byMs);
  }

  playFrom(atMs: number): void {
    this.seek(atMs);
    this.play();
  }

  /** Reads the element: its events are many, its state is one. */
  readonly #follow = (): void => {
    const { paused, ended, currentTime, error } = this.audio;
    const playing = !paused && !ended && !error;
    clearInterval(this.#timer);
    if (playing) this.#timer = setInterval(this.#tick, tickMs);
    this.#show({ playing, atMs: this.#clamped(currentTime * 1000), trouble: troubleOf(error) });
  };

  readonly #tick = (): void => this.#show({ atMs: this.#clamped(this.audio.currentTime * 1000) });

  /** The decoder's idea of the end may be some milliseconds off the file's. */
  #clamped(atMs: number): number {
    return Math.min(Math.max(0, atMs), this.durationMs);
  }

  #show(patch: Partial<PlayerState>): void {
    this.#state = { ...this.#state, ...patch };
    this.#listeners.forEach((changed) => changed());
  }
}

function troubleOf(error: MediaError | null): PlayerState['trouble'] {
  if (!error) return 'none';
  // 3 is MEDIA_ERR_DECODE; 2 (network) and 4 (not supported) are what a file that is not there looks like.
  return error.code === 3 ? 'broken' : 'missing';
}
