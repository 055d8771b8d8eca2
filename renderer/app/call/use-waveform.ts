// Keeps the drawn waveform in step with the page: made when its place is there, told what changes, taken down at the end.
import { useEffect, useRef, useState } from 'react';
import type { Call, Mark } from '../../../contract/call.ts';
import type { PeaksView } from '../../../contract/library.ts';
import type { Player } from './player.ts';
import { bandsOf } from './wave-bands.ts';
import { Waveform } from './waveform.ts';

/** Answers the width of `box` in px. `nameOf` has to be the same from one drawing to the next. */
export function useWaveform(
  box: HTMLElement | null,
  { marks, capture }: Pick<Call, 'marks' | 'capture'>,
  player: Player,
  peaks: PeaksView | undefined,
  nameOf: (mark: Mark) => string,
): number {
  const waveform = useRef<Waveform | null>(null);
  const widthPx = useWidth(box);

  useEffect(() => {
    if (!box) return;
    const made = new Waveform(box, player);
    waveform.current = made;
    return () => {
      waveform.current = null;
      made.destroy();
    };
  }, [box, player]);
  useEffect(() => {
    if (peaks && player.durationMs > 0) waveform.current?.showPeaks(peaks);
  }, [box, player, peaks]);
  useEffect(() => {
    if (widthPx > 0)
      waveform.current?.showBands(bandsOf({ marks, capture }, nameOf, player.durationMs, widthPx));
  }, [box, player, marks, capture, nameOf, widthPx]);
  return widthPx;
}

function useWidth(box: HTMLElement | null): number {
  const [widthPx, setWidthPx] = useState(0);
  useEffect(() => {
    if (!box) return;
    const observer = new ResizeObserver(() => setWidthPx(box.clientWidth));
    observer.observe(box);
    return () => observer.disconnect();
  }, [box]);
  return widthPx;
}
