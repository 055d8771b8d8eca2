// The waveform on the page: a slider over the drawn sound, with a ruler below it.
import { useCallback, useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import type { Call, Mark } from '../../../contract/call.ts';
import { shownKind } from '../../../contract/consent.ts';
import { useRequest } from '../data.ts';
import { useWords } from '../i18n.ts';
import { FailureNote } from '../ui/failure-note.tsx';
import { shortClock, spokenLength } from '../ui/format.ts';
import type { Player } from './player.ts';
import { Ruler } from './ruler.tsx';
import { usePlayerValue } from './use-player.ts';
import { useWaveform } from './use-waveform.ts';
import styles from './waveform-view.module.css';

/** Enough for a wide screen of high density; the same for every call, whatever its length. */
const buckets = 2000;

/** While it plays, a screen reader is told of the place only so often: it would talk over the call. */
const toldEverySeconds = 10;

export function WaveformView({ call, player }: { call: Call; player: Player }) {
  const t = useWords('call');
  const common = useWords('common');
  const peaks = useRequest('calls:peaks', [call.id, buckets]);
  const nameOf = useCallback(
    (mark: Mark): string => {
      if (mark.kind === 'hold') return t('wave.hold', { length: shortClock(mark.toMs - mark.fromMs) });
      return mark.kind === 'consent' || !mark.text ? common(`mark.${shownKind(mark)}`) : mark.text;
    },
    [t, common],
  );
  const [box, setBox] = useState<HTMLDivElement | null>(null);
  const widthPx = useWaveform(box, call, player, peaks.data, nameOf);
  const soundTold = usePlayerValue(player, (state) => state.trouble !== 'none');
  const failure = peaks.data ? null : peaks.error;
  // That there is no sound is said once, by the player.
  if (failure && soundTold) return null;
  return (
    <section className={styles.region} aria-label={t('wave.label')}>
      {failure ? (
        <FailureNote code={failure.code} onRetry={() => void peaks.refetch()} />
      ) : (
        <>
          <Seek call={call} player={player}>
            <div ref={setBox} className={styles.wave} aria-hidden="true" />
          </Seek>
          <Ruler durationMs={call.durationMs} widthPx={widthPx} />
        </>
      )}
    </section>
  );
}

interface SeekProps {
  call: Call;
  player: Player;
  children: ReactNode;
}

/** Click, drag or keys: where to listen. Left and right are the screen's keys, whatever has the focus. */
function Seek({ call, player, children }: SeekProps) {
  const t = useWords('call');
  const dragging = useRef(false);
  const seconds = usePlayerValue(player, ({ atMs, playing }) =>
    playing ? Math.floor(atMs / 1000 / toldEverySeconds) * toldEverySeconds : Math.floor(atMs / 1000),
  );
  const seekTo = (event: PointerEvent<HTMLElement>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    if (width > 0) player.seek(((event.clientX - left) / width) * call.durationMs);
  };
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
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        dragging.current = true;
        event.currentTarget.setPointerCapture(event.pointerId);
        seekTo(event);
      }}
      onPointerMove={(event) => dragging.current && seekTo(event)}
      onPointerUp={() => (dragging.current = false)}
      onPointerCancel={() => (dragging.current = false)}
    >
      {children}
    </div>
  );
}
