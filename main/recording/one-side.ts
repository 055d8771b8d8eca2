// One side of the call: what is wished for it, what it is connected to, and whether that may be heard.
import type { Side } from '../../contract/call.ts';
import type { CaptureCommand } from '../../contract/capture.ts';
import type { SourceLoss, SourceState } from '../../contract/recording.ts';

/** What a side should be: its device's label, null for the system's default, or `off`. */
export type Wish = { chosen: string | null } | 'off';

/** `change` is there when a side began to come from another device; `from` is empty for its first. */
export type SideChanged = (side: Side, change: { from: string; to: string } | null) => void;

export class OneSide {
  readonly side: Side;
  wish: Wish = 'off';
  /** Numbers each opening, so that late news of an earlier one is told apart. */
  attempt = 0;
  state: SourceState = { phase: 'off' };
  /** The opening that has not been answered yet. */
  pending: { label: string; sinceMs: number } | null = null;
  /** The capture window has a stream open for the latest attempt. */
  streaming = false;
  /** What the capture window called the device that it opened. */
  openedLabel = '';
  trusted = false;
  /** Grows when what was known of the side ends: an answer that was asked for in an earlier era is of no use. */
  era = 0;
  /** When its source was last found to be the right one, in epoch ms. */
  rightAtMs = 0;
  /** What the side was last recorded from. */
  lastLabel = '';
  readonly #send: (command: CaptureCommand) => void;
  readonly #changed: SideChanged;

  constructor(side: Side, send: (command: CaptureCommand) => void, changed: SideChanged) {
    this.side = side;
    this.#send = send;
    this.#changed = changed;
  }

  become(state: SourceState): void {
    if (JSON.stringify(this.state) === JSON.stringify(state)) return;
    this.state = state;
    this.#changed(this.side, null);
  }

  /** The source is who it should be: its sound counts from now on. */
  trust(label: string): void {
    this.trusted = true;
    this.#send({ type: 'trust', side: this.side, attempt: this.attempt });
    this.become({ phase: 'live', label });
    const from = this.lastLabel;
    this.lastLabel = label;
    if (from !== label) this.#changed(this.side, { from, to: label });
  }

  distrust(cause: SourceLoss): void {
    this.#sendDistrust(`source ${cause}`);
    this.trusted = false;
    this.become({ phase: 'lost', label: this.lastLabel, cause });
  }

  /** Nothing in the capture window stands for this side any more: late news of an opening is news of nothing. */
  forget(): void {
    this.era += 1;
    this.attempt += 1;
    this.pending = null;
    this.streaming = false;
    this.trusted = false;
  }

  /** Another device was chosen in mid-call: nothing counts until it is open. */
  withhold(): void {
    this.#sendDistrust('source changed');
    this.forget();
  }

  #sendDistrust(cause: string): void {
    const { side, rightAtMs } = this;
    if (this.trusted) this.#send({ type: 'distrust', side, cause, rightAtMs });
  }

  /** This side is not wanted: its source is closed. */
  turnOff(isCaptureReady: boolean): void {
    this.wish = 'off';
    this.forget();
    this.lastLabel = '';
    if (isCaptureReady) this.#send({ type: 'close', side: this.side });
    this.become({ phase: 'off' });
  }

  /** Opens another attempt. What was lost stays shown as lost until it is back. */
  open(
    prepared: { label: string; request: Extract<CaptureCommand, { type: 'open' }>['source'] },
    nowMs: number,
  ): void {
    this.attempt += 1;
    this.streaming = false;
    this.pending = { label: prepared.label, sinceMs: nowMs };
    if (this.state.phase !== 'lost') this.become({ phase: 'opening', label: prepared.label });
    this.#send({ type: 'open', side: this.side, attempt: this.attempt, source: prepared.request });
  }
}
