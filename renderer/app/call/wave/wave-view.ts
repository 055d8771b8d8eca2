// The stretch of the call in sight while it changes: zooms glide, and whoever draws it is told. Lives outside React.
import { centred, following, moved, wholeView, within, zoomed, type View } from './view.ts';

/** Part of a zoom that is left to do which one frame does. */
const shareAFrame = 0.3;
const settledAfterMs = 160;

export class WaveView {
  readonly durationMs: number;
  #view: View;
  /** A zoom under way: how much is left (logarithm of the factor), and around what. */
  #left = 0;
  #aroundMs = 0;
  #frame = 0;
  #settling: ReturnType<typeof setTimeout> | undefined;
  #settled: View;
  readonly #moved = new Set<() => void>();
  readonly #rested = new Set<() => void>();

  constructor(durationMs: number) {
    this.durationMs = durationMs;
    this.#view = wholeView(durationMs);
    this.#settled = this.#view;
  }

  readonly view = (): View => this.#view;

  /** The view when it last stood still: for what need not follow each frame. */
  readonly settled = (): View => this.#settled;

  /** Told of each change, as often as each frame. */
  readonly onMove = (moved: () => void): (() => void) => {
    this.#moved.add(moved);
    return () => this.#moved.delete(moved);
  };

  /** Told when it stands still. */
  readonly onRest = (rested: () => void): (() => void) => {
    this.#rested.add(rested);
    return () => this.#rested.delete(rested);
  };

  /** `factor` below 1 zooms in; several in a row add up. */
  zoom(factor: number, aroundMs: number): void {
    // Not beyond where zooming ends: what cannot be done must not be left over for the next zoom back.
    const { spanMs } = this.#view;
    const aim = within({ fromMs: 0, spanMs: spanMs * Math.exp(this.#left) * factor }, this.durationMs);
    this.#left = Math.log(aim.spanMs / spanMs);
    this.#aroundMs = aroundMs;
    if (window.matchMedia('(prefers-reduced-motion: reduce)').matches) this.#glide(1);
    else if (this.#frame === 0) this.#frame = requestAnimationFrame(this.#step);
  }

  show(view: View): void {
    this.#left = 0;
    this.#set(within(view, this.durationMs));
  }

  showAll(): void {
    this.show(wholeView(this.durationMs));
  }

  scroll(byMs: number): void {
    this.#set(moved(this.#view, byMs, this.durationMs));
  }

  centre(atMs: number): void {
    this.show(centred(this.#view, atMs, this.durationMs));
  }

  follow(atMs: number): void {
    if (this.#left === 0) this.#set(following(this.#view, atMs, this.durationMs));
  }

  close(): void {
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#settling);
  }

  readonly #step = (): void => {
    this.#frame = 0;
    this.#glide(Math.abs(this.#left) < 0.02 ? 1 : shareAFrame);
    if (this.#left !== 0) this.#frame = requestAnimationFrame(this.#step);
  };

  #glide(share: number): void {
    const now = this.#left * share;
    this.#left = share === 1 ? 0 : this.#left - now;
    this.#set(zoomed(this.#view, Math.exp(now), this.#aroundMs, this.durationMs));
  }

  #set(view: View): void {
    if (view.fromMs === this.#view.fromMs && view.spanMs === this.#view.spanMs) return;
    this.#view = view;
    this.#moved.forEach((tell) => tell());
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => {
      this.#settled = this.#view;
      this.#rested.forEach((tell) => tell());
    }, settledAfterMs);
  }
}
