// Keeps the computer from sleeping while a call is recorded, and has everything on disk before it sleeps all the same.
import { powerMonitor, powerSaveBlocker } from 'electron';
import type { RecordingState } from '../../contract/recording.ts';

export function stayAwake({ beforeSleep }: { beforeSleep(): Promise<void> }) {
  let blocker: number | null = null;
  powerMonitor.on('suspend', () => void beforeSleep());
  return {
    whileRecording({ phase }: RecordingState) {
      const wanted = phase === 'recording' || phase === 'paused';
      if (wanted) blocker ??= powerSaveBlocker.start('prevent-app-suspension');
      else if (blocker !== null) {
        powerSaveBlocker.stop(blocker);
        blocker = null;
      }
    },
  };
}
