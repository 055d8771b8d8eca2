// Sends a call's pages to the app, strictly in order, each with what became known since the one before.
import type { CallId, Side } from '../../contract/call.ts';
import type { CapturedPage, TimelineFact } from '../../contract/capture.ts';
import type { Settled } from '../../contract/failure.ts';
import { complain, messageOf, nowUs, type Door } from './door.ts';

/** Facts wait this long for a page to carry them. */
const factsWaitUs = 250_000;
/** A refused message is tried again until this much time has passed. */
const tryForUs = 10_000_000;
const tryAgainMs = 200;

type Message = { type: 'page'; page: CapturedPage } | { type: 'facts'; facts: TimelineFact[] };

export class Outbox {
  readonly #door: Door;
  readonly #callId: CallId;
  readonly #onTrouble: (message: string) => void;
  #queue: Message[] = [];
  #sending: Promise<void> | null = null;
  #isClosed = false;
  #facts: TimelineFact[] = [];
  #factsSinceUs = 0;

  constructor(door: Door, callId: CallId, onTrouble: (message: string) => void) {
    this.#door = door;
    this.#callId = callId;
    this.#onTrouble = onTrouble;
  }

  note(facts: readonly TimelineFact[]): void {
    if (facts.length > 0 && this.#facts.length === 0) this.#factsSinceUs = nowUs();
    this.#facts.push(...facts);
  }

  page(page: Uint8Array, peaks: Uint8Array, frames: Record<Side, number>): void {
    const facts = this.#facts.splice(0);
    this.#put({ type: 'page', page: { callId: this.#callId, page, peaks, facts, frames } });
  }

  /** Sends facts that have waited long enough. Call it often. */
  tick(now: number): void {
    if (this.#facts.length > 0 && now - this.#factsSinceUs >= factsWaitUs) this.#putFacts();
  }

  /** Resolves when everything has been answered, or given up with trouble. */
  async empty(): Promise<void> {
    if (this.#facts.length > 0) this.#putFacts();
    await this.#sending;
  }

  /** Sends nothing more. */
  close(): void {
    this.#isClosed = true;
    this.#queue = [];
  }

  #putFacts(): void {
    this.#put({ type: 'facts', facts: this.#facts.splice(0) });
  }

  #put(message: Message): void {
    if (this.#isClosed) return;
    this.#queue.push(message);
    this.#sending ??= this.#sendAll();
  }

  async #sendAll(): Promise<void> {
    for (let message = this.#queue[0]; message; message = this.#queue[0]) {
      const refusal = await this.#send(message);
      if (refusal !== null) {
        this.#sending = null;
        this.close();
        this.#onTrouble(refusal);
        return;
      }
      this.#queue.shift();
    }
    this.#sending = null; // at once: what is put from here on begins anew
  }

  /** Answers null, or why it was given up. */
  async #send(message: Message): Promise<string | null> {
    const giveUpUs = nowUs() + tryForUs;
    for (;;) {
      const refusal = await this.#ask(message).then(
        (answer) => (answer.ok ? null : `${answer.code} ${answer.message}`),
        messageOf,
      );
      if (refusal === null) return null;
      complain(`${message.type} was refused: ${refusal}`);
      if (this.#isClosed || nowUs() > giveUpUs) return `${message.type} refused: ${refusal}`;
      await new Promise((resolve) => setTimeout(resolve, tryAgainMs));
    }
  }

  #ask(message: Message): Promise<Settled<void>> {
    if (message.type === 'page') return this.#door.ask('capture:page', message.page);
    return this.#door.ask('capture:facts', this.#callId, message.facts);
  }
}
