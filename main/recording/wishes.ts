// Which sources should be open, from what the recorder is doing and what the user chose. Pure.
import type { Side } from '../../contract/call.ts';
import type { Settings } from '../../contract/settings.ts';
import type { Wish } from './one-side.ts';
import type { Phase } from './phase.ts';

/** `listening`: a screen shows the meters, so both sides are open before there is a call. */
export function wishesFor(
  phase: Phase,
  listening: boolean,
  { mode: chosenMode, microphone, output }: Pick<Settings, 'mode' | 'microphone' | 'output'>,
): Record<Side, Wish> {
  // Notes only: nothing may be heard, not even by a meter.
  const soundEnded = 'live' in phase && phase.live?.soundEnded === true;
  const wanted = !soundEnded && (listening || phase.phase !== 'idle');
  const mode = phase.phase === 'armed' ? 'tell-first' : 'mode' in phase ? phase.mode : chosenMode;
  return {
    you: wanted ? { chosen: microphone } : 'off',
    them: wanted && mode !== 'microphone' ? { chosen: output } : 'off',
  };
}
