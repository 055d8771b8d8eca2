// Whether every mark is there, says what was written, and is at the moment at which it was made.
import type { Call, Mark } from '../../contract/call.ts';
import type { Heard, HeardBeat } from './hear.ts';
import type { Checked } from './say.ts';

/** What the place of a moment in the file may be off by, as in the end-to-end tests. */
const toleranceMs = 300;

export function checkMarks({ beats, placeOf }: Heard, { marks }: Call): Checked[] {
  const marked = beats.filter((beat) => beat.mark);
  const holds = marked.filter((beat) => beat.mark?.kind === 'hold');
  const moments = marked.filter((beat) => !holds.includes(beat));
  const expected = moments.length + 1;
  const count = `${expected} marks were made, and ${marks.length} are kept`;
  const hold = marks.find((mark) => mark.kind === 'hold');
  const offsMs = [
    ...moments.map((beat) => offMs(beat, keptFor(beat, marks)?.toMs, placeOf)),
    ...holds.map((beat, at) => offMs(beat, at === 0 ? hold?.fromMs : hold?.toMs, placeOf)),
  ];
  const worst = Math.max(...offsMs).toFixed(0);
  const wrong = [...moments, ...holds].filter((_, at) => !(offsMs[at]! < toleranceMs));
  const names = wrong.map((beat) => `“${beat.mark?.name}”`).join(', ');
  return [
    { ok: marks.length === expected, sentence: `${count}.` },
    {
      ok: wrong.length === 0,
      sentence:
        wrong.length === 0
          ? `Each mark has its words, and lies between its key and the moment it was shown (to ${worst} ms).`
          : `Missing, with other words or at another moment: ${names}.`,
    },
    checkHold(hold),
    checkPromise(moments, marks),
  ];
}

/** The mark that was kept for this beat, with the words that were written. */
function keptFor({ mark }: HeardBeat, marks: readonly Mark[]): Mark | undefined {
  const text = mark?.writes?.text ?? '';
  return marks.find(
    (one) => one.kind === mark?.kind && one.consent?.event === mark?.event && one.text === text,
  );
}

/** By how much a mark misses the span from its key to when it was shown. */
function offMs({ made }: HeardBeat, keptMs: number | undefined, placeOf: Heard['placeOf']): number {
  if (keptMs === undefined || !made) return Infinity;
  return Math.max(0, placeOf(made.askedAtMs) - keptMs, keptMs - placeOf(made.shownAtMs));
}

function checkHold(hold: Mark | undefined): Checked {
  const seconds = hold ? ((hold.toMs - hold.fromMs) / 1000).toFixed(1) : null;
  return {
    ok: hold !== undefined && hold.toMs > hold.fromMs,
    sentence: seconds
      ? `The hold is marked from its first note on, for ${seconds} s.`
      : 'The hold is not marked.',
  };
}

/** The mark of a promise reaches back, over the words in which it was made. */
function checkPromise(beats: readonly HeardBeat[], marks: readonly Mark[]): Checked {
  const spoken = beats.find((beat) => beat.mark?.kind === 'promise');
  const mark = spoken && keptFor(spoken, marks);
  if (!spoken || !mark) return { ok: false, sentence: 'The promise is not marked.' };
  const endMs = spoken.atMs + spoken.durationMs;
  const covers = mark.fromMs <= spoken.atMs && mark.toMs >= endMs - toleranceMs;
  const status = mark.promise?.status ?? 'without a status';
  return {
    ok: covers && status === 'open',
    sentence:
      `The promise, ${span(spoken.atMs, endMs)} in the file, ${covers ? 'is' : 'is not'} inside its mark, ` +
      `${span(mark.fromMs, mark.toMs)}; it is ${status}.`,
  };
}

const span = (fromMs: number, toMs: number) => `${(fromMs / 1000).toFixed(1)}–${(toMs / 1000).toFixed(1)} s`;
