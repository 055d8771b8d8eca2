// A call while it is being edited: shows changes at once, saves them one after the other, and knows how to take them back.
import type { Call } from '../../../contract/call.ts';
import type { FailureCode } from '../../../contract/failure.ts';
import { asFailure } from '../bridge.ts';
import { applyEdit, changesNothing, inverseOf, subjectOf, type Edit } from './edits.ts';
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
  /** The one of them that is being saved. */
  #sent: Edit | null = null;
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

  /** Behind what waits already, or in the place of what was to be done to the same: so what waits has no order to keep. */
  #queue(edit: Edit): void {
    const same = this.#waiting.findIndex((each) => each !== this.#sent && isOfSame(each, edit));
    if (same >= 0) this.#waiting[same] = edit;
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

  /** One edit at a time: the file has one writer. What fails is kept; where it is refused for what it says, the others go on. */
  async #send(): Promise<void> {
    if (this.#sent || this.settled) return;
    this.#show(this.#stillFailed() ?? { phase: 'saving' });
    const refused = new Set<Edit>();
    let end: SaveState = { phase: 'saved' };
    for (;;) {
      const edit = this.#waiting.find((each) => !refused.has(each));
      if (!edit) break;
      this.#sent = edit;
      try {
        const answered = await this.#save(this.#base.id, edit);
        this.#drop(edit);
        this.#base = answered(this.#base);
      } catch (cause) {
        const { code } = asFailure(cause);
        refused.add(edit);
        const isOld = this.#waiting.some((each) => each !== edit && isOfSame(each, edit));
        if (isOld) this.#drop(edit);
        if (!isOld || code !== 'bad-request') end = { phase: 'failed', code };
        if (code !== 'bad-request') break;
      }
      // What was typed meanwhile has a rest of its own to wait for.
      if (this.#timer !== undefined && this.#waiting.length > 0) {
        if (end.phase === 'saved') end = { phase: 'saving' };
        break;
      }
    }
    this.#sent = null;
    this.#show(end);
  }

  #drop(edit: Edit): void {
    this.#waiting = this.#waiting.filter((each) => each !== edit);
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

const isOfSame = (one: Edit, other: Edit) => subjectOf(one) === subjectOf(other);
