// The waveform on the page: a slider over the drawn sound, with the whole call in small below it.
import { Maximize2, ZoomIn, ZoomOut } from 'lucide-react';
import { useCallback, useState, useSyncExternalStore, type KeyboardEvent, type ReactNode } from 'react';
import { hasSides } from '../../../contract/import.ts';
import { sides, type Call, type Mark } from '../../../contract/call.ts';
import { useWords } from '../i18n.ts';
import { Button } from '../ui/button.tsx';
import { FailureNote } from '../ui/failure-note.tsx';
import { LiveRegion } from '../ui/live-region.tsx';
import { shortClock, spokenLength } from '../ui/format.ts';
import type { Listening } from './listening.ts';
import { useLevels } from './use-levels.ts';
import { usePlayerValue } from './use-player.ts';
import { useBands, useOverview, useWavePicture } from './use-wave-picture.ts';
import { shownLength } from './wave/shown-length.ts';
import { isWhole } from './wave/view.ts';
import styles from './waveform-view.module.css';

/** While it plays, a screen reader is told of the place only so often: it would talk over the call. */
const toldEverySeconds = 10;

export function WaveformView({ call, listening }: { call: Call; listening: Listening }) {
  const t = useWords('call');
  const listen = useWords('listen');
  const common = useWords('common');
  const consent = useWords('consent');
  const { rough, levels, failure, retry } = useLevels(call);
  const nameOf = useCallback(
    (mark: Mark): string => {
      if (mark.kind === 'hold') return t('wave.hold', { length: shortClock(mark.toMs - mark.fromMs) });
      if (mark.consent) return consent(`event.${mark.consent.event}`);
      return mark.text || common(`mark.${mark.kind}`);
    },
    [t, common, consent],
  );
  const bands = useBands(call, nameOf);
  const [canvas, setCanvas] = useState<HTMLCanvasElement | null>(null);
  const [small, setSmall] = useState<HTMLDivElement | null>(null);
  useWavePicture(canvas, call.id, listening, levels, bands);
  useOverview(small, listening, rough, bands);
  const soundTold = usePlayerValue(listening.player, (state) => state.trouble !== 'none');
  // That there is no sound is said once, by the player.
  if (failure && soundTold) return null;
  return (
    <section
      className={styles.region}
      aria-label={t('wave.label')}
      data-voices={hasSides(call) ? 'apart' : 'together'}
    >
      {failure ? (
        <FailureNote code={failure.code} onRetry={retry} />
      ) : (
        <>
          <Seek call={call} listening={listening}>
            <canvas ref={setCanvas} className={styles.wave} aria-hidden="true" />
            {(hasSides(call) ? sides : []).map((side) => (
              <span key={side} className={styles.side} data-side={side} aria-hidden="true">
                {common(`side.${side}`)}
              </span>
            ))}
          </Seek>
          <div className={styles.making}>
            <LiveRegion>{!rough && <p>{t('wave.making')}</p>}</LiveRegion>
          </div>
          <div className={styles.below}>
            <div className={styles.small} aria-hidden="true" title={listen('overview')}>
              <div ref={setSmall} className={styles.drawn} />
            </div>
            <Zoom listening={listening} />
          </div>
        </>
      )}
    </section>
  );
}

interface SeekProps {
  call: Call;
  listening: Listening;
  children: ReactNode;
}

/** Left and right are the screen's keys, whatever has the focus; the pointer is `useWavePointer`'s. */
function Seek({ call, listening, children }: SeekProps) {
  const t = useWords('call');
  const { player } = listening;
  const seconds = usePlayerValue(player, ({ atMs, playing }) =>
    playing ? Math.floor(atMs / 1000 / toldEverySeconds) * toldEverySeconds : Math.floor(atMs / 1000),
  );
  const onKeyDown = (event: KeyboardEvent) => {
    const byMs = { ArrowUp: 5000, ArrowDown: -5000, PageUp: 30_000, PageDown: -30_000 }[event.key];
    if (byMs === undefined) return;
    event.preventDefault();
    player.nudge(byMs);
  };
  return (
    <div
      className={styles.seek}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a range input cannot hold the waveform
      role="slider"
      tabIndex={0}
      aria-label={t('wave.place')}
      aria-valuemin={0}
      aria-valuemax={Math.floor(call.durationMs / 1000)}
      aria-valuenow={seconds}
      aria-valuetext={t('wave.at', { at: spokenLength(seconds * 1000), of: spokenLength(call.durationMs) })}
      onKeyDown={onKeyDown}
    >
      {children}
    </div>
  );
}

function Zoom({ listening }: { listening: Listening }) {
  const t = useWords('listen');
  const { wave } = listening;
  const shown = useSyncExternalStore(wave.onRest, wave.settled);
  const whole = isWhole(shown, wave.durationMs);
  const text = whole ? t('zoom.whole') : t('zoom.shown', { length: shownLength(shown.spanMs) });
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a fieldset would draw a frame
    <div className={styles.zoom} role="group" aria-label={t('zoom.label')}>
      <LiveRegion>
        <span className={styles.shown}>{text}</span>
      </LiveRegion>
      <Button
        icon
        variant="quiet"
        aria-label={t('zoom.out')}
        aria-keyshortcuts="-"
        isDisabled={whole}
        onPress={() => listening.zoom('out')}
      >
        <ZoomOut size={16} aria-hidden="true" />
      </Button>
      <Button
        icon
        variant="quiet"
        aria-label={t('zoom.in')}
        aria-keyshortcuts="+"
        onPress={() => listening.zoom('in')}
      >
        <ZoomIn size={16} aria-hidden="true" />
      </Button>
      <Button
        icon
        variant="quiet"
        aria-label={t('zoom.all')}
        aria-keyshortcuts="0"
        isDisabled={whole}
        onPress={() => wave.showAll()}
      >
        <Maximize2 size={15} aria-hidden="true" />
      </Button>
    </div>
  );
}
