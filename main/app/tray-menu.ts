// What the tray offers at each moment of a recording. Pure.
import type { RecordingState } from '../../contract/recording.ts';

export type TrayAction =
  'open' | 'start' | 'stop' | 'cancel' | 'pause' | 'resume' | 'promise' | 'control' | 'quit';

/** Whether a call is going on, for the icon and its words. */
export const isRunning = ({ phase }: RecordingState): boolean => phase === 'recording' || phase === 'paused';

/** In the order shown; null is a line between. What cannot be done now is not there. */
export function trayActions(state: RecordingState): readonly (TrayAction | null)[] {
  const ofCall = callActions(state);
  return ['open', null, ...(ofCall.length > 0 ? [...ofCall, null] : []), 'quit'];
}

function callActions(state: RecordingState): TrayAction[] {
  switch (state.phase) {
    case 'idle':
      return ['start'];
    case 'armed':
      return ['cancel'];
    case 'recording':
      // Where the sound has ended nothing can be paused any more.
      return state.sound === 'ended'
        ? ['promise', 'control', 'stop']
        : ['promise', 'pause', 'control', 'stop'];
    case 'paused':
      return ['promise', 'resume', 'control', 'stop'];
    case 'starting':
    case 'finishing':
      return [];
  }
}
