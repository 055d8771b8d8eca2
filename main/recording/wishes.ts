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
  const wanted = listening || phase.phase !== 'idle';
  const mode = phase.phase === 'armed' ? 'tell-first' : 'mode' in phase ? phase.mode : chosenMode;
  return {
    you: wanted ? { chosen: microphone } : 'off',
    them: wanted && mode !== 'microphone' ? { chosen: output } : 'off',
  };
}
