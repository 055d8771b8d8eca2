// The marks that keys make in mid-call, each on disk before it is answered, and the way back from the last of them.
import type { Mark } from '../../contract/call.ts';
import { makeQueue } from '../queue.ts';
import type { LiveCall } from './live-call.ts';
import { newMark, type MarkRequest } from './new-mark.ts';

/** What one key did. */
type Step = { did: 'made'; markId: string } | { did: 'ended'; hold: Mark };

export class MarkTaker {
  readonly #call: LiveCall;
  readonly #queue = makeQueue(); // what a second `hold` means depends on whether the first is on disk
  readonly #steps: Step[] = [];

  constructor(call: LiveCall) {
    this.#call = call;
  }

  /** Hold is a span: the same key ends it. */
  take(request: MarkRequest): Promise<Mark> {
    return this.#queue.run(() => (request.kind === 'hold' ? this.#hold(request) : this.#make(request)));
  }

  /** Takes the last key back, as far as what it made is still there. Null when there is none left. */
  undo(): Promise<Mark | null> {
    return this.#queue.run(async () => {
      for (let step = this.#steps.pop(); step; step = this.#steps.pop()) {
        const { did } = step;
        const markId = did === 'made' ? step.markId : step.hold.id;
        const mark = this.#call.marks.find((one) => one.id === markId);
        if (!mark) continue; // taken away by hand since
        if (did === 'made') return this.#call.removeMark(markId);
        await this.#call.setHold(await this.#call.putMark({ ...mark, toMs: step.hold.toMs }));
        return mark;
      }
      return null;
    });
  }

  async #make(request: MarkRequest): Promise<Mark> {
    const mark = await this.#call.putMark(newMark(request));
    this.#steps.push({ did: 'made', markId: mark.id });
    return mark;
  }

  async #hold(request: MarkRequest): Promise<Mark> {
    const running = this.#call.marks.find((one) => one.id === this.#call.openHold?.markId);
    if (!running) {
      const hold = await this.#make({ ...request, reachBackMs: 0 });
      await this.#call.setHold(hold);
      return hold;
    }
    const hold = await this.#call.putMark({ ...running, toMs: Math.round(request.atMs) });
    await this.#call.setHold(null);
    this.#steps.push({ did: 'ended', hold: running });
    return hold;
  }
}
