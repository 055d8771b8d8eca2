// Chooses the way to the computer's sound on this machine.
import { app } from 'electron';
import type { Devices } from '../../contract/recording.ts';
import { chromiumSound } from '../recording/sound/chromium-sound.ts';
import { pactlAnswers } from '../recording/sound/pactl.ts';
import { pulseSound } from '../recording/sound/pulse-sound.ts';
import type { SoundSystem } from '../recording/sound/sound-system.ts';

export interface Sound {
  system: SoundSystem;
  devices(): Promise<Devices>;
  /** The capture window tells which microphones Chromium sees. */
  microphonesNamed(labels: readonly string[]): void;
}

export async function chooseSound({ changed }: { changed(): void }): Promise<Sound> {
  let named: readonly string[] = [];
  const listeners = new Set<() => void>();
  const onMicrophones = (hear: () => void) => {
    listeners.add(hear);
    return () => listeners.delete(hear);
  };
  const isOurs = (pid: number) => app.getAppMetrics().some((one) => one.pid === pid);
  const usePulse = process.platform === 'linux' && (await pactlAnswers());
  const system = usePulse ? pulseSound(isOurs) : chromiumSound(() => named, onMicrophones);
  return {
    system,
    devices: system.devices,
    microphonesNamed(labels) {
      named = labels;
      for (const hear of listeners) hear();
      changed();
    },
  };
}
