// Below the waveform: play or pause, where we are, which side is heard, and how.
import { Keyboard, Pause, Play, Repeat, SkipBack, SkipForward } from 'lucide-react';
import type { Call } from '../../../contract/call.ts';
import { hasSides } from '../../../contract/import.ts';
import { ask } from '../bridge.ts';
import { useWords } from '../i18n.ts';
import { reportFailure } from '../report.ts';
import { Button } from '../ui/button.tsx';
import { Choice } from '../ui/choice.tsx';
import { FailureNote } from '../ui/failure-note.tsx';
import { clock } from '../ui/format.ts';
import { Kbd } from '../ui/kbd.tsx';
import { Select } from '../ui/select.tsx';
import { ToggleButton } from '../ui/toggle-button.tsx';
import type { Listening } from './listening.ts';
import { speeds, type Player } from './player.ts';
import { useListeningValue, usePlayerValue } from './use-player.ts';
import styles from './player-bar.module.css';

interface PlayerBarProps {
  call: Call;
  listening: Listening;
  onShowKeys: () => void;
}

export function PlayerBar({ call, listening, onShowKeys }: PlayerBarProps) {
  const t = useWords('call');
  const listen = useWords('listen');
  const { player } = listening;
  const playing = usePlayerValue(player, (state) => state.playing);
  const trouble = usePlayerValue(player, (state) => state.trouble);
  const showFolder = () => void ask('calls:show-folder', call.id).catch(reportFailure);
  const folder = <Button onPress={showFolder}>{t('openFolder')}</Button>;
  if (trouble === 'missing') return <FailureNote code="audio-missing" action={folder} />;
  return (
    <>
      {trouble === 'broken' && (
        <p className={styles.broken} role="alert">
          {t('player.broken')} {folder}
        </p>
      )}
      <div className={styles.bar}>
        <Button
          className={styles.play}
          onPress={() => player.toggle()}
          isDisabled={trouble !== 'none'}
          aria-keyshortcuts="Space"
        >
          {playing ? <Pause size={15} aria-hidden="true" /> : <Play size={15} aria-hidden="true" />}
          {playing ? t('player.pause') : t('player.play')}
          <Kbd>{t('player.space')}</Kbd>
        </Button>
        <span className={styles.time}>
          <span className={styles.clock} style={{ width: `${widthInDigits(call.durationMs)}ch` }}>
            <Clock player={player} /> / {clock(call.durationMs)}
          </span>
        </span>
        <span className={styles.space} />
        {hasSides(call) ? <Sides player={player} /> : <Together />}
        <Speed player={player} />
        <span className={styles.more}>
          <Skip listening={listening} />
          {call.marks.length > 0 && <MarkButtons listening={listening} />}
          <Button
            icon
            variant="quiet"
            aria-label={listen('keys.open')}
            aria-keyshortcuts="?"
            onPress={onShowKeys}
          >
            <Keyboard size={17} aria-hidden="true" />
          </Button>
        </span>
      </div>
    </>
  );
}

/** Both times, as long as the longer of them can become, and what stands between. */
const widthInDigits = (durationMs: number) => 2 * clock(durationMs).length + 3;

function Clock({ player }: { player: Player }) {
  return clock(usePlayerValue(player, (state) => Math.floor(state.atMs / 1000)) * 1000);
}

function Sides({ player }: { player: Player }) {
  const t = useWords('listen');
  const common = useWords('common');
  const heard = usePlayerValue(player, (state) => state.heard);
  return (
    <Choice
      label={t('sides.label')}
      labelHidden
      options={[
        { id: 'both', label: t('sides.both') },
        { id: 'you', label: common('side.you') },
        { id: 'them', label: common('side.them') },
      ]}
      value={heard}
      onChange={(side) => player.hear(side)}
    />
  );
}

/** One side alone would be both. */
function Together() {
  const t = useWords('import');
  return <span className={styles.together}>{t('voicesTogether')}</span>;
}

function Speed({ player }: { player: Player }) {
  const t = useWords('listen');
  const speed = usePlayerValue(player, (state) => state.speed);
  return (
    <Select
      label={t('speed.label')}
      labelHidden
      options={speeds.map((each) => ({ id: String(each), label: t('speed.times', { speed: each }) }))}
      value={String(speed)}
      onChange={(chosen) => player.setSpeed(Number(chosen))}
    />
  );
}

function Skip({ listening }: { listening: Listening }) {
  const t = useWords('listen');
  const skipping = useListeningValue(listening, (state) => state.skipping);
  return (
    <ToggleButton isSelected={skipping} onChange={() => listening.toggleSkip()} aria-keyshortcuts="S">
      {t('skip')}
    </ToggleButton>
  );
}

function MarkButtons({ listening }: { listening: Listening }) {
  const t = useWords('listen');
  const looping = usePlayerValue(listening.player, (state) => state.loop !== null);
  const chosen = useListeningValue(listening, (state) => state.chosen);
  return (
    <span className={styles.marks}>
      <Button
        icon
        aria-label={t('markBefore')}
        aria-keyshortcuts=","
        onPress={() => listening.goToMark('before')}
      >
        <SkipBack size={15} aria-hidden="true" />
      </Button>
      <ToggleButton
        aria-label={t('loop')}
        aria-keyshortcuts="R"
        isSelected={looping}
        isDisabled={!looping && chosen === null}
        onChange={() => listening.toggleLoop()}
      >
        <Repeat size={15} aria-hidden="true" />
      </ToggleButton>
      <Button
        icon
        aria-label={t('nextMark')}
        aria-keyshortcuts="."
        onPress={() => listening.goToMark('next')}
      >
        <SkipForward size={15} aria-hidden="true" />
      </Button>
    </span>
  );
}
