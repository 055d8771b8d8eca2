// Keeps both sides connected to the right source: opens, checks by a second witness, says what is wrong, tries again.
import { sides, type Side } from '../../contract/call.ts';
import type { CaptureCommand, FailedSource, OpenedSource } from '../../contract/capture.ts';
import { Failure } from '../../contract/failure.ts';
import type { SourceLoss, Sources, SourceState } from '../../contract/recording.ts';
import type { Clock } from '../clock.ts';
import { makeQueue } from '../queue.ts';
import type { SoundSystem } from './sound/sound-system.ts';

const retryMs = 1_000;
const openingMs = 5_000; // a device that has not answered by then is asked again
const settleMs = 40; // one unplugged device makes a burst of events

/** What a side should be: its device's label, null for the system's default, or `off`. */
export type Wish = { chosen: string | null } | 'off';

export interface SourceKeeper {
  readonly states: Sources;
  /** The capture window is there (again): everything wished for is opened in it. */
  captureReady(): void;
  captureGone(): void;
  wish(wishes: Record<Side, Wish>): void;
  opened(source: OpenedSource): void;
  failed(source: FailedSource): void;
  /** The watchdog's word on a side whose source is otherwise right. */
  report(side: Side, health: 'live' | 'silent' | 'stalled'): void;
  /** Opens the side's source again, though nothing says that it is not the right one. */
  reopen(side: Side): void;
  release(): Promise<void>;
}

interface Deps {
  sound: SoundSystem;
  clock: Clock;
  send(command: CaptureCommand): void;
  /** `change` is there when a side began to come from another device; `from` is empty for its first. */
  changed(side: Side, change: { from: string; to: string } | null): void;
  log(message: string, cause?: unknown): void;
}

interface Slot {
  wish: Wish;
  attempt: number;
  state: SourceState;
  /** The opening that has not been answered yet. */
  pending: { label: string; sinceMs: number } | null;
  /** The capture window has a stream open for the latest attempt. */
  streaming: boolean;
  trusted: boolean;
  /** What the side was last recorded from. */
  lastLabel: string;
}

export function keepSources({ sound, clock, send, changed, log }: Deps): SourceKeeper {
  const slots: Record<Side, Slot> = { you: newSlot(), them: newSlot() };
  const queue = makeQueue(); // checks and openings of both sides, one at a time: each looks at the whole sound server
  let ready = false;
  let settling: NodeJS.Timeout | null = null;

  const become = (side: Side, state: SourceState) => {
    const slot = slots[side];
    if (JSON.stringify(slot.state) === JSON.stringify(state)) return;
    slot.state = state;
    changed(side, null);
  };

  const distrust = (side: Side, cause: SourceLoss) => {
    const slot = slots[side];
    if (slot.trusted) send({ type: 'distrust', side, cause: `source ${cause}` });
    slot.trusted = false;
    become(side, { phase: 'lost', label: slot.lastLabel, cause });
  };

  const trust = (side: Side, label: string) => {
    const slot = slots[side];
    slot.trusted = true;
    send({ type: 'trust', side, attempt: slot.attempt });
    become(side, { phase: 'live', label });
    const from = slot.lastLabel;
    slot.lastLabel = label;
    if (from !== label) changed(side, { from, to: label });
  };

  /** Brings one side to where it should be, from wherever it is. */
  async function tend(side: Side): Promise<void> {
    const slot = slots[side];
    if (!ready || slot.wish === 'off') return;
    if (slot.trusted && slot.streaming) {
      const found = await sound.check(side);
      if (found === 'right' && !(await sound.outdated(side))) return;
      if (found !== 'right') distrust(side, found);
    }
    const prepared = await sound.prepare(side, slot.wish.chosen).catch((cause: unknown) => {
      if (!(cause instanceof Failure)) log(`Sound system failed for ${side}`, cause);
      return null;
    });
    if (prepared === null) {
      distrust(
        side,
        slot.state.phase === 'lost' ? slot.state.cause : slot.lastLabel === '' ? 'missing' : 'unplugged',
      );
      return;
    }
    if (slot.streaming && (await sound.check(side)) === 'right') return trust(side, prepared.label);
    const { pending } = slot;
    if (pending?.label === prepared.label && clock.monotonicMs() - pending.sinceMs < openingMs) return;
    if (slot.trusted) distrust(side, 'replaced');
    await sound.expect(side);
    slot.attempt += 1;
    slot.streaming = false;
    slot.pending = { label: prepared.label, sinceMs: clock.monotonicMs() };
    if (slot.state.phase !== 'lost') become(side, { phase: 'opening', label: prepared.label });
    send({ type: 'open', side, attempt: slot.attempt, source: prepared.request });
  }

  const tendAll = () => {
    for (const side of sides)
      void queue.run(() => tend(side)).catch((cause: unknown) => log(`Could not tend ${side}`, cause));
  };
  const tendSoon = () => {
    settling ??= setTimeout(() => {
      settling = null;
      tendAll();
    }, settleMs);
  };
  const stopWatching = sound.watch(tendSoon);
  const timer = setInterval(() => {
    if (sides.some((side) => slots[side].wish !== 'off')) tendAll();
  }, retryMs);

  return {
    get states() {
      return { you: slots.you.state, them: slots.them.state };
    },
    captureReady() {
      ready = true;
      for (const side of sides) forget(side);
      tendAll();
    },
    captureGone() {
      ready = false;
      for (const side of sides) {
        forget(side);
        if (slots[side].wish !== 'off')
          become(side, { phase: 'lost', label: slots[side].lastLabel, cause: 'failed' });
      }
    },
    wish(wishes) {
      for (const side of sides) {
        const slot = slots[side];
        const wish = wishes[side];
        if (JSON.stringify(slot.wish) === JSON.stringify(wish)) continue;
        const wasOff = slot.wish === 'off';
        slot.wish = wish;
        if (wish === 'off') {
          forget(side);
          slot.attempt += 1;
          slot.lastLabel = '';
          if (ready) send({ type: 'close', side });
          become(side, { phase: 'off' });
        } else {
          if (!wasOff) withhold(side);
          become(side, { phase: 'opening', label: '' });
        }
      }
      tendAll();
    },
    opened({ side, attempt }) {
      const slot = slots[side];
      if (attempt !== slot.attempt || slot.wish === 'off') return;
      const label = slot.pending?.label ?? '';
      slot.pending = null;
      slot.streaming = true;
      void queue
        .run(async () => {
          if (attempt !== slot.attempt || slot.wish === 'off') return;
          const found = await sound.check(side);
          if (found === 'right') trust(side, label);
          else distrust(side, found);
        })
        .catch((cause: unknown) => log(`Could not check ${side}`, cause));
    },
    failed({ side, attempt, cause, message }) {
      if (attempt !== slots[side].attempt || slots[side].wish === 'off') return;
      log(`Source of ${side} failed: ${cause}: ${message}`);
      slots[side].pending = null;
      slots[side].streaming = false;
      distrust(side, cause);
    },
    report(side, health) {
      const slot = slots[side];
      if (!slot.trusted || !slot.streaming) return;
      const label = slot.lastLabel;
      if (health === 'stalled') become(side, { phase: 'lost', label, cause: 'stalled' });
      else become(side, { phase: health, label });
    },
    reopen(side) {
      slots[side].streaming = false;
      tendAll();
    },
    async release() {
      stopWatching();
      clearInterval(timer);
      if (settling) clearTimeout(settling);
      await queue.idle();
      await sound.release();
    },
  };

  function forget(side: Side): void {
    Object.assign(slots[side], { pending: null, streaming: false, trusted: false });
  }

  /** Another device was chosen in mid-call: nothing counts until it is open. */
  function withhold(side: Side): void {
    if (slots[side].trusted) send({ type: 'distrust', side, cause: 'source changed' });
    forget(side);
  }
}

function newSlot(): Slot {
  return {
    wish: 'off',
    attempt: 0,
    state: { phase: 'off' },
    pending: null,
    streaming: false,
    trusted: false,
    lastLabel: '',
  };
}
