// The times below the waveform. For the eye: the slider says its place itself.
import { shortClock } from '../ui/format.ts';
import { rulerTicks } from './ruler-ticks.ts';
import styles from './waveform-view.module.css';

export function Ruler({ durationMs, widthPx }: { durationMs: number; widthPx: number }) {
  return (
    <div className={styles.ruler} aria-hidden="true">
      {rulerTicks(durationMs, widthPx).map((atMs) => (
        <span key={atMs} className={styles.tick} style={{ left: `${(atMs / durationMs) * 100}%` }}>
          {shortClock(atMs)}
        </span>
      ))}
    </div>
  );
}
