// One side's meter: how loud it is now, where the sound comes from, and in words whether it comes.
import { useEffect, useRef } from 'react';
import type { Side } from '../../../contract/call.ts';
import type { SourceState } from '../../../contract/recording.ts';
import { useWords } from '../i18n.ts';
import { onFrame } from './frames.ts';
import { meterPlace } from './live-levels.ts';
import { levels } from './recorder.ts';
import styles from './side-meter.module.css';

/** The meter rises at once and falls by this much of its width a second. */
const fallPerSecond = 0.8;
/** How often a screen reader can read a new value. */
const saidEveryMs = 500;

interface SideMeterProps {
  side: Side;
  source: SourceState;
  /** True: this side is not recorded in the chosen mode. */
  unused?: boolean;
  /** True: without the side's name, where it stands elsewhere. */
  compact?: boolean;
}

export function SideMeter({ side, source, unused = false, compact = false }: SideMeterProps) {
  const common = useWords('common');
  const t = useWords('recording');
  const meter = useRef<HTMLDivElement>(null);
  const bar = useRef<HTMLElement>(null);

  useEffect(() => {
    let shown = 0;
    let saidAgoMs = saidEveryMs;
    return onFrame((sinceMs) => {
      const place = unused ? 0 : meterPlace(levels.level(side));
      shown = Math.max(place, shown - (fallPerSecond * sinceMs) / 1000, 0);
      if (bar.current) bar.current.style.transform = `scaleX(${shown.toFixed(3)})`;
      saidAgoMs += sinceMs;
      if (saidAgoMs < saidEveryMs) return;
      saidAgoMs = 0;
      meter.current?.setAttribute('aria-valuenow', String(Math.round(shown * 100)));
    });
  }, [side, unused]);

  const state = unused ? 'unused' : source.phase;
  const label = unused || source.phase === 'off' ? '' : source.label;
  const words =
    !unused && source.phase === 'lost'
      ? t('source.lost', { cause: t(`cause.${source.cause}`) })
      : t(`source.${state === 'lost' ? 'off' : state}`);
  return (
    <div className={styles.row} data-side={side} data-state={state} data-compact={compact || undefined}>
      {!compact && (
        <span className={styles.name} aria-hidden="true">
          {common(`side.${side}`)}
        </span>
      )}
      <div
        ref={meter}
        className={styles.meter}
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a meter element cannot be drawn frame by frame
        role="meter"
        aria-label={common(`side.${side}`)}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={0}
        aria-valuetext={[words, label].filter(Boolean).join(', ')}
      >
        <b ref={bar} className={styles.bar} />
      </div>
      <span className={styles.source}>
        {label && (
          <span className={styles.label} title={label}>
            {label}
          </span>
        )}
        <span className={styles.state}>{words}</span>
      </span>
    </div>
  );
}
