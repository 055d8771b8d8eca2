// What the recorder is doing, as one value.
import type { RecordingMode, RecordingState, Trouble } from '../../contract/recording.ts';
import type { LiveCall } from './live-call.ts';

export type Phase =
  | { phase: 'idle' }
  | { phase: 'armed'; company: string }
  | { phase: 'starting'; mode: RecordingMode; live?: LiveCall }
  | { phase: 'recording' | 'paused'; mode: RecordingMode; live: LiveCall; trouble: Trouble | null }
  | { phase: 'finishing'; live: LiveCall; becomes: 'saved' | 'erased' };

/** The phase in the window's words. */
export function stateOf(phase: Phase): RecordingState {
  switch (phase.phase) {
    case 'idle':
    case 'armed':
      return phase;
    case 'starting':
      return { phase: 'starting', mode: phase.mode };
    case 'finishing':
      return { phase: 'finishing', callId: phase.live.call.id, becomes: phase.becomes };
    default:
      return { phase: phase.phase, ...runningOf(phase) };
  }
}

function runningOf({ live, mode, trouble }: Extract<Phase, { trouble: Trouble | null }>) {
  const { id, company, notes, startedAt, places } = live.call;
  return {
    callId: id,
    startedAtMs: Date.parse(startedAt),
    mode,
    company,
    case: live.call.case,
    notes,
    places: places ?? { you: '', them: '' },
    sound: live.soundEnded ? ('ended' as const) : ('recorded' as const),
    marks: live.marks,
    openHold: live.openHold,
    trouble: live.diskFull ? ('disk-full' as const) : trouble,
  };
}
