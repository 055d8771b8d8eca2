// Keeps an ear on a call that may have been forgotten. It only asks; nothing but the user ends a call.
import type { CallId } from '../../contract/call.ts';
import type { RecordingView } from '../../contract/recording.ts';
import type { Clock } from '../clock.ts';
import { hearSilence, keepOn, startSilence, type Loudness, type Silence } from './silence.ts';

export function keepForgotten(clock: Clock, askAfterMs: number, changed: () => void) {
  let heard: { callId: CallId; silence: Silence } | null = null;
  const isAsking = () => heard?.silence.asking ?? false;
  const become = (next: typeof heard) => {
    const wasAsking = isAsking();
    heard = next;
    if (wasAsking !== isAsking()) changed();
  };
  return {
    get question(): RecordingView['question'] {
      return isAsking() ? 'still-on-call' : null;
    },
    /** Takes in the levels of both sides. `callId` is null while nothing is recorded: a privacy pause is no silence. */
    hear(levels: Loudness, callId: CallId | null): void {
      const nowMs = clock.monotonicMs();
      if (callId === null) return become(null);
      const before = heard?.callId === callId ? heard.silence : startSilence(nowMs);
      become({ callId, silence: hearSilence(before, levels, nowMs, askAfterMs) });
    },
    /** The user says that the call is still going on. */
    keep(): void {
      if (heard) become({ ...heard, silence: keepOn(heard.silence, clock.monotonicMs()) });
    },
  };
}
