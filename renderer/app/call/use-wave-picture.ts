// Keeps what is drawn in step with the page: made when its place is there, told what changes, taken down at the end.
import { useEffect, useMemo, useRef } from 'react';
import type { Call, CallId, Mark } from '../../../contract/call.ts';
import type { PeaksView } from '../../../contract/library.ts';
import type { Listening } from './listening.ts';
import { soundOf } from './use-player.ts';
import type { Levels } from './wave/levels.ts';
import { Overview } from './wave/overview.ts';
import { bandsOf, type Band } from './wave/wave-bands.ts';
import { WavePicture } from './wave/wave-picture.ts';
import { WavePointer } from './wave-pointer.ts';

/** The bands of a call. `nameOf` has to be the same from one drawing to the next. */
export function useBands({ marks, capture }: Call, nameOf: (mark: Mark) => string): readonly Band[] {
  return useMemo(() => bandsOf({ marks, capture }, nameOf), [marks, capture, nameOf]);
}

export function useWavePicture(
  canvas: HTMLCanvasElement | null,
  callId: CallId,
  listening: Listening,
  levels: Levels | null,
  bands: readonly Band[],
): void {
  const picture = useRef<WavePicture | null>(null);
  useEffect(() => {
    if (!canvas) return;
    const made = new WavePicture(canvas, listening.player, listening.wave, soundOf(callId));
    const pointer = new WavePointer(canvas, made, listening);
    const choose = () => made.choose(listening.state().chosen);
    const end = listening.subscribe(choose);
    choose();
    picture.current = made;
    return () => {
      end();
      picture.current = null;
      pointer.close();
      made.destroy();
    };
  }, [canvas, callId, listening]);
  useEffect(() => {
    if (!levels) return;
    picture.current?.showLevels(levels);
    listening.takeLevels(levels);
  }, [canvas, callId, listening, levels]);
  useEffect(() => picture.current?.showBands(bands), [canvas, callId, listening, bands]);
}

export function useOverview(
  box: HTMLElement | null,
  { player, wave }: Listening,
  peaks: PeaksView | undefined,
  bands: readonly Band[],
): void {
  const overview = useRef<Overview | null>(null);
  useEffect(() => {
    if (!box) return;
    const made = new Overview(box, player, wave);
    overview.current = made;
    return () => {
      overview.current = null;
      made.destroy();
    };
  }, [box, player, wave]);
  useEffect(() => {
    if (peaks && peaks.you.length > 0 && player.durationMs > 0) overview.current?.showPeaks(peaks);
  }, [box, player, wave, peaks]);
  useEffect(() => overview.current?.showBands(bands), [box, player, wave, bands]);
}
