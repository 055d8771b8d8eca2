// Below the waveform: play or pause, where we are, and which half of the picture is whom.
import { Pause, Play } from 'lucide-react';
import { sides, type Call } from '../../../contract/call.ts';
import { ask } from '../bridge.ts';
import { useWords } from '../i18n.ts';
import { reportFailure } from '../report.ts';
import { Button } from '../ui/button.tsx';
import { FailureNote } from '../ui/failure-note.tsx';
import { clock } from '../ui/format.ts';
import { Kbd } from '../ui/kbd.tsx';
import type { Player } from './player.ts';
import { usePlayerValue } from './use-player.ts';
import styles from './player-bar.module.css';

export function PlayerBar({ call, player }: { call: Call; player: Player }) {
  const t = useWords('call');
  const common = useWords('common');
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
          <Clock player={player} /> / {clock(call.durationMs)}
        </span>
        <span className={styles.keys} aria-hidden="true">
          <Kbd>←</Kbd> <Kbd>→</Kbd> {t('player.arrows')}
        </span>
        <span className={styles.space} />
        {sides.map((side) => (
          <span key={side} className={styles.side} data-side={side}>
            <i aria-hidden="true" />
            {common(`side.${side}`)}
          </span>
        ))}
      </div>
    </>
  );
}

function Clock({ player }: { player: Player }) {
  return clock(usePlayerValue(player, (state) => Math.floor(state.atMs / 1000)) * 1000);
}
