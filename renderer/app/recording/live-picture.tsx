// The live two-sided waveform: the whole call so far, you above and them below, with the marks as regions.
import { useEffect, useEffectEvent, useRef } from 'react';
import { useWords } from '../i18n.ts';
import { onFrame } from '../live/frames.ts';
import { levels, wave, type RunningState } from '../live/recorder.ts';
import { drawPicture } from './draw-picture.ts';
import styles from './live-picture.module.css';
import { pictureMarks } from './picture-marks.ts';
import { readInks, type Inks } from './picture-inks.ts';

export function LivePicture({ running }: { running: RunningState }) {
  const t = useWords('recording');
  const canvas = useRef<HTMLCanvasElement>(null);
  const show = useEffectEvent((context: CanvasRenderingContext2D, inks: Inks, drawn: string): string => {
    const { clientWidth: width, clientHeight: height } = context.canvas;
    const size = { width, height, ratio: window.devicePixelRatio };
    const paused = running.phase === 'paused';
    const marks = pictureMarks(running, levels.wholeSeconds() * 1000, t);
    const now = JSON.stringify([wave.version, size, paused, marks]);
    if (now !== drawn && width > 0) drawPicture(context, size, { wave, marks, inks, paused });
    return now;
  });

  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    let inks = readInks();
    let drawn = '';
    const dark = window.matchMedia('(prefers-color-scheme: dark)');
    const recolour = () => {
      inks = readInks();
      drawn = '';
    };
    dark.addEventListener('change', recolour);
    const endFrames = onFrame(() => {
      drawn = show(context, inks, drawn);
    });
    return () => {
      dark.removeEventListener('change', recolour);
      endFrames();
    };
  }, []);

  return (
    <div className={styles.frame} data-paused={running.phase === 'paused' || undefined}>
      <canvas ref={canvas} className={styles.canvas}>
        {t('picture')}
      </canvas>
    </div>
  );
}
