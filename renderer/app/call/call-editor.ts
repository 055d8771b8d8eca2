// A call while it is being edited: shows changes at once, saves them one after the other, and knows how to take them back.
import type { Call } from '../../../contract/call.ts';
import type { FailureCode } from '../../../contract/failure.ts';
import { asFailure } from '../bridge.ts';
import { applyEdit, changesNothing, inverseOf, targetOf, type Edit } from './edits.ts';
import { closed, noHistory, redone, undone, withChange } from './history.ts';

export type SaveState =
  /** Nothing was changed. */
  | { phase: 'untouched' }
  /** Typed or sent, and not yet answered. */
  | { phase: 'saving' }
  /** The app answered: it is in the call's file. */
  | { phase: 'saved' }
  /** Kept here until `retry`, or the next edit, gets through. */
  | { phase: 'failed'; code: FailureCode };

export interface EditorView {
  /** With every change, saved or not. */
  call: Call;
  save: SaveState;
}

/** Saves one edit. The answer makes of the call what it is now in the library. Throws `Failure`. */
export type SaveEdit = (callId: string, edit: Edit) => Promise<(base: Call) => Call>;

/** How long typing may rest before it is saved. */
export const restMs = 400;

export class CallEditor {
  #base: Call;
  #waiting: Edit[] = [];
  #sending = false;
  #history = noHistory;
  #view: EditorView;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #listeners = new Set<() => void>();
  readonly #save: SaveEdit;

  constructor(call: Call, save: SaveEdit) {
    this.#base = call;
    this.#save = save;
    this.#view = { call, save: { phase: 'untouched' } };
  }

  readonly subscribe = (changed: () => void): (() => void) => {
    this.#listeners.add(changed);
    return () => this.#listeners.delete(changed);
  };

  readonly view = (): EditorView => this.#view;

  /** True when every change is in the library. */
  get settled(): boolean {
    return this.#waiting.length === 0;
  }

  /** A change in the midst of typing: shown now, saved when the typing rests. Joins the one before it. */
  type(edit: Edit): void {
    if (this.#make(edit)) this.#saveAfter(restMs);
  }

  /** A change that is complete in itself: saved now, undone as one. */
  change(edit: Edit): void {
    this.rest();
    if (this.#make(edit)) this.rest();
  }

  /** Typing has come to rest, or the screen is about to go: save now. */
  rest(): void {
    this.#history = closed(this.#history);
    this.#saveAfter(0);
  }

  undo(): void {
    this.#step(undone(this.#history));
  }

  redo(): void {
    this.#step(redone(this.#history));
  }

  retry(): void {
    this.#show({ phase: 'saving' });
    void this.#send();
  }

  /** News from the library. Changes that are not saved yet stay on top of it. */
  receive(call: Call): void {
    if (call.revision < this.#base.revision) return;
    this.#base = call;
    this.#show(this.#view.save);
  }

  #make(edit: Edit): boolean {
    const { call } = this.#view;
    if (changesNothing(call, edit)) return false;
    this.#history = withChange(this.#history, { forward: edit, inverse: inverseOf(call, edit) });
    this.#queue(edit);
    return true;
  }

  #step(step: ReturnType<typeof undone>): void {
    if (!step) return;
    const [history, edit] = step;
    this.#history = history;
    this.#queue(edit);
    this.#saveAfter(0);
  }

  /** Behind what waits already, or in the place of its last one when both have the same target. */
  #queue(edit: Edit): void {
    const last = this.#waiting.length - 1;
    const lastIsOnItsWay = this.#sending && last === 0;
    const tail = this.#waiting[last];
    if (tail && !lastIsOnItsWay && targetOf(tail) === targetOf(edit)) this.#waiting[last] = edit;
    else this.#waiting.push(edit);
    this.#show(this.#stillFailed() ?? { phase: 'saving' });
  }

  #saveAfter(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (ms === 0) void this.#send();
    else
      this.#timer = setTimeout(() => {
        this.#timer = undefined;
        void this.#send();
      }, ms);
  }

  /** One edit at a time, in order: the file has one writer. Stops at the first failure, with everything kept. */
  async #send(): Promise<void> {
    if (this.#sending || this.settled) return;
    this.#sending = true;
    this.#show(this.#stillFailed() ?? { phase: 'saving' });
    let end: SaveState = { phase: 'saved' };
    for (let edit = this.#waiting[0]; edit; edit = this.#waiting[0]) {
      try {
        const answered = await this.#save(this.#base.id, edit);
        this.#waiting.shift();
        this.#base = answered(this.#base);
      } catch (cause) {
        end = { phase: 'failed', code: asFailure(cause).code };
        break;
      }
      // What was typed meanwhile has a rest of its own to wait for.
      if (this.#timer !== undefined && this.#waiting.length > 0) {
        end = { phase: 'saving' };
        break;
      }
    }
    this.#sending = false;
    this.#show(end);
  }

  /** A failure stays on screen until something gets through: it must not come and go with every key. */
  #stillFailed(): SaveState | null {
    return this.#view.save.phase === 'failed' ? this.#view.save : null;
  }

  #show(save: SaveState): void {
    this.#view = { call: this.#waiting.reduce(applyEdit, this.#base), save };
    this.#listeners.forEach((changed) => changed());
  }
}
