// Keeps both sides connected to the right source: opens, checks by a second witness, says what is wrong, tries again.
import { sides, type Side } from '../../contract/call.ts';
import type { CaptureCommand, FailedSource, OpenedSource } from '../../contract/capture.ts';
import { Failure } from '../../contract/failure.ts';
import type { Sources } from '../../contract/recording.ts';
import type { Clock } from '../clock.ts';
import { makeQueue } from '../queue.ts';
import { OneSide, type SideChanged, type Wish } from './one-side.ts';
import type { SoundSystem } from './sound/sound-system.ts';

const retryMs = 1_000;
const openingMs = 5_000; // a device that has not answered by then is asked again
const settleMs = 40; // one unplugged device makes a burst of events

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
  changed: SideChanged;
  log(message: string, cause?: unknown): void;
}

export function keepSources({ sound, clock, send, changed, log }: Deps): SourceKeeper {
  const slots: Record<Side, OneSide> = {
    you: new OneSide('you', send, changed),
    them: new OneSide('them', send, changed),
  };
  const queue = makeQueue(); // checks and openings of both sides, one at a time: each looks at the whole sound server
  let ready = false;
  let settling: NodeJS.Timeout | null = null;

  /** What is found holds for the moment of the question: the answer takes a while. */
  async function check(side: Side): ReturnType<SoundSystem['check']> {
    const askedAtMs = clock.now();
    const found = await sound.check(side);
    if (found === 'right') slots[side].rightAtMs = askedAtMs;
    return found;
  }

  /** Brings one side to where it should be, from wherever it is. */
  async function tend(side: Side): Promise<void> {
    const slot = slots[side];
    if (!ready || slot.wish === 'off') return;
    const { era } = slot;
    if (slot.trusted && slot.streaming) {
      const found = await check(side);
      if (found === 'right' && !(await sound.outdated(side))) return;
      if (slot.era !== era) return;
      if (found !== 'right') slot.distrust(found);
    }
    const prepared = await sound.prepare(side, slot.wish.chosen).catch((cause: unknown) => {
      if (!(cause instanceof Failure)) log(`Sound system failed for ${side}`, cause);
      return null;
    });
    if (slot.era !== era) return;
    if (prepared === null) {
      const unopened = slot.lastLabel === '' ? 'missing' : 'unplugged';
      slot.distrust(slot.state.phase === 'lost' ? slot.state.cause : unopened);
      return;
    }
    const isRight = slot.streaming && (await check(side)) === 'right';
    if (slot.era !== era) return;
    if (isRight) return slot.trust(prepared.label || slot.openedLabel);
    const { pending } = slot;
    if (pending?.label === prepared.label && clock.monotonicMs() - pending.sinceMs < openingMs) return;
    if (slot.trusted) slot.distrust(slot.state.phase === 'lost' ? slot.state.cause : 'replaced');
    await sound.expect(side);
    if (slot.era !== era) return;
    slot.open(prepared, clock.monotonicMs());
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
      for (const side of sides) slots[side].forget();
      tendAll();
    },
    captureGone() {
      ready = false;
      for (const side of sides) {
        const slot = slots[side];
        slot.forget();
        if (slot.wish !== 'off') slot.become({ phase: 'lost', label: slot.lastLabel, cause: 'failed' });
      }
    },
    wish(wishes) {
      for (const side of sides) {
        const slot = slots[side];
        const wish = wishes[side];
        if (JSON.stringify(slot.wish) === JSON.stringify(wish)) continue;
        if (wish === 'off') {
          slot.turnOff(ready);
          void queue
            .run(async () => (slot.wish === 'off' ? sound.close(side) : undefined))
            .catch((cause: unknown) => log(`Could not close ${side}`, cause));
          continue;
        }
        if (slot.wish !== 'off') slot.withhold();
        slot.wish = wish;
        slot.become({ phase: 'opening', label: '' });
      }
      tendAll();
    },
    opened({ side, attempt, label: openedLabel }) {
      const slot = slots[side];
      if (attempt !== slot.attempt || slot.wish === 'off') return;
      const label = slot.pending?.label || openedLabel;
      slot.openedLabel = openedLabel;
      slot.pending = null;
      slot.streaming = true;
      void queue
        .run(async () => {
          if (attempt !== slot.attempt || slot.wish === 'off') return;
          if (slot.trusted) return; // tended meanwhile, under the name that it has now
          const { era } = slot;
          const found = await check(side);
          if (slot.era !== era) return;
          if (found === 'right') slot.trust(label);
          else slot.distrust(found);
        })
        .catch((cause: unknown) => log(`Could not check ${side}`, cause));
    },
    failed({ side, attempt, cause, message }) {
      const slot = slots[side];
      if (attempt !== slot.attempt || slot.wish === 'off') return;
      log(`Source of ${side} failed: ${cause}: ${message}`);
      slot.era += 1; // a check that is under way asks about a stream that is gone
      slot.pending = null;
      slot.streaming = false;
      slot.distrust(cause);
    },
    report(side, health) {
      const slot = slots[side];
      if (!slot.trusted || !slot.streaming) return;
      const label = slot.lastLabel;
      if (health === 'stalled') slot.become({ phase: 'lost', label, cause: 'stalled' });
      else slot.become({ phase: health, label });
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
}
