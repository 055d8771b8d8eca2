// Which side of the file carries which voice.
import type { Side } from '../../contract/call.ts';
import type { HeardBeat } from './hear.ts';
import type { Checked } from './say.ts';

/** Two different lines have less than 0.7; the same one, after the codec, more than 0.98. */
const sameVoice = 0.9;
/** Far below a whisper beside the voice; a coder for stereo sound may leak a little. */
export const quieterByDb = 30;

const sideNames = {
  you: 'The left side is the caller (a British voice)',
  them: 'The right side is the company (an American voice and hold music)',
};

export function checkSide(side: Side, beats: readonly HeardBeat[]): Checked {
  const own = beats.filter((beat) => beat.side === side);
  const missing = own.filter((beat) => beat.likeness < sameVoice);
  const leaking = own.filter((beat) => beat.ownDb - beat.otherDb < quieterByDb);
  const least = Math.min(...own.map((beat) => beat.likeness)).toFixed(2);
  const apartDb = Math.min(...own.map((beat) => beat.ownDb - beat.otherDb)).toFixed(0);
  const faults = [
    missing.length > 0 ? `; not found there: ${named(missing)}` : '',
    leaking.length > 0 ? `; on the other side too: ${named(leaking)}` : '',
  ];
  return {
    ok: missing.length + leaking.length === 0,
    sentence:
      `${sideNames[side]}: ${own.length - missing.length} of ${own.length} lines, likeness ${least} or more, ` +
      `the other side at least ${apartDb} dB quieter meanwhile${faults.join('')}.`,
  };
}

const named = (beats: readonly HeardBeat[]) => beats.map((beat) => `“${beat.id}”`).join(', ');
