// A mark that is made while listening, long after the call.
import { withAgent } from '../../../contract/agent.ts';
import type { Call, Mark } from '../../../contract/call.ts';
import type { MarkChoice } from '../live/mark-choices.ts';

interface Place {
  atMs: number;
  playing: boolean;
}

/**
 * Who hears it and presses has heard it: the mark reaches back, as during a call. Who has stopped at the place means what
 * comes next. `reachBackMs`: how far marks of this kind reach.
 */
export function markMade(
  call: Call,
  { kind, event }: Pick<MarkChoice, 'kind' | 'event'>,
  { atMs, playing }: Place,
  reachBackMs: number,
  { id, now }: { id: string; now: string },
): Mark {
  const [fromMs, toMs] = playing ? [atMs - reachBackMs, atMs] : [atMs, atMs + reachBackMs];
  const mark: Mark = {
    id,
    kind,
    fromMs: Math.round(Math.max(0, fromMs)),
    toMs: Math.round(Math.min(call.durationMs, toMs)),
    text: '',
    createdAt: now,
    updatedAt: now,
    ...(kind === 'promise' && {
      promise: { who: '', due: null, amount: null, status: 'open' as const, decidedAt: null },
    }),
    ...(event && { consent: { event } }),
  };
  return withAgent(mark, call.marks);
}
