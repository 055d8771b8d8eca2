// Plays one call's sound: either side or both, at any speed, in a loop or skipping. Lives outside React.
import { SideChannels } from './side-channels.ts';
import { nextJump, type Heard, type Span } from './skip.ts';

export interface PlayerState {
  playing: boolean;
  atMs: number;
  /** `missing`: there is no sound to play. `broken`: there is, but it could not be decoded. */
  trouble: 'none' | 'missing' | 'broken';
  heard: Heard;
  /** 1 is as it was spoken; the pitch is the same at every speed. */
  speed: number;
  /** What is played over and over. */
  loop: Span | null;
}

export const speeds = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2, 2.5, 3] as const;

/** How often the state changes while playing: enough for a clock and a highlighted mark; the cursor is drawn apart. */
const tickMs = 200;
/** While nothing is played, the element is sent elsewhere no more often than this: the screen shows the place by itself. */
const restMs = 100;
/** A jump this near is made now: no timer is that exact. */
const nearMs = 8;

const followed = ['play', 'playing', 'pause', 'ended', 'seeked', 'ratechange', 'error'] as const;

export class Player {
  readonly audio: HTMLAudioElement;
  readonly durationMs: number;
  #state: PlayerState = {
    playing: false,
    atMs: 0,
    trouble: 'none',
    heard: 'both',
    speed: 1,
    loop: null,
  };
  #channels: SideChannels | null = null;
  #skipped: readonly Span[] = [];
  /** Where to seek once the seek under way is done. */
  #soughtMs: number | null = null;
  #rest: ReturnType<typeof setTimeout> | undefined;
  #timer: ReturnType<typeof setInterval> | undefined;
  #jumpTimer: ReturnType<typeof setTimeout> | undefined;
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
    clearTimeout(this.#jumpTimer);
    clearTimeout(this.#rest);
    for (const name of followed) this.audio.removeEventListener(name, this.#follow);
    this.audio.pause();
    this.audio.removeAttribute('src');
    this.audio.load();
    this.#channels?.close();
  }

  readonly subscribe = (changed: () => void): (() => void) => {
    this.#listeners.add(changed);
    return () => this.#listeners.delete(changed);
  };

  readonly state = (): PlayerState => this.#state;

  /** Where it is at this very moment: the state tells it five times a second. */
  nowMs(): number {
    return this.#state.playing ? this.#placeMs() : this.#state.atMs;
  }

  play(): void {
    if (this.#state.trouble !== 'none') return;
    this.#channels?.wake();
    // What is heard begins where it was sent last.
    if (this.#soughtMs !== null && !this.audio.seeking) this.#send(this.#soughtMs);
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

  /** For those who write down what they hear: goes on a little before where it stopped. */
  toggleWithStepBack(stepMs: number): void {
    if (!this.#state.playing) this.nudge(-stepMs);
    this.toggle();
  }

  /** Ends the loop when it leads out of it. */
  seek(atMs: number): void {
    const within = this.#clamped(atMs);
    const { loop } = this.#state;
    if (loop && (within < loop.fromMs || within >= loop.toMs)) this.#show({ loop: null });
    this.#go(within);
  }

  nudge(byMs: number): void {
    this.seek(this.nowMs() + byMs);
  }

  playFrom(atMs: number): void {
    this.seek(atMs);
    this.play();
  }

  hear(heard: Heard): void {
    if (heard !== 'both') this.#channels ??= new SideChannels(this.audio);
    this.#channels?.wake();
    this.#channels?.hear(heard);
    this.#show({ heard });
  }

  setSpeed(speed: number): void {
    this.audio.playbackRate = speed;
    this.#show({ speed });
    this.#planJump();
  }

  /** One step of `speeds` slower (-1) or faster (1). */
  changeSpeed(by: -1 | 1): void {
    const now = speeds.findIndex((speed) => speed >= this.#state.speed);
    const next = speeds[now + by];
    if (next !== undefined) this.setSpeed(next);
  }

  setLoop(loop: Span | null): void {
    this.#show({ loop });
    this.#planJump();
  }

  /** What is not played from now on, in order. */
  skip(spans: readonly Span[]): void {
    this.#skipped = spans;
    this.#planJump();
  }

  /** One seek at a time: who drags over the waveform asks for far more than a decoder can follow. */
  #go(atMs: number): void {
    this.#soughtMs = atMs;
    this.#sendSought();
    this.#show({ atMs });
    this.#planJump();
  }

  readonly #sendSought = (): void => {
    const resting = this.audio.paused && this.#rest !== undefined;
    if (this.#soughtMs !== null && !this.audio.seeking && !resting) this.#send(this.#soughtMs);
  };

  #send(atMs: number): void {
    this.#soughtMs = null;
    this.audio.currentTime = atMs / 1000;
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => {
      this.#rest = undefined;
      this.#sendSought();
    }, restMs);
  }

  /** Reads the element: its events are many, its state is one. */
  readonly #follow = (): void => {
    this.#sendSought();
    const { paused, ended, error } = this.audio;
    const playing = !paused && !ended && !error;
    clearInterval(this.#timer);
    // A loop that ends with the call begins again.
    if (ended && this.#state.loop) return this.playFrom(this.#state.loop.fromMs);
    if (playing) this.#timer = setInterval(this.#tick, tickMs);
    this.#show({ playing, atMs: this.#placeMs(), trouble: troubleOf(error) });
    this.#planJump();
  };

  readonly #tick = (): void => {
    this.#show({ atMs: this.#placeMs() });
    this.#planJump();
  };

  /** Jumps when it is time to; otherwise comes back when it will be, unless a tick comes first. */
  readonly #planJump = (): void => {
    clearTimeout(this.#jumpTimer);
    if (!this.#state.playing || this.audio.seeking) return;
    const atMs = this.audio.currentTime * 1000;
    const jump = nextJump(atMs, this.#state.loop, this.#skipped);
    if (!jump) return;
    const leftMs = (jump.fromMs - atMs) / this.#state.speed;
    if (leftMs <= nearMs) this.#go(Math.min(jump.toMs, this.durationMs));
    else if (leftMs < tickMs) this.#jumpTimer = setTimeout(this.#planJump, leftMs);
  };

  #placeMs(): number {
    return this.#clamped(this.#soughtMs ?? this.audio.currentTime * 1000);
  }

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
