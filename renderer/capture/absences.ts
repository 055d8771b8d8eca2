// When a side was not to be heard, and why: told long afterwards, when what waited in memory becomes a call.
import { gridRateHz, type Span } from './grid.ts';

interface Absence extends Span {
  cause: string;
}

/** Sound takes up to this long to arrive: what was on its way when a source was lost never comes. */
const onItsWayFrames = 0.7 * gridRateHz;

export class Absences {
  /** In order, without overlap; one that still lasts ends at Infinity. */
  #all: Absence[] = [{ from: -Infinity, to: Infinity, cause: 'no source' }];

  /** Why the side is not to be heard now, or null. */
  get cause(): string | null {
    const last = this.#all.at(-1);
    return last?.to === Infinity ? last.cause : null;
  }

  /** The side is not to be heard from `now` on; sound had come up to `reached`. */
  begin(cause: string, now: number, reached: number): void {
    const from = this.cause === null ? Math.max(reached, now - onItsWayFrames) : now;
    this.#cut(from);
    this.#all.push({ from, to: Infinity, cause });
  }

  /** It is to be heard again from `to` on. */
  end(to: number): void {
    const last = this.#all.at(-1);
    if (last?.to === Infinity) last.to = to;
  }

  /** The newest one began earlier than was thought: sound from `from` on is not to be used. */
  reachBack(from: number): void {
    const last = this.#all.at(-1);
    if (!last || last.from <= from) return;
    this.#cut(from);
    this.#all.push({ ...last, from });
  }

  /** Nobody will ask for what lies before `frame`. */
  letGo(frame: number): void {
    this.#all = this.#all.filter(({ to }) => to > frame);
  }

  /** The span in parts, each with why the side was not to be heard then; null where it was. */
  within(span: Span): (Span & { cause: string | null })[] {
    const parts: (Span & { cause: string | null })[] = [];
    let at = span.from;
    for (const absence of this.#all) {
      const from = Math.max(at, absence.from);
      const to = Math.min(span.to, absence.to);
      if (from >= to) continue;
      if (from > at) parts.push({ from: at, to: from, cause: null });
      parts.push({ from, to, cause: absence.cause });
      at = to;
    }
    if (at < span.to) parts.push({ from: at, to: span.to, cause: null });
    return parts;
  }

  /** Leaves nothing from `from` on. */
  #cut(from: number): void {
    this.#all = this.#all
      .filter((absence) => absence.from < from)
      .map((absence) => ({ ...absence, to: Math.min(absence.to, from) }));
  }
}
