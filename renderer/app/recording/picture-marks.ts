// A call's marks as the picture shows them: where, in which ink, under which few words.
import type { Mark } from '../../../contract/call.ts';
import { marksOfConsent } from '../../../contract/consent.ts';
import type { Words } from '../i18n.ts';
import type { RunningState } from '../live/recorder.ts';
import { shortClock } from '../ui/format.ts';
import type { Inks } from './picture-inks.ts';

export interface PictureMark {
  fromMs: number;
  toMs: number;
  ink: keyof Inks;
  label: string;
}

/** A promise and a hold are spans, the others are where they begin. `nowMs` ends the hold that is still going on. */
export function pictureMarks(running: RunningState, nowMs: number, t: Words<'recording'>): PictureMark[] {
  const consented = marksOfConsent(running.marks);
  return running.marks
    .map((mark) => {
      const toMs = running.openHold?.markId === mark.id ? Math.max(nowMs, mark.fromMs) : mark.toMs;
      const isSpan = mark.kind === 'promise' || mark.kind === 'hold';
      const label = labelOf(mark, toMs, t);
      const ink = consented.has(mark.id) ? 'consent' : inkOf(mark);
      return { fromMs: mark.fromMs, toMs: isSpan ? toMs : mark.fromMs, ink, label };
    })
    .sort((a, b) => a.fromMs - b.fromMs);
}

function inkOf({ kind }: Mark): keyof Inks {
  return kind === 'promise' || kind === 'hold' ? kind : 'ink3';
}

function labelOf(mark: Mark, toMs: number, t: Words<'recording'>): string {
  if (mark.kind === 'hold') return t('short.hold', { time: shortClock(toMs - mark.fromMs) });
  if (mark.kind === 'consent') return t(`short.${mark.consent?.event ?? 'they-announced'}`);
  if (mark.kind === 'reference' || mark.kind === 'agent') return mark.text || t(`short.${mark.kind}`);
  return t(`short.${mark.kind}`);
}
