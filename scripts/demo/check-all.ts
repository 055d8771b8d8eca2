// Everything the demo verifies, by what is on disk and what came out of the speakers.
import { sides } from '../../contract/call.ts';
import { checkMarks } from './check-marks.ts';
import { checkPlayback } from './check-playback.ts';
import { checkSide } from './check-sides.ts';
import { checkDuration, checkScript } from './check-times.ts';
import { checkWhole } from './check-whole.ts';
import { hear } from './hear.ts';
import type { Checked } from './say.ts';
import type { Told } from './story.ts';

export async function checkAll(told: Told): Promise<Checked[]> {
  const { saved } = told;
  const heard = hear(told.beats, saved, told.recorded.shownAtMs);
  const promise = heard.beats.find((beat) => beat.mark?.kind === 'promise');
  if (!promise) throw new Error('The script has no promise.');
  return [
    ...sides.map((side) => checkSide(side, heard.beats)),
    checkDuration(told),
    checkScript(heard),
    ...checkMarks(heard, saved.call),
    ...checkWhole(saved),
    await checkPlayback(told.playedBack, promise),
  ];
}
