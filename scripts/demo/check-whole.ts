// Whether nothing is missing from the recording, and nothing was changed since.
import { devices } from '../../tests/support/sound-server.ts';
import type { SavedCall } from './saved-call.ts';
import type { Checked } from './say.ts';

export function checkWhole({ call, isSealed }: SavedCall): Checked[] {
  const { gaps, pauses, sourceChanges } = call.capture;
  const listed = gaps.map((gap) => `${gap.side} ${gap.fromMs}–${gap.toMs} ms (${gap.cause})`);
  const { you, them } = call.source;
  return [
    {
      ok: gaps.length + pauses.length + sourceChanges.length === 0,
      sentence:
        gaps.length === 0
          ? `No gaps, ${pauses.length} pauses and ${sourceChanges.length} changes of source are listed.`
          : `Gaps are listed: ${listed.join(', ')}.`,
    },
    {
      ok: you === devices.microphoneLabel && them === devices.speakersLabel,
      sentence: `Recorded from “${you}” and “${them}”.`,
    },
    {
      ok: isSealed,
      sentence: isSealed
        ? 'The seal fits: audio.ogg is as it was when the call ended.'
        : 'The seal does not fit audio.ogg.',
    },
  ];
}
