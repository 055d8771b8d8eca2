// What is wrong with the recording right now, as the one thing most worth saying; null when all is well.
import type { Side } from '../../../contract/call.ts';
import type { RecordingMode, RecordingView, SourceLoss, Trouble } from '../../../contract/recording.ts';

export type Situation =
  | { what: 'trouble'; trouble: Trouble }
  | { what: 'lost'; side: Side; cause: SourceLoss; recording: boolean }
  | { what: 'silent'; side: Side; recording: boolean };

/** Trouble with the file first, then a side that is missing, then a side that is silent; you before them. */
export function situationOf(view: RecordingView, mode: RecordingMode): Situation | null {
  const { recording: state, sources } = view;
  const running = state.phase === 'recording' || state.phase === 'paused';
  if (running && state.trouble) return { what: 'trouble', trouble: state.trouble };
  const usedMode = running ? state.mode : mode;
  const used: readonly Side[] = usedMode === 'microphone' ? ['you'] : ['you', 'them'];
  for (const side of used) {
    const source = sources[side];
    if (source.phase === 'lost') return { what: 'lost', side, cause: source.cause, recording: running };
  }
  if (state.phase === 'paused') return null;
  // Before a call nothing may be playing yet, and that is no fault.
  const told: readonly Side[] = running ? used : ['you'];
  const silent = told.find((side) => sources[side].phase === 'silent');
  return silent ? { what: 'silent', side: silent, recording: running } : null;
}
