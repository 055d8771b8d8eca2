// Windows, macOS, and Linux without pactl: microphones as Chromium names them, the other side by its own loopback.
import type { Side } from '../../../contract/call.ts';
import type { SoundSystem } from './sound-system.ts';

/** `microphones` are the labels that the capture window last told of. */
export function chromiumSound(
  microphones: () => readonly string[],
  onMicrophones: (hear: () => void) => () => void,
): SoundSystem {
  // WASAPI loopback delivers nothing while nothing plays.
  const silentWhenIdle: readonly Side[] = process.platform === 'win32' ? ['them'] : [];
  return {
    silentWhenIdle,
    devices: async () => ({ microphones: microphones().map((label) => ({ label })), outputs: [] }),
    async prepare(side, chosen) {
      if (side === 'them') return { request: { kind: 'loopback' }, label: 'System audio' };
      // Which one is the default is not told before it is open.
      return { request: { kind: 'input', label: chosen, nth: 0 }, label: chosen ?? '' };
    },
    expect: async () => undefined,
    // There is no second witness here: Chromium's own events and the watchdog are all there is.
    check: async () => 'right',
    outdated: async () => false,
    close: async () => undefined,
    watch: (onChange) => onMicrophones(onChange),
    release: async () => undefined,
  };
}
