// Listening back to one call: what is in sight, which mark is meant, what is looped or skipped. Lives outside React.
import type { Mark } from '../../../contract/call.ts';
import type { CallEditor } from './call-editor.ts';
import { loopOf, markAt, markBefore, markNext } from './marks.ts';
import type { Player } from './player.ts';
import { skippable, type Heard } from './skip.ts';
import type { Levels } from './wave/levels.ts';
import { WaveView } from './wave/wave-view.ts';

export interface ListeningState {
  /** The mark last heard or jumped to: the one that is looped, and whose ends the keys set. */
  chosen: string | null;
  skipping: boolean;
  /** True while the view goes along with what is heard. */
  following: boolean;
}

/** One press of a zoom key. */
const zoomStep = 2;
/** Further than is ever played between two looks. */
const leastSeekMs = 1000;

export class Listening {
  readonly player: Player;
  readonly wave: WaveView;
  readonly #editor: CallEditor;
  #state: ListeningState = { chosen: null, skipping: false, following: true };
  #lastAtMs = 0;
  #levels: Levels | null = null;
  #skipped: { heard: Heard; marks: readonly Mark[]; levels: Levels } | null = null;
  readonly #listeners = new Set<() => void>();

  constructor(player: Player, editor: CallEditor) {
    this.player = player;
    this.wave = new WaveView(player.durationMs);
    this.#editor = editor;
  }

  /** The answer ends it. */
  start(): () => void {
    const ends = [this.player.subscribe(this.#onPlayer), this.#editor.subscribe(this.#onCall)];
    return () => {
      ends.forEach((end) => end());
      this.wave.close();
    };
  }

  readonly subscribe = (changed: () => void): (() => void) => {
    this.#listeners.add(changed);
    return () => this.#listeners.delete(changed);
  };

  readonly state = (): ListeningState => this.#state;

  get #marks(): readonly Mark[] {
    return this.#editor.view().call.marks;
  }

  chosenMark(): Mark | null {
    return this.#marks.find((mark) => mark.id === this.#state.chosen) ?? null;
  }

  takeLevels(levels: Levels): void {
    this.#levels = levels;
    this.#planSkips();
  }

  choose(markId: string): void {
    if (this.player.state().loop && markId !== this.#state.chosen) this.player.setLoop(null);
    this.#show({ chosen: markId });
  }

  goToMark(which: 'next' | 'before'): void {
    const find = which === 'next' ? markNext : markBefore;
    const mark = find(this.#marks, this.player.nowMs());
    if (!mark) return;
    this.choose(mark.id);
    this.player.seek(mark.fromMs);
  }

  /** Plays the chosen mark over and over, from its start; or no longer. */
  toggleLoop(): void {
    const mark = this.chosenMark();
    if (this.player.state().loop || !mark) return this.player.setLoop(null);
    this.player.setLoop(loopOf(mark, this.player.durationMs));
    this.player.playFrom(mark.fromMs);
  }

  toggleSkip(): void {
    this.#show({ skipping: !this.#state.skipping });
    this.#planSkips();
  }

  toggleFollow(): void {
    const following = !this.#state.following;
    this.#show({ following });
    if (following) this.wave.follow(this.player.nowMs());
  }

  /** Sets an end of the chosen mark to where we are. */
  setEnd(which: 'from' | 'to'): void {
    const mark = this.chosenMark();
    if (!mark) return;
    const atMs = Math.round(this.player.nowMs());
    const toMs = Math.max(mark.fromMs, mark.toMs);
    const fromMs = which === 'from' ? atMs : Math.min(mark.fromMs, atMs);
    this.changeMark({
      ...mark,
      fromMs,
      toMs: which === 'to' ? Math.max(atMs, fromMs) : Math.max(toMs, fromMs),
    });
  }

  /** Saved, and taken back as one. */
  changeMark(mark: Mark): void {
    this.#editor.change({ on: 'mark', mark });
    if (this.player.state().loop && mark.id === this.#state.chosen)
      this.player.setLoop(loopOf(mark, this.player.durationMs));
  }

  /** By a key or a button: around where we are, when that is in sight. */
  zoom(direction: 'in' | 'out'): void {
    const { fromMs, spanMs } = this.wave.view();
    const atMs = this.player.nowMs();
    const inSight = atMs >= fromMs && atMs <= fromMs + spanMs;
    this.wave.zoom(direction === 'in' ? 1 / zoomStep : zoomStep, inSight ? atMs : fromMs + spanMs / 2);
  }

  readonly #onPlayer = (): void => {
    const { atMs, loop } = this.player.state();
    const heard = loop ? null : markAt(this.#marks, atMs);
    if (heard !== null && heard !== this.#state.chosen) this.#show({ chosen: heard });
    this.#goAlong(atMs);
    this.#planSkips();
  };

  readonly #onCall = (): void => {
    if (this.player.state().loop && !this.chosenMark()) this.player.setLoop(null);
    this.#planSkips();
  };

  /** Goes along with playing that leaves the view, and with every seek; not when somebody looked elsewhere meanwhile. */
  #goAlong(atMs: number): void {
    const { fromMs, spanMs } = this.wave.view();
    const wasInSight = this.#lastAtMs >= fromMs && this.#lastAtMs <= fromMs + spanMs;
    const wentFar = Math.abs(atMs - this.#lastAtMs) > leastSeekMs;
    if (this.#state.following && atMs !== this.#lastAtMs && (wasInSight || wentFar)) this.wave.follow(atMs);
    this.#lastAtMs = atMs;
  }

  /** Looks through all peaks, so only when something changed that matters. */
  #planSkips(): void {
    const levels = this.#levels;
    if (!this.#state.skipping || !levels) {
      if (this.#skipped) this.player.skip([]);
      this.#skipped = null;
      return;
    }
    const { heard } = this.player.state();
    const marks = this.#marks;
    const before = this.#skipped;
    if (before?.heard === heard && before.marks === marks && before.levels === levels) return;
    this.#skipped = { heard, marks, levels };
    this.player.skip(skippable(levels[0]!, heard, marks));
  }

  #show(patch: Partial<ListeningState>): void {
    this.#state = { ...this.#state, ...patch };
    this.#listeners.forEach((changed) => changed());
  }
}
