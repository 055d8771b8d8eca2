// One call being recorded: the timeline is told, encoded and sent, until the end or until something breaks.
import type { CallId, Side } from '../../contract/call.ts';
import { messageOf, tell, type Door } from './door.ts';
import { OpusPages } from './encoder.ts';
import { Outbox } from './outbox.ts';
import { PeakMeter } from './peaks.ts';
import { Timeline, type TimelinePlan } from './timeline.ts';
import type { Track } from './track.ts';

/** Stretches that may wait for the encoder before the timeline is told further; sound waits in the tracks meanwhile. */
const greatestBacklog = 30;
/** An encoder that takes nothing for this long will not do so any more. */
const standstillUs = 5_000_000;

type Phase = 'running' | 'finishing' | 'over';

export class CallRecording {
  readonly callId: CallId;
  readonly #door: Door;
  readonly #timeline: Timeline;
  readonly #pages: OpusPages;
  readonly #outbox: Outbox;
  readonly #peaks = new PeakMeter();
  readonly #onOver: () => void;
  #phase: Phase = 'running';
  #encodedAtUs: number | null = null;

  constructor(
    door: Door,
    callId: CallId,
    tracks: Record<Side, Track>,
    plan: TimelinePlan,
    onOver: () => void,
  ) {
    this.callId = callId;
    this.#door = door;
    this.#onOver = onOver;
    this.#timeline = new Timeline(tracks, plan);
    this.#outbox = new Outbox(door, callId, (message) => this.fail(message));
    this.#pages = new OpusPages(
      (page) => this.#outbox.page(page, this.#peaks.take(), this.#timeline.realFrames()),
      (message) => this.fail(message),
    );
  }

  pause(): void {
    this.#timeline.pause();
  }

  resume(nowUs: number): void {
    this.#timeline.resume(nowUs);
  }

  end(nowUs: number): void {
    this.#timeline.end(nowUs);
    this.tick(nowUs);
  }

  /** Takes everything further that can be taken further now. */
  tick(nowUs: number): void {
    if (this.#phase !== 'running') return;
    this.#watchEncoder(nowUs);
    while (this.#phase === 'running' && this.#pages.waiting < greatestBacklog) {
      const stretch = this.#timeline.advance(nowUs);
      if (!stretch) break;
      this.#peaks.add(stretch.you, stretch.them);
      this.#outbox.note(stretch.facts);
      this.#pages.add(stretch.you, stretch.them);
    }
    this.#outbox.tick(nowUs);
    if (this.#timeline.isOver) this.#finish();
  }

  #watchEncoder(nowUs: number): void {
    if (this.#pages.waiting < greatestBacklog) this.#encodedAtUs = nowUs;
    this.#encodedAtUs ??= nowUs;
    if (nowUs - this.#encodedAtUs > standstillUs) this.fail('the encoder stands still');
  }

  /** Gives up: the app has to start another window. */
  fail(message: string): void {
    if (this.#phase === 'over') return;
    this.#phase = 'over';
    this.#outbox.close();
    this.#pages.abandon();
    this.#leave(message);
  }

  #finish(): void {
    this.#phase = 'finishing';
    this.#peaks.finish();
    this.#pages
      .finish()
      .then(() => this.#outbox.empty())
      .then(() => this.#succeed())
      .catch((error: unknown) => this.fail(`finishing: ${messageOf(error)}`));
  }

  #succeed(): void {
    if (this.#phase === 'over') return;
    this.#phase = 'over';
    this.#leave(null);
  }

  #leave(trouble: string | null): void {
    tell(this.#door, 'capture:ended', this.callId, trouble);
    this.#onOver();
  }
}
