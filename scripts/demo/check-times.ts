// Whether the file is as long as the call was, and keeps the time of what was played.
import type { Heard } from './hear.ts';
import type { Checked } from './say.ts';
import type { Told } from './story.ts';

/** What two clocks may disagree by, when a busy machine hands their readings on late. */
const clockMs = 300;
/** The last frame of Opus may be cut. */
const framesMs = 25;
/** Starting a player and learning of its end are not exact to the millisecond. */
const playerMs = 400;

const inSeconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`;

/** The call lasted at least from the answer to Record to the click on Stop, at most from click to answer. */
export function checkDuration({ recorded, stopped, saved }: Told): Checked {
  const leastMs = stopped.askedAtMs - recorded.shownAtMs;
  const mostMs = stopped.shownAtMs - recorded.askedAtMs;
  const { durationMs, call } = saved;
  const { wallMs } = call.capture;
  return {
    ok:
      durationMs > leastMs - clockMs &&
      durationMs < mostMs + clockMs &&
      Math.abs(durationMs - wallMs) < clockMs &&
      Math.abs(durationMs - call.durationMs) < framesMs,
    sentence:
      `The file holds ${inSeconds(durationMs)} of sound (call.json says ${inSeconds(call.durationMs)}, the app's clock ` +
      `${inSeconds(wallMs)}); between ${inSeconds(leastMs)} and ${inSeconds(mostMs)} passed from Record to Stop.`,
  };
}

/** From the first word to the last, and each line in between. */
export function checkScript({ beats, placeOf }: Heard): Checked {
  const [first, last] = [beats[0]!, beats.at(-1)!];
  const playedMs = last.endedAtMs - first.startedAtMs;
  const heardMs = last.atMs + last.durationMs - first.atMs;
  const worstMs = Math.max(...beats.map((beat) => Math.abs(beat.atMs - placeOf(beat.startedAtMs))));
  return {
    ok: Math.abs(playedMs - heardMs) < playerMs && worstMs < playerMs,
    sentence:
      `From the first word to the last, ${inSeconds(playedMs)} were played and ${inSeconds(heardMs)} are in the file; ` +
      `every line is within ${worstMs.toFixed(0)} ms of where it was played.`,
  };
}
