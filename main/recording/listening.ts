// Which sources are open, and what of them waits in memory: after the phase, the settings, and who looks at the meters.
import type { CaptureCommand } from '../../contract/capture.ts';
import type { Settings } from '../../contract/settings.ts';
import type { Clock } from '../clock.ts';
import { keepInterest } from './interest.ts';
import type { SideChanged } from './one-side.ts';
import type { Phase } from './phase.ts';
import { isRemembering, keepPreRoll } from './pre-roll.ts';
import type { SoundSystem } from './sound/sound-system.ts';
import { keepSources } from './sources.ts';
import { wishesFor } from './wishes.ts';

const lingerMs = 10_000;

interface Deps {
  clock: Clock;
  sound: SoundSystem;
  settings(): Settings;
  phase(): Phase;
  send(command: CaptureCommand): void;
  /** A side is another than it was. */
  changed: SideChanged;
  /** What is open, or waits, may have changed. */
  announce(): void;
  log(message: string, cause?: unknown): void;
}

export function keepListening({ clock, sound, settings, phase, send, changed, announce, log }: Deps) {
  const keeper = keepSources({
    sound,
    clock,
    send,
    log,
    changed(side, change) {
      changed(side, change);
      if (change) preRoll.sourceChanged(side, change.from, change.to);
      remember();
      announce();
    },
  });
  const preRoll = keepPreRoll(clock, send);
  const interest = keepInterest(lingerMs, () => {
    follow();
    announce();
  });

  function remember(): void {
    preRoll.follow(isRemembering(phase(), interest.inView, settings()), keeper.states);
  }

  /** Call it whenever the phase or the settings have changed. */
  function follow(): void {
    remember();
    if (phase().phase === 'finishing') return; // what it began with stays open until its last sound is in
    keeper.wish(wishesFor(phase(), interest.shown, settings()));
  }

  return {
    keeper,
    preRoll,
    show: interest.show,
    follow,
    async release() {
      interest.release();
      await keeper.release();
    },
  };
}
